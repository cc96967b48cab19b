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

/**
 * Where the clauses of a text lie, marks left out; nothing inside 《》 parts one. Flat, four numbers a clause: start,
 * end (exclusive), 1 where a sentence ends with it, a hash of its words.
 */
export function spansOf(text: string): number[] {
  const spans: number[] = [];
  let start = 0;
  let depth = 0;
  let hash = SEED;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : LINE_END;
    const kind = kindOf[code];
    if (kind === END || (kind === COMMA && depth === 0)) {
      if (i > start) spans.push(start, i, kind === END ? 1 : 0, hash ^ (hash >>> 15));
      else if (kind === END && spans.length > 0) spans[spans.length - 2] = 1;
      if (kind === END) depth = 0;
      start = i + 1;
      hash = SEED;
      continue;
    }
    if (kind === OPEN) depth++;
    else if (kind === CLOSE) depth = Math.max(0, depth - 1);
    hash = Math.imul(hash ^ code, PRIME);
  }
  return spans;
}

/** Clauses of a passage, marks left out. */
export function clausesOf(passage: Passage): Clause[] {
  const { text } = passage;
  const spans = spansOf(text);
  const clauses: Clause[] = [];
  for (let i = 0; i < spans.length; i += 4) {
    const start = spans[i]!;
    clauses.push({ text: text.slice(start, spans[i + 1]), passage, start, ends: spans[i + 2] === 1 });
  }
  return clauses;
}
