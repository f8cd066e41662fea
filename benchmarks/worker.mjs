// One JavaScript peer in a process of its own, told what to do line by line; as measuring.py.
import { existsSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";

import * as scripts from "./scripts.mjs";

const SCHEDULER = `/proc/self/task/${process.pid}/schedstat`;

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
const { work, shown } = await scripts[name](folder);
for await (const line of createInterface({ input: process.stdin })) {
  const loops = Number(line);
  console.log(JSON.stringify(loops ? seconds(work, loops) : shown(work())));
}
