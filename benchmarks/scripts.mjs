// The JavaScript peers, of which `node scripts.mjs NAME FOLDER` is one, told what to do line by line
// as by measuring.py. Each is imported when it is asked for, so that a process holds one alone.
import { existsSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const SCHEDULER = `/proc/self/task/${process.pid}/schedstat`;

const json = (folder, name) => JSON.parse(readFileSync(`${folder}/${name}`, "utf8"));
const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
const unescaped = (text) => text.replace(/\\(.)/gs, (_, c) => (c === "n" || c === "N" ? "\n" : c));

// ical.js is Thunderbird's library.
async function writeIcalJs(folder) {
  const { default: ICAL } = await import("ical.js");
  const records = json(folder, "ready.json");
  const event = (it) => {
    const made = new ICAL.Component("vevent");
    const values = {
      ...it,
      DTSTAMP: ICAL.Time.fromDateTimeString(it.DTSTAMP),
      DTSTART: ICAL.Time.fromDateString(it.DTSTART),
      DTEND: ICAL.Time.fromDateString(it.DTEND),
      "X-CICA-EVIDENCE": escaped(it["X-CICA-EVIDENCE"]),
    };
    for (const name in values) made.addPropertyWithValue(name.toLowerCase(), values[name]);
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

async function readIcalJs(folder) {
  const { default: ICAL } = await import("ical.js");
  const feed = readFileSync(`${folder}/feed.ics`, "utf8");
  const names = Object.keys(json(folder, "ready.json")[0]);
  const record = (event) => {
    const found = {};
    for (const name of names) found[name] = event.getFirstPropertyValue(name.toLowerCase());
    found["X-CICA-EVIDENCE"] = unescaped(found["X-CICA-EVIDENCE"]);
    return found;
  };
  const text = (it) => ({ DTSTAMP: `${it.DTSTAMP}`, DTSTART: `${it.DTSTART}`, DTEND: `${it.DTEND}` });
  const work = () =>
    new ICAL.Component(ICAL.parse(feed)).getAllSubcomponents("vevent").map(record);
  return { work, shown: (records) => JSON.stringify(records.map((it) => ({ ...it, ...text(it) }))) };
}

const day = (moment) => new Date(moment).toISOString().slice(0, 10);
const bounds = (dates) => JSON.stringify(dates.map((it) => `${day(it.min)}/${day(it.max)}`));

// edtf-ts works out a date's earliest and latest day when it is asked for them, so it is asked.
async function edtfTs(folder) {
  const { parse } = await import("@edtf-ts/core");
  const texts = json(folder, "dates.json");
  const parsed = ({ min, max }) => ({ min, max });
  return { work: () => texts.map((text) => parsed(parse(text).value)), shown: bounds };
}

async function edtfJs(folder) {
  const { default: edtf } = await import("edtf");
  const texts = json(folder, "dates.json");
  return { work: () => texts.map((text) => edtf(text)), shown: bounds };
}

// Processor time of the main thread, as measuring.py takes it, where the system tells.
const clock = existsSync(SCHEDULER)
  ? () => Number(readFileSync(SCHEDULER, "utf8").split(" ")[0]) / 1e9
  : () => Number(process.hrtime.bigint()) / 1e9;

function seconds(work, loops) {
  globalThis.gc();
  const start = clock();
  for (let i = 0; i < loops; i++) work();
  return (clock() - start) / loops;
}

const [name, folder] = process.argv.slice(2);
const { work, shown } = await { writeIcalJs, readIcalJs, edtfTs, edtfJs }[name](folder);
for await (const line of createInterface({ input: process.stdin })) {
  const loops = Number(line);
  console.log(JSON.stringify(loops ? seconds(work, loops) : shown(work())));
}
