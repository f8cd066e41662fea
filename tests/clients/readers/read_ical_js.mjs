// What ical.js reads: Thunderbird's parser, and that of FullCalendar and Nextcloud.
import { readFile } from "node:fs/promises";

import ICAL from "ical-v2";

import { answer, isAddress } from "./answer.mjs";

const text = (source) =>
  isAddress(source) ? fetch(source).then((response) => response.text()) : readFile(source, "utf8");

// A day, or a moment that is said in UTC.
function point(time) {
  if (!time.isDate && time.zone !== ICAL.Timezone.utcTimezone) throw new Error(`not in UTC: ${time}`);
  return time.toString();
}

function record(component) {
  const event = new ICAL.Event(component);
  const value = (name) => component.getFirstPropertyValue(name);
  return {
    uid: event.uid,
    start: point(event.startDate),
    end: point(event.endDate),
    summary: event.summary,
    description: event.description,
    location: event.location,
    categories: component.getFirstProperty("categories")?.getValues() ?? [],
    status: value("status"),
    sequence: event.sequence,
    transp: value("transp"),
    url: value("url"),
    edtf: value("x-cica-edtf"),
  };
}

await answer("ical-v2", async (source) =>
  new ICAL.Component(ICAL.parse(await text(source))).getAllSubcomponents("vevent").map(record),
);
