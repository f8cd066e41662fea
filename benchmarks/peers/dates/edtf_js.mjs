// edtf.js.
import { readFileSync } from "node:fs";

import edtf from "edtf";

export const LABEL = "edtf.js";
export const PACKAGES = ["edtf"];

export function prepare(folder) {
  const texts = JSON.parse(readFileSync(`${folder}/dates.json`, "utf8"));
  return () => texts.map((text) => edtf(text));
}

const day = (moment) => new Date(moment).toISOString().slice(0, 10);

export const shown = (dates) => JSON.stringify(dates.map((it) => `${day(it.min)}/${day(it.max)}`));
