import { Spans } from '../narrative/clauses.ts';
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

const spans = new Spans();
let owners = new Uint32Array(1_024);

export function clauseTable(passages: readonly Passage[]): ClauseTable {
  let count = 0;
  for (let i = 0; i < passages.length; i++) {
    const first = count;
    count = spans.note(passages[i]!.text, first);
    if (count > owners.length) {
      const before = owners;
      owners = new Uint32Array(2 * count);
      owners.set(before);
    }
    owners.fill(i, first, count);
  }
  const { start, end, ends, hash } = spans;
  return { count, passages, passage: owners, start, end, ends, hash };
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
