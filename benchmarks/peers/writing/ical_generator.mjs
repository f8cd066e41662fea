// ical-generator: the writer that most Node programs use.
import { readFileSync } from "node:fs";

import ical from "ical-generator";

export const LABEL = "ical-generator";
export const PACKAGES = ["ical-generator"];

export function prepare(folder) {
  const records = JSON.parse(readFileSync(`${folder}/ready.json`, "utf8"));
  return () => {
    const calendar = ical();
    for (const record of records) calendar.createEvent(event(record));
    return calendar.toString();
  };
}

export const shown = (feed) => feed;

function event(it) {
  return {
    id: it.uid,
    stamp: new Date(it.stamp),
    sequence: it.sequence,
    start: new Date(it.start),
    end: new Date(it.end),
    allDay: true,
    summary: it.summary,
    description: it.description,
    categories: [{ name: it.category }],
    status: it.status,
    transparency: it.transp,
    x: [
      { key: "X-MICROSOFT-CDO-BUSYSTATUS", value: it.busy },
      { key: "X-CICA-EDTF", value: it.edtf },
      { key: "X-CICA-BASIS", value: it.basis },
      { key: "X-CICA-EVIDENCE", value: it.evidence },
    ],
  };
}
