import type { Passage } from '../reading.ts';

/** A clause of a passage: what stands between two marks. */
export interface Clause {
  readonly text: string;
  readonly passage: Passage;
  /** Offset in the passage's text. */
  readonly start: number;
  /** Whether a sentence ends with it. */
  readonly ends: boolean;
}

const LINE_END = 0x0a;
const COMMA = 1;
const END = 2;
const OPEN = 3;
const CLOSE = 4;
/** What a character does to a clause; 0 for most. */
const kindOf = new Uint8Array(65536);
for (const char of ',，:：') kindOf[char.charCodeAt(0)] = COMMA;
for (const char of '。;；!！?？\n') kindOf[char.charCodeAt(0)] = END;
kindOf['《'.charCodeAt(0)] = OPEN;
kindOf['》'.charCodeAt(0)] = CLOSE;

const SEED = 0x811c9dc5;
const PRIME = 0x01000193;

/** Another, larger array that begins as the one before. */
function grown<T extends { set(from: T): void }>(before: T, after: T): T {
  after.set(before);
  return after;
}

/** Where clauses lie, a row each, in flat arrays that grow as they fill and are used again. */
export class Spans {
  start = new Uint32Array(1_024);
  /** Exclusive. */
  end = new Uint32Array(1_024);
  /** 1 where a sentence ends with the clause. */
  ends = new Uint8Array(1_024);
  /** Hash of its words. */
  hash = new Int32Array(1_024);

  /**
   * Notes the clauses of a text from row `first` on, marks left out; nothing inside 《》 parts one. Returns the row
   * behind the last.
   */
  note(text: string, first: number): number {
    let row = first;
    let start = 0;
    let depth = 0;
    let hash = SEED;
    for (let i = 0; i <= text.length; i++) {
      const code = i < text.length ? text.charCodeAt(i) : LINE_END;
      const kind = kindOf[code];
      if (kind === END || (kind === COMMA && depth === 0)) {
        if (i > start) this.#set(row++, start, i, kind === END, hash ^ (hash >>> 15));
        else if (kind === END && row > first) this.ends[row - 1] = 1;
        if (kind === END) depth = 0;
        start = i + 1;
        hash = SEED;
        continue;
      }
      if (kind === OPEN) depth++;
      else if (kind === CLOSE) depth = Math.max(0, depth - 1);
      hash = Math.imul(hash ^ code, PRIME);
    }
    return row;
  }

  #set(row: number, start: number, end: number, ends: boolean, hash: number): void {
    if (row === this.ends.length) this.#grow();
    this.start[row] = start;
    this.end[row] = end;
    this.ends[row] = ends ? 1 : 0;
    this.hash[row] = hash;
  }

  #grow(): void {
    this.start = grown(this.start, new Uint32Array(2 * this.start.length));
    this.end = grown(this.end, new Uint32Array(2 * this.end.length));
    this.ends = grown(this.ends, new Uint8Array(2 * this.ends.length));
    this.hash = grown(this.hash, new Int32Array(2 * this.hash.length));
  }
}

const scratch = new Spans();

/** Clauses of a passage, marks left out. */
export function clausesOf(passage: Passage): Clause[] {
  const { text } = passage;
  const clauses: Clause[] = [];
  const count = scratch.note(text, 0);
  for (let i = 0; i < count; i++) {
    const start = scratch.start[i]!;
    clauses.push({ text: text.slice(start, scratch.end[i]), passage, start, ends: scratch.ends[i] === 1 });
  }
  return clauses;
}
