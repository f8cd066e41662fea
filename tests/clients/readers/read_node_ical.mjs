// What node-ical reads. It names an X- property without its X-, and gives a day as local midnight.
import ical from "node-ical";

import { answer, isAddress, moment } from "./answer.mjs";

const parsed = (source) =>
  isAddress(source) ? ical.async.fromURL(source) : ical.async.parseFile(source);

function point(date) {
  if (!date.dateOnly) return moment(date);
  const two = (number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function record(event) {
  return {
    uid: event.uid,
    start: point(event.start),
    end: point(event.end),
    summary: event.summary,
    description: event.description,
    location: event.location,
    categories: event.categories ?? [],
    status: event.status,
    sequence: event.sequence,
    transp: event.transparency,
    url: event.url,
    edtf: event["CICA-EDTF"],
  };
}

await answer("node-ical", async (source) =>
  Object.values(await parsed(source)).filter((part) => part.type === "VEVENT").map(record),
);
