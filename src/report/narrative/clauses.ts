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

/** Clauses of a passage, marks left out; nothing inside 《》 parts one. */
export function clausesOf(passage: Passage): Clause[] {
  const { text } = passage;
  const clauses: Clause[] = [];
  let start = 0;
  let depth = 0;
  const push = (end: number, ends: boolean): void => {
    if (end > start) clauses.push({ text: text.slice(start, end), passage, start, ends });
    else if (ends && clauses.length > 0) clauses.push({ ...clauses.pop()!, ends: true });
    start = end + 1;
  };
  for (let i = 0; i < text.length; i++) {
    const kind = kindOf[text.charCodeAt(i)];
    if (kind === 0) continue;
    if (kind === OPEN) depth++;
    else if (kind === CLOSE) depth = Math.max(0, depth - 1);
    else if (kind === END) {
      depth = 0;
      push(i, true);
    } else if (depth === 0) push(i, false);
  }
  push(text.length, true);
  return clauses;
}
