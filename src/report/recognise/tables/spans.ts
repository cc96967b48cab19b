import type { TableId } from '../../../law/forms/index.ts';
import { letterTable } from './fold.ts';
import { paragraphAt, type TextSource } from './text-source.ts';

/** Stretch of a text that belongs to a table, `table` null for the statistics form and indicators. */
export interface TableSpanOf {
  readonly table: TableId | null;
  readonly start: number;
  readonly end: number;
}

/** Marks in `whole` the blocks that belong to tables whole; returns the ranges of those that do in part. */
export function coverage(
  source: TextSource,
  spans: readonly TableSpanOf[],
  whole: Uint8Array,
): ReadonlyMap<number, readonly (readonly [number, number])[]> {
  const ranges = new Map<number, (readonly [number, number])[]>();
  for (const span of spans) {
    const first = paragraphAt(source, span.start);
    const last = paragraphAt(source, Math.max(span.start, span.end - 1));
    for (let i = first; i <= last; i++) {
      if (i > first && i < last) {
        whole[source.blocks[i]!] = 1;
        continue;
      }
      const lineStart = source.starts[i]!;
      const lineEnd = (source.starts[i + 1] ?? source.raw.length) - 1;
      const from = Math.max(span.start, lineStart);
      const to = Math.min(span.end, lineEnd);
      if (lettersIn(source.raw, lineStart, from) === 0 && lettersIn(source.raw, to, lineEnd) === 0)
        whole[source.blocks[i]!] = 1;
      else {
        const list = ranges.get(source.blocks[i]!) ?? [];
        list.push([from - lineStart, to - lineStart]);
        ranges.set(source.blocks[i]!, list);
      }
    }
  }
  return ranges;
}

function lettersIn(raw: string, from: number, to: number): number {
  const table = letterTable();
  let n = 0;
  for (let i = from; i < to; i++) if (table[raw.charCodeAt(i)]! !== 0) n++;
  return n;
}
