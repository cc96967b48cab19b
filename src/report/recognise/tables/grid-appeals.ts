import { type Draft, keepBlank, keepUnreadable } from './draft.ts';
import { type Grid, type GridCell, slotAt } from './grid.ts';
import { keepCell } from './grid-applications.ts';
import { headLabel } from './grid-match.ts';

const RESULTS = ['upheld', 'corrected', 'otherResult', 'pending', 'total'] as const;
const BLOCKS = ['review', 'suitDirect', 'suitAfterReview'] as const;

interface Range {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** Heads of table 四 met so far. */
export interface AppealHead {
  results: Range[];
  blocks: Range[];
  /** Blocks told by small tables, in order. */
  readonly shards: string[];
  closed: boolean;
}

export const noAppealHead = (): AppealHead => ({ results: [], blocks: [], shards: [], closed: false });

const resetHead = (head: AppealHead): void => {
  head.results = [];
  head.blocks = [];
  head.closed = false;
};

/** Whether a row names a block, or four results at least. */
function isHead(row: readonly GridCell[], index: number): boolean {
  let results = 0;
  for (const cell of row) {
    const kind = cell.row === index ? headLabel(cell.letters, 'appeals')?.pattern.kind : undefined;
    if (kind === 'block') return true;
    if (kind === 'column') results++;
  }
  return results >= 4;
}

/** Takes a head row in; false when the row is none. */
export function takeAppealHead(head: AppealHead, grid: Grid, index: number, draft: Draft): boolean {
  if (!isHead(grid.rows[index]!, index)) return false;
  const row = grid.rows[index]!.filter((c) => c.row === index && c.letters !== '');
  const matches = row.map((c) => headLabel(c.letters, 'appeals'));
  if (grid.rows[index]!.some((c) => c.row === index && /\d/.test(c.text))) return false;
  if (head.closed) resetHead(head);
  row.forEach((cell, i) => {
    const match = matches[i];
    if (!match) return;
    const range = { id: match.pattern.id, from: cell.column, to: cell.columnEnd };
    if (match.pattern.kind === 'block') head.blocks.push(range);
    else {
      head.results.push(range);
      if (!match.exact)
        draft.labels.push({
          table: 'appeals',
          kind: 'column',
          id: match.pattern.id,
          expected: draft.form.appealBlocks[0]!.columns.find((c) => c.id === match.pattern.id)?.label ?? '',
          found: cell.text.replace(/\s+/g, ''),
          at: cell.at,
        });
    }
  });
  return true;
}

/** Cells of the fifteen under the heads: block and result by the columns they span; null where not told. */
function namedCells(head: AppealHead): readonly Range[] | null {
  const suits = head.blocks.filter((b) => b.id === 'suitDirect' || b.id === 'suitAfterReview');
  const review = head.blocks.find((b) => b.id === 'review');
  const cells = head.results.map((r) => {
    const block =
      suits.find((b) => b.from <= r.from && r.to <= b.to)?.id ??
      (review && review.from <= r.from && r.to <= review.to ? 'review' : null);
    return block === null ? null : { id: `${block}.${r.id}`, from: r.from, to: r.to };
  });
  const told = cells.filter((c) => c !== null);
  if (told.length !== 15 || new Set(told.map((c) => c.id)).size !== 15) return null;
  return told.sort((a, b) => a.from - b.from);
}

/** Whether the row under the heads holds values: as many cells as heads, none a label. */
function isData(row: readonly GridCell[]): boolean {
  return row.length >= 5 && row.filter((c) => c.letters.length > 3).length <= 1;
}

/** Reads the data row of table 四; `before` is the text over the table, `left` false when heads are incomplete. */
export function readAppealLine(
  head: AppealHead,
  grid: Grid,
  index: number,
  before: string,
  draft: Draft,
): boolean {
  if (head.results.length < 4 || head.closed) return false;
  const row = grid.rows[index]!.filter((c) => c.row === index);
  if (!isData(row)) return false;
  head.closed = true;
  draft.found.appeals = 'found';
  const named = namedCells(head);
  if (named !== null && row.length === named.length) {
    named.forEach((cell, i) => {
      keepCell(draft, `appeals.${cell.id}`, row[i]!);
    });
    return true;
  }
  const slots = named?.map((cell) => slotAt(grid.rows[index]!, index, cell.from, cell.to, 0)) ?? [];
  if (named !== null && slots.every((slot) => slot.kind !== 'missing')) {
    for (const [i, cell] of named.entries()) {
      const slot = slots[i]!;
      if (slot.kind === 'doubt') keepUnreadable(draft, `appeals.${cell.id}`, slot.text, slot.at);
      else if (slot.kind === 'cell') keepCell(draft, `appeals.${cell.id}`, slot.cell);
    }
    return true;
  }
  const ids = shardIds(head, before) ?? countedIds(head);
  const values = row.length === ids.length ? row : withoutLabel(row, ids.length);
  ids.forEach((id, i) => {
    const cell = values?.[i];
    if (cell) keepCell(draft, `appeals.${id}`, cell);
    else if (row.every((c) => c.text.trim() === '')) keepBlank(draft, `appeals.${id}`, grid.table.at);
    else keepUnreadable(draft, `appeals.${id}`, row.map((c) => c.text).join(' '), grid.table.at);
  });
  return true;
}

const withoutLabel = (row: readonly GridCell[], slots: number): readonly GridCell[] | null =>
  row.length === slots + 1 && row[0]!.letters !== '' ? row.slice(1) : null;

/** Fifteen cells in the order of the form, where the heads do not say otherwise. */
function countedIds(head: AppealHead): string[] {
  const results = head.results.map((r) => r.id);
  if (results.length === 15) {
    const ids = BLOCKS.flatMap((b, k) => results.slice(5 * k, 5 * k + 5).map((r) => `${b}.${r}`));
    if (new Set(ids).size === 15) return ids;
  }
  return BLOCKS.flatMap((b) => RESULTS.map((r) => `${b}.${r}`));
}

/** Five cells of one block: the block is named in the table, else right over it, else by turn. */
function shardIds(head: AppealHead, before: string): string[] | null {
  const results = head.results.map((r) => r.id);
  if (results.length !== 5 || new Set(results).size !== 5) return null;
  const names = [...head.blocks.map((b) => b.id), ...namesIn(before)];
  const block = names.includes('suitAfterReview')
    ? 'suitAfterReview'
    : names.includes('suitDirect')
      ? 'suitDirect'
      : names.includes('review') && !names.includes('suit')
        ? 'review'
        : BLOCKS[head.shards.length];
  if (block === undefined) return null;
  head.shards.push(block);
  return results.map((r) => `${block}.${r}`);
}

function namesIn(letters: string): string[] {
  const names: string[] = [];
  if (letters.includes('复议后起诉')) names.push('suitAfterReview');
  if (letters.includes('未经复议')) names.push('suitDirect');
  if (letters.endsWith('行政复议')) names.push('review');
  return names;
}
