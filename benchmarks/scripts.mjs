// The JavaScript peers. Each is imported when it is asked for, so that a process holds one alone.
import { readFileSync } from "node:fs";

const json = (folder, name) => JSON.parse(readFileSync(`${folder}/${name}`, "utf8"));
const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
const unescaped = (text) => text.replace(/\\(.)/gs, (_, c) => (c === "n" || c === "N" ? "\n" : c));

// ical.js is Thunderbird's library.
export async function writeIcalJs(folder) {
  const { default: ICAL } = await import("ical.js");
  const records = json(folder, "ready.json");
  const event = (it) => {
    const made = new ICAL.Component("vevent");
    made.addPropertyWithValue("uid", it.uid);
    made.addPropertyWithValue("dtstamp", ICAL.Time.fromDateTimeString(it.stamp));
    made.addPropertyWithValue("sequence", it.sequence);
    made.addPropertyWithValue("dtstart", ICAL.Time.fromDateString(it.start));
    made.addPropertyWithValue("dtend", ICAL.Time.fromDateString(it.end));
    for (const name of ["summary", "description", "categories", "status", "transp"])
      made.addPropertyWithValue(name, it[name]);
    made.addPropertyWithValue("x-microsoft-cdo-busystatus", it.busy);
    made.addPropertyWithValue("x-cica-edtf", it.edtf);
    made.addPropertyWithValue("x-cica-basis", it.basis);
    made.addPropertyWithValue("x-cica-evidence", escaped(it.evidence));
    return made;
  };
  const work = () => {
    const calendar = new ICAL.Component("vcalendar");
    calendar.addPropertyWithValue("version", "2.0");
    calendar.addPropertyWithValue("prodid", "-//bench//EN");
    for (const record of records) calendar.addSubcomponent(event(record));
    return calendar.toString();
  };
  return { work, shown: (feed) => feed };
}

export async function readIcalJs(folder) {
  const { default: ICAL } = await import("ical.js");
  const feed = readFileSync(`${folder}/feed.ics`, "utf8");
  const record = (event) => {
    const value = (name) => event.getFirstPropertyValue(name);
    const found = { stamp: value("dtstamp"), start: value("dtstart"), end: value("dtend") };
    for (const name of ["uid", "sequence", "summary", "description", "categories", "status"])
      found[name] = value(name);
    found.transp = value("transp");
    found.busy = value("x-microsoft-cdo-busystatus");
    found.edtf = value("x-cica-edtf");
    found.basis = value("x-cica-basis");
    found.evidence = unescaped(value("x-cica-evidence"));
    return found;
  };
  const plain = (it) => ({ ...it, stamp: `${it.stamp}`, start: `${it.start}`, end: `${it.end}` });
  const work = () =>
    new ICAL.Component(ICAL.parse(feed)).getAllSubcomponents("vevent").map(record);
  return { work, shown: (records) => JSON.stringify(records.map(plain)) };
}

const day = (moment) => new Date(moment).toISOString().slice(0, 10);
const bounds = (dates) => JSON.stringify(dates.map((it) => `${day(it.min)}/${day(it.max)}`));

// edtf-ts works out a date's earliest and latest day when it is asked for them, so it is asked.
export async function edtfTs(folder) {
  const { parse } = await import("@edtf-ts/core");
  const texts = json(folder, "dates.json");
  const parsed = ({ min, max }) => ({ min, max });
  return { work: () => texts.map((text) => parsed(parse(text).value)), shown: bounds };
}

export async function edtfJs(folder) {
  const { default: edtf } = await import("edtf");
  const texts = json(folder, "dates.json");
  return { work: () => texts.map((text) => edtf(text)), shown: bounds };
}
