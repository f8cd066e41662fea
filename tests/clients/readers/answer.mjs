// The one form in which every reader answers: of a file once, of an address at each line that it is sent.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const FIELDS = [
  "uid", "start", "end", "summary", "description", "location",
  "categories", "status", "sequence", "transp", "url", "edtf",
];

export const isAddress = (source) => /^https?:/.test(source);

export function version(name) {
  const manifest = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  return JSON.parse(readFileSync(manifest, "utf8")).version;
}

// A moment in UTC, of a Date.
export const moment = (date) => `${date.toISOString().slice(0, 19)}Z`;

function complete(record) {
  return Object.fromEntries(FIELDS.map((field) => [field, record[field] ?? null]));
}

export async function answer(name, read) {
  const source = process.argv[2];
  const say = async () =>
    console.log(JSON.stringify({ version: version(name), events: (await read(source)).map(complete) }));
  if (!isAddress(source)) return say();
  for await (const _ of createInterface({ input: process.stdin })) await say();
}
