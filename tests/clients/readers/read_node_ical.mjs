// What node-ical reads. It names an X- property without its X-, and gives a day as local midnight.
import ical from "node-ical";

import { answer, isAddress } from "./answer.mjs";

const parsed = (source) =>
  isAddress(source) ? ical.async.fromURL(source) : ical.async.parseFile(source);

function day(date) {
  if (!date.dateOnly) throw new Error(`a time, not a day: ${date}`);
  const two = (number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function record(event) {
  return {
    uid: event.uid,
    start: day(event.start),
    end: day(event.end),
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
