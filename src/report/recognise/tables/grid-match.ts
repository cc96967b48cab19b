import type { TableId } from '../../../law/forms/index.ts';
import { allPatterns, nearest, type Pattern, tolerance } from './patterns.ts';

/** A label recognised: its pattern and whether it is the form's wording. */
export interface LabelMatch {
  readonly pattern: Pattern;
  readonly exact: boolean;
}

const NUMERALS = /^[一二三四五六七八九十]+(?=.)/;
const strip = (letters: string): string => letters.replace(NUMERALS, '');

const exactLabels = new Map<string, Pattern[]>();
for (const pattern of allPatterns) {
  if (pattern.kind === 'section') continue;
  const key = strip(pattern.letters);
  exactLabels.set(key, [...(exactLabels.get(key) ?? []), pattern]);
}
type Memory = Map<string, LabelMatch | null>;
const MAX_KNOWN = 5000;
const memory = (): Record<TableId, Memory> => ({
  disclosure: new Map(),
  applications: new Map(),
  appeals: new Map(),
});
const rowMemory = memory();
const headMemory = memory();

/** The label of rows (kinds row and group) of a table that the letters of a cell are; null when none for certain. */
export function rowLabel(letters: string, table: TableId): LabelMatch | null {
  return labelIn(rowMemory[table], letters, table, isRowOf);
}

const isRowOf = (p: Pattern, table: TableId): boolean =>
  p.table === table && (p.kind === 'row' || p.kind === 'group');

/** The head of a column or block of columns. */
export function headLabel(letters: string, table: TableId): LabelMatch | null {
  return labelIn(headMemory[table], letters, table, isHeadOf);
}

const isHeadOf = (p: Pattern, table: TableId): boolean =>
  (p.table === table || (table === 'appeals' && p.id === 'total')) &&
  (p.kind === 'column' || p.kind === 'block');

/** The same few labels stand in every report: what they are is found out once. */
function labelIn(
  known: Memory,
  letters: string,
  table: TableId,
  fits: (pattern: Pattern, table: TableId) => boolean,
): LabelMatch | null {
  if (letters === '' || letters.length > LONGEST) return null;
  const before = known.get(letters);
  if (before !== undefined) return before;
  const found = match(letters, (pattern) => fits(pattern, table));
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(letters, found);
  return found;
}

const LONGEST = 120;
/** The unit that a head of money prints in brackets. */
const UNIT_NOTE = /^(?:单位)?(?:人民币)?(?:亿元|万元|元)$/;

function match(letters: string, fits: (pattern: Pattern) => boolean): LabelMatch | null {
  const core = strip(letters);
  const exact = exactLabels.get(core)?.find(fits);
  if (exact) return { pattern: exact, exact: exact.whole };
  const candidates = allPatterns.filter((p) => fits(p) && p.letters.length >= 4);
  const within = candidates.filter((p) => !p.whole && core.includes(p.letters));
  const own = new Set(within.map((p) => p.id));
  if (own.size === 1) return { pattern: within[0]!, exact: false };
  const parts = candidates.filter((p) => p.whole && (core.startsWith(p.letters) || core.endsWith(p.letters)));
  if (new Set(parts.map((p) => p.id)).size === 1) {
    const longest = parts.reduce((a, b) => (b.letters.length > a.letters.length ? b : a));
    const rest = core.slice(longest.letters.length);
    const exact = longest.kind === 'row' ? core.endsWith(longest.letters) : UNIT_NOTE.test(rest);
    return { pattern: longest, exact };
  }
  return closest(core, candidates);
}

/** The one label that differs by least, if no other is as near. */
function closest(core: string, candidates: readonly Pattern[]): LabelMatch | null {
  let best: Pattern | null = null;
  let least = Number.POSITIVE_INFINITY;
  let tie = false;
  for (const pattern of candidates) {
    const allowed = tolerance(pattern.letters.length);
    if (Math.abs(pattern.letters.length - core.length) > allowed) continue;
    const found = nearest(core, pattern.letters, allowed);
    const distance = found
      ? Math.max(found.distance, core.length - (found.end - found.start))
      : Number.POSITIVE_INFINITY;
    if (distance > allowed || distance > least) continue;
    tie = distance === least && best !== null && best.id !== pattern.id;
    best = pattern;
    least = distance;
  }
  return best === null || tie ? null : { pattern: best, exact: false };
}
