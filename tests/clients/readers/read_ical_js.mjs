// What ical.js reads: Thunderbird's parser, and that of FullCalendar and Nextcloud.
import { readFile } from "node:fs/promises";

import ICAL from "ical-v2";

import { answer, isAddress } from "./answer.mjs";

const text = (source) =>
  isAddress(source) ? fetch(source).then((response) => response.text()) : readFile(source, "utf8");

function record(component) {
  const event = new ICAL.Event(component);
  const value = (name) => component.getFirstPropertyValue(name);
  return {
    uid: event.uid,
    start: event.startDate.toString(),
    end: event.endDate.toString(),
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
