import type { Draft } from './draft.ts';
import type { Stretch } from './text-cells.ts';

/** A row as read from a text whose figures may stand apart from their labels. */
export interface PlacedRow {
  readonly stretch: Stretch;
  readonly slots: number;
}

const isBelow = (s: Stretch): boolean => s.kind !== 'none' && s.below === true;

const figures = (s: Stretch): number => {
  if (s.kind === 'none') return 0;
  const cells = s.kind === 'cells' ? s.cells : s.tokens;
  return cells.filter((c) => c.text !== '').length + (s.kind === 'cells' ? Math.max(0, s.rest ?? 0) : 0);
};

/** Whether a row shows every one of its cells, blank ones included; a row of one cell may show that it is blank. */
const isFull = ({ stretch, slots }: PlacedRow): boolean =>
  stretch.kind === 'none'
    ? slots === 1 && stretch.firm
    : stretch.kind === 'cells' && (stretch.firm || figures(stretch) === slots);

/**
 * How far labels and figures can be trusted to stand in the same order. `sure`: which rows keep their figures.
 * Where figures stand under their labels, a row with too many of them proves that others have lost theirs to it: then
 * the document was not copied row by row, `draft.broken` says so, and no such row is certain. A row with too few may
 * have lost some to the next one. Among rows printed whole on one line, a lone figure on another line is no value.
 */
export function inOrder(draft: Draft, rows: readonly PlacedRow[], stray: boolean): readonly boolean[] {
  const below = rows.filter((r) => isBelow(r.stretch));
  if (below.length === 0) return rows.map(() => true);
  const beside = rows.filter((r) => r.stretch.kind !== 'none' && !isBelow(r.stretch)).length;
  if (stray || below.some((r) => figures(r.stretch) > r.slots)) draft.broken = true;
  const mixed = beside >= below.length;
  return rows.map((row, i) => {
    if (!isBelow(row.stretch)) return true;
    if (mixed) return row.slots >= 3 && isFull(row);
    const before = rows[i - 1];
    return before === undefined || isFull(before);
  });
}

/** Whether lines of figures only stand between two positions. */
export const hasStrayFigures = (raw: string, from: number, to: number): boolean =>
  to > from && /(?:^|\n)[ \t]*\d[\d \t]*(?=\n)/.test(raw.slice(from, to));
