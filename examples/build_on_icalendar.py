"""Adds an alarm to the summit with the icalendar package, on top of our calendar."""

from datetime import timedelta

import icalendar

import cica_events as ce

tree = ce.ical.to_icalendar(ce.load_release().calendar())
summit = next(e for e in tree.walk("VEVENT") if e["UID"] == "sixth-summit-2022@cica")
alarm = icalendar.Alarm()
alarm.add("action", "DISPLAY")
alarm.add("description", "The summit may be soon")
alarm.add("trigger", timedelta(days=-7))
summit.add_component(alarm)
print(summit.to_ical().decode())
