"""Asks what is certain of imprecise dates, and what is only possible."""

from cica_events import load_release, parse_edtf

events = sorted(load_release().events, key=lambda event: event.when.sort_key)
chair = parse_edtf("2010/2014")
opening = parse_edtf("2010-03")

print("Before 2000:")
for event in events:
    if event.when.before(parse_edtf("2000")):
        print(f"  {event.when_text:18} {event.title}")

print("In 2022:", ", ".join(e.id for e in events if parse_edtf("2022").contains(e.when)))
print("The chairmanship certainly held in 2012:", chair.contains(parse_edtf("2012")))
print("... and in March 2010:", chair.contains(opening), "but", chair.possibly_contains(opening))
