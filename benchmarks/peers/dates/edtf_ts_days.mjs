// edtf-ts, asked for the earliest and the latest day, as ours has them.
import { prepare as prepared, shown as show } from "./edtf_ts.mjs";

export { PACKAGES } from "./edtf_ts.mjs";

export const LABEL = "edtf-ts, with earliest and latest";

export function prepare(folder) {
  const parse = prepared(folder);
  return () => parse().map(({ min, max }) => ({ min, max }));
}

export const shown = show;
