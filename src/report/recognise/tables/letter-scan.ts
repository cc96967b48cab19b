import { textOfUnits } from '../../read/units.ts';
import { letterTable } from './fold.ts';
import { marks } from './marks.ts';
import { type Pattern, patternsByFirst } from './patterns.ts';

/** A wording at a letter, not yet placed in the text. */
export interface Wording {
  readonly pattern: Pattern;
  readonly from: number;
}

/** The letters of a whole text, the way back to it, and every wording of the form in them. */
export interface LetterScan {
  readonly letters: string;
  /** `origin[i]` is the index in the text of letter `i`; good until the next text is scanned. */
  readonly origin: Uint32Array;
  readonly wordings: readonly Wording[];
  /** By mark the letters at which it stands. */
  readonly marks: ReadonlyMap<string, readonly number[]>;
  /** Whether anything stands in the text that may be drawn: rules, boxes, quotation marks, semicolons. */
  readonly drawn: boolean;
}

const PAIRS = 16_384;
/** Two letters as one index; other letters may have the same, but few. */
const pairOf = (first: number, second: number): number => (Math.imul(first, 0x9e5) ^ second) & (PAIRS - 1);

interface Candidate {
  /** Null for a mark. */
  readonly pattern: Pattern | null;
  readonly letters: string;
  readonly units: Uint16Array;
}

const unitsOf = (text: string): Uint16Array =>
  Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));

/** By the index in `candidates` of the marks and wordings, longest first, that begin with a pair of letters; 0 for none. */
const begins = new Uint8Array(PAIRS);
const candidates: Candidate[][] = [[]];
function addCandidate(letters: string, pattern: Pattern | null): void {
  const units = unitsOf(letters);
  const pair = pairOf(units[0]!, units[1]!);
  if (begins[pair] === 0) begins[pair] = candidates.push([]) - 1;
  candidates[begins[pair]!]!.push({ pattern, letters, units });
}
for (const list of patternsByFirst.values())
  for (const pattern of list) addCandidate(pattern.letters, pattern);
for (const list of candidates) list.sort((a, b) => b.units.length - a.units.length);
for (const mark of marks) addCandidate(mark, null);

/** By unit: 1 for what is drawn or sets cells off, 2 for marks of which rules are made by two and more. */
const drawing = new Uint8Array(65536);
drawing.fill(1, 0x2500, 0x2580);
for (const mark of '"｜¦;') drawing[mark.charCodeAt(0)] = 1;
for (const mark of '-=') drawing[mark.charCodeAt(0)] = 2;
const COLON = 0x3a;

let units = new Uint16Array(16_384);
let origin = new Uint32Array(16_384);
let pairs = new Uint32Array(4096);

function reserve(length: number): void {
  if (length <= units.length) return;
  units = new Uint16Array(2 * length);
  origin = new Uint32Array(2 * length);
}

function morePairs(): void {
  const more = new Uint32Array(2 * pairs.length);
  more.set(pairs);
  pairs = more;
}

/** One pass over a text. Linear in its length. */
export function scanLetters(text: string): LetterScan {
  reserve(text.length);
  const table = letterTable();
  let n = 0;
  let met = 0;
  let before = 0;
  let drawn = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const letter = table[code]!;
    if (letter === 0) {
      const mark = drawing[code]!;
      if (mark !== 0 && (mark === 1 || isRule(text, i, code))) drawn = true;
      continue;
    }
    units[n] = letter;
    origin[n] = i;
    if (n > 0 && begins[pairOf(before, letter)] !== 0) {
      if (met === pairs.length) morePairs();
      pairs[met++] = n - 1;
    }
    n++;
    before = letter;
  }
  return { letters: textOfUnits(units, 0, n), origin: origin.subarray(0, n), ...foundAt(met, n), drawn };
}

const isRule = (text: string, i: number, code: number): boolean => {
  const last = text.charCodeAt(i - 1);
  return last === code || last === COLON;
};

/** The marks at the pairs met, and the wordings from left to right, none within another. */
function foundAt(met: number, length: number): Pick<LetterScan, 'wordings' | 'marks'> {
  const wordings: Wording[] = [];
  const marks = new Map<string, number[]>();
  let next = 0;
  for (let k = 0; k < met; k++) {
    const from = pairs[k]!;
    for (const { pattern, letters, units: wanted } of candidates[
      begins[pairOf(units[from]!, units[from + 1]!)]!
    ]!) {
      if ((pattern !== null && from < next) || !stands(wanted, from, length)) continue;
      if (pattern === null) {
        const places = marks.get(letters);
        if (places === undefined) marks.set(letters, [from]);
        else places.push(from);
      } else {
        wordings.push({ pattern, from });
        next = from + wanted.length;
      }
    }
  }
  return { wordings, marks };
}

function stands(wanted: Uint16Array, from: number, length: number): boolean {
  if (from + wanted.length > length) return false;
  for (let i = 0; i < wanted.length; i++) if (units[from + i] !== wanted[i]) return false;
  return true;
}
