import type { Region, ShownCell, ShownSheet } from './workbook-blocks.ts';
import { isFormWord, isRowLabel, isSectionHeading } from './workbook-words.ts';

/** A cell of this many characters holds running text, not a label, a note or a figure of the form. */
const PROSE = 150;
const PROSE_OF_LINES = 80;
/** A cell alone in its row that is longer than this is no label. */
const LABEL = 60;

/** Rows that hang together by cells that reach over several of them. */
interface Group {
  readonly from: number;
  readonly to: number;
  readonly cells: readonly ShownCell[];
}

const isProse = (text: string): boolean =>
  text.length > PROSE || (text.length > PROSE_OF_LINES && text.split('\n').length >= 4);

/** Cells that belong to the text around a table although others stand beside them. */
const isPulled = (text: string): boolean => isSectionHeading(text) || isProse(text);

/** Groups of rows from top to bottom. */
function groupsOf(cells: readonly ShownCell[]): Group[] {
  const groups: Group[] = [];
  let open: { from: number; to: number; cells: ShownCell[] } | null = null;
  for (const cell of cells) {
    if (open !== null && cell.row <= open.to) {
      open.cells.push(cell);
      open.to = Math.max(open.to, cell.rowEnd);
    } else {
      open = { from: cell.row, to: cell.rowEnd, cells: [cell] };
      groups.push(open);
    }
  }
  return groups;
}

/** Groups with the headings and prose that stand beside other cells made groups of their own, before the rest. */
function parted(cells: readonly ShownCell[]): Group[] {
  const out: Group[] = [];
  for (const group of groupsOf(cells)) {
    const pulled = group.cells.length < 2 ? [] : group.cells.filter(({ text }) => isPulled(text));
    if (pulled.length === 0) {
      out.push(group);
      continue;
    }
    const rest = groupsOf(group.cells.filter((cell) => !pulled.includes(cell)));
    const alone = pulled.map((cell): Group => ({ from: cell.row, to: cell.row, cells: [cell] }));
    out.push(
      ...[...alone, ...rest].sort((a, b) => a.from - b.from || a.cells[0]!.column - b.cells[0]!.column),
    );
  }
  return out;
}

type Kind = 'table' | 'text' | 'open';

/** What a group is by itself; a cell alone in its rows may be a row of a table or a line of text. */
function kindOf({ cells }: Group): Kind {
  if (cells.length > 1) return 'table';
  const { text } = cells[0]!;
  const ends = /[。；;!！]$/.test(text.trim()) && text.length > 12;
  return isSectionHeading(text) || text.length > LABEL || ends || isTitle(text) ? 'text' : 'open';
}

const isTitle = (text: string): boolean => /(?:19|20)\d\d\s*年.*(?:年度报告|年报)\s*$/.test(text);

const adjacent = (above: Group | undefined, below: Group | undefined): boolean =>
  above !== undefined && below !== undefined && below.from <= above.to + 1;

/** Settles the open groups: part of a table between its rows, with a row's label of the form, or over it as a band. */
function settle(groups: readonly Group[]): Kind[] {
  const kinds = groups.map(kindOf);
  const reaches = new Array<boolean>(groups.length).fill(false);
  for (let i = groups.length - 2; i >= 0; i--)
    reaches[i] =
      adjacent(groups[i], groups[i + 1]) &&
      (kinds[i + 1] === 'table' || (kinds[i + 1] === 'open' && reaches[i + 1]!));
  return kinds.map((kind, i) => {
    if (kind !== 'open') return kind;
    const { text } = groups[i]!.cells[0]!;
    const after = i > 0 && kinds[i - 1] === 'table' && adjacent(groups[i - 1], groups[i]);
    const before = reaches[i]!;
    const belongs =
      (after && before) || ((after || before) && isRowLabel(text)) || (before && /^第.{1,4}条第/.test(text));
    kinds[i] = belongs ? 'table' : 'text';
    return kinds[i];
  });
}

/** Two rows of a few words are no table of the form: a line of contact, a signature with its date. */
function isText(region: Region): boolean {
  const columns = new Set(region.cells.map((cell) => cell.column));
  if (columns.size < 2) return true;
  const rows = new Map<number, number>();
  for (const { row } of region.cells) rows.set(row, (rows.get(row) ?? 0) + 1);
  return (
    rows.size <= 2 &&
    [...rows.values()].every((n) => n <= 3) &&
    !region.cells.some(({ text }) => isFormWord(text))
  );
}

export type SheetPart = Region | { readonly text: string } | 'picture';

/** The parts of a sheet from top to bottom: lines of text, regions that are tables, and the pictures before each. */
export function* regionsOf(sheet: ShownSheet): Generator<SheetPart> {
  const groups = parted(sheet.cells);
  const kinds = settle(groups);
  let picture = 0;
  for (let i = 0; i < groups.length; i++) {
    for (; picture < sheet.pictures.length && sheet.pictures[picture]! < groups[i]!.from; picture++)
      yield 'picture';
    if (kinds[i] === 'text') {
      for (const { text } of groups[i]!.cells) yield { text };
      continue;
    }
    const first = i;
    while (kinds[i + 1] === 'table' && adjacent(groups[i], groups[i + 1])) i++;
    const cells = groups.slice(first, i + 1).flatMap((group) => group.cells);
    const last = groups[i]!.to;
    const open = !adjacent(groups[i], groups[i + 1]) && sheet.isDrawn(last + 1);
    const region = { from: groups[first]!.from, to: open ? last + 1 : last, cells };
    if (isText(region)) for (const { text } of cells) yield { text };
    else yield region;
  }
  for (; picture < sheet.pictures.length; picture++) yield 'picture';
}
