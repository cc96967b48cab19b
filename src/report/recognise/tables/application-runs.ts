import type { Hit } from './text-source.ts';

/** A table with so many rows is no enumeration in prose. */
export const WHOLE = 12;
/** Rows before the first result, and rows well after it. */
const TOP = 10;
const LATE = 120;

/** Runs cut where the rows begin again from the top. */
export function fromTheTop(run: readonly Hit[]): Hit[][] {
  const parts: Hit[][] = [[]];
  let last = 0;
  for (const hit of run) {
    if (hit.pattern.index <= TOP && last >= LATE) {
      parts.push([]);
      last = 0;
    }
    last = Math.max(last, hit.pattern.index);
    parts.at(-1)!.push(hit);
  }
  return parts;
}
