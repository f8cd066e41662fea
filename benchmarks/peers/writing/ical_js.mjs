// ical.js: Thunderbird's library.
import { readFileSync } from "node:fs";

import ICAL from "ical.js";

export const LABEL = "ical.js";
export const PACKAGES = ["ical.js"];

export function prepare(folder) {
  const records = JSON.parse(readFileSync(`${folder}/ready.json`, "utf8"));
  return () => {
    const calendar = new ICAL.Component("vcalendar");
    calendar.addPropertyWithValue("version", "2.0");
    calendar.addPropertyWithValue("prodid", "-//bench//EN");
    for (const record of records) calendar.addSubcomponent(event(record));
    return calendar.toString();
  };
}

export const shown = (feed) => feed;

const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");

function event(it) {
  const made = new ICAL.Component("vevent");
  made.addPropertyWithValue("uid", it.uid);
  made.addPropertyWithValue("dtstamp", ICAL.Time.fromDateTimeString(it.stamp));
  made.addPropertyWithValue("sequence", it.sequence);
  made.addPropertyWithValue("dtstart", ICAL.Time.fromDateString(it.start));
  made.addPropertyWithValue("dtend", ICAL.Time.fromDateString(it.end));
  made.addPropertyWithValue("summary", it.summary);
  made.addPropertyWithValue("description", it.description);
  made.addPropertyWithValue("categories", it.category);
  made.addPropertyWithValue("status", it.status);
  made.addPropertyWithValue("transp", it.transp);
  made.addPropertyWithValue("x-microsoft-cdo-busystatus", it.busy);
  made.addPropertyWithValue("x-cica-edtf", it.edtf);
  made.addPropertyWithValue("x-cica-basis", it.basis);
  made.addPropertyWithValue("x-cica-evidence", escaped(it.evidence));
  return made;
}
