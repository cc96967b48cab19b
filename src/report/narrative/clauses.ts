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

const isEnd = (code: number): boolean =>
  code === 0x3002 || code === 0x3b || code === 0xff1b || code === 0x21 || code === 0x3f || code === 0x0a;
const isComma = (code: number): boolean =>
  code === 0x2c || code === 0xff0c || code === 0x3a || code === 0xff1a;

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
    const code = text.charCodeAt(i);
    if (code === 0x300a) depth++;
    else if (code === 0x300b) depth = Math.max(0, depth - 1);
    else if (isEnd(code)) {
      depth = 0;
      push(i, true);
    } else if (depth === 0 && isComma(code)) push(i, false);
  }
  push(text.length, true);
  return clauses;
}
