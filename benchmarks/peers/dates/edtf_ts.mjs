// edtf-ts: it works out a date's earliest and latest day when it is asked for them.
import { readFileSync } from "node:fs";

import { parse } from "@edtf-ts/core";

export const LABEL = "edtf-ts";
export const PACKAGES = ["@edtf-ts/core"];

export function prepare(folder) {
  const texts = JSON.parse(readFileSync(`${folder}/dates.json`, "utf8"));
  return () => texts.map((text) => parse(text).value);
}

const day = (moment) => moment.toISOString().slice(0, 10);

export const shown = (dates) => JSON.stringify(dates.map((it) => `${day(it.min)}/${day(it.max)}`));
