"""Asks what is certain of imprecise dates, and what is only possible."""

import cica_events as ce

events = sorted(ce.load_release().events, key=lambda event: event.when.sort_key)
chair = ce.parse_edtf("2010/2014")
opening = ce.parse_edtf("2010-03")

print("Before 2000:")
for event in events:
    if event.when.before(ce.parse_edtf("2000")):
        print(f"  {event.when_text:18} {event.title}")

print("In 2022:", ", ".join(e.id for e in events if ce.parse_edtf("2022").contains(e.when)))
print("The chairmanship certainly held in 2012:", chair.contains(ce.parse_edtf("2012")))
print("... and in March 2010:", chair.contains(opening), "but", chair.possibly_contains(opening))
