import { spansOf } from '../narrative/clauses.ts';
import type { Passage } from '../reading.ts';

/**
 * The clauses of passages in order, in flat arrays that are used again for every report: nearly none is ever looked at
 * but by its hash. Valid until the next table is drawn up.
 */
export interface ClauseTable {
  readonly count: number;
  readonly passages: readonly Passage[];
  /** Index of each clause's passage. */
  readonly passage: Uint32Array;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** 1 where a sentence ends with it. */
  readonly ends: Uint8Array;
  /** Hash of its words. */
  readonly hash: Int32Array;
}

type Arrays = { -readonly [Key in 'passage' | 'start' | 'end' | 'ends' | 'hash']: ClauseTable[Key] };

const arraysFor = (size: number): Arrays => ({
  passage: new Uint32Array(size),
  start: new Uint32Array(size),
  end: new Uint32Array(size),
  ends: new Uint8Array(size),
  hash: new Int32Array(size),
});

let arrays = arraysFor(1024);

function grow(): void {
  const more = arraysFor(2 * arrays.ends.length);
  for (const key of ['passage', 'start', 'end', 'ends', 'hash'] as const) more[key].set(arrays[key]);
  arrays = more;
}

/** Notes the clauses of one passage from row `first` on; returns the row behind the last. */
function noteClauses(text: string, passage: number, first: number): number {
  const spans = spansOf(text);
  let row = first;
  for (let i = 0; i < spans.length; i += 4, row++) {
    if (row === arrays.ends.length) grow();
    arrays.passage[row] = passage;
    arrays.start[row] = spans[i]!;
    arrays.end[row] = spans[i + 1]!;
    arrays.ends[row] = spans[i + 2]!;
    arrays.hash[row] = spans[i + 3]!;
  }
  return row;
}

export function clauseTable(passages: readonly Passage[]): ClauseTable {
  let count = 0;
  for (let i = 0; i < passages.length; i++) count = noteClauses(passages[i]!.text, i, count);
  return { count, passages, ...arrays };
}

let slots = new Int32Array(4096);

/** The first clause noted of each hash: a table of positions, half empty, used again for every report. */
export class FirstSeen {
  readonly #table: ClauseTable;
  readonly #mask: number;

  constructor(table: ClauseTable) {
    let size = 4096;
    while (size < 2 * table.count) size *= 2;
    if (slots.length < size) slots = new Int32Array(size);
    slots.fill(0, 0, size);
    this.#table = table;
    this.#mask = size - 1;
  }

  /** Where a clause of this hash stands, or shall stand. */
  #slot(hash: number): number {
    let slot = hash & this.#mask;
    while (slots[slot] !== 0 && this.#table.hash[slots[slot]! - 1] !== hash) slot = (slot + 1) & this.#mask;
    return slot;
  }

  /** Index of the first clause noted with the hash of clause `index`, -1 for none. */
  before(index: number): number {
    return slots[this.#slot(this.#table.hash[index]!)]! - 1;
  }

  note(index: number): void {
    const slot = this.#slot(this.#table.hash[index]!);
    if (slots[slot] === 0) slots[slot] = index + 1;
  }
}
