// ical.js: Thunderbird's library.
import { readFileSync } from "node:fs";

import ICAL from "ical.js";

export const LABEL = "ical.js";
export const PACKAGES = ["ical.js"];

export function prepare(folder) {
  const feed = readFileSync(`${folder}/feed.ics`, "utf8");
  return () => new ICAL.Component(ICAL.parse(feed)).getAllSubcomponents("vevent").map(record);
}

export const shown = (records) => JSON.stringify(records.map(plain));

const unescaped = (text) => text.replace(/\\(.)/gs, (_, c) => (c === "n" || c === "N" ? "\n" : c));

function record(event) {
  const value = (name) => event.getFirstPropertyValue(name);
  return {
    uid: value("uid"),
    stamp: value("dtstamp"),
    sequence: value("sequence"),
    start: value("dtstart"),
    end: value("dtend"),
    summary: value("summary"),
    description: value("description"),
    category: value("categories"),
    status: value("status"),
    transp: value("transp"),
    busy: value("x-microsoft-cdo-busystatus"),
    edtf: value("x-cica-edtf"),
    basis: value("x-cica-basis"),
    evidence: unescaped(value("x-cica-evidence")),
  };
}

function plain(record) {
  const days = { stamp: `${record.stamp}`, start: `${record.start}`, end: `${record.end}` };
  return { ...record, ...days };
}
