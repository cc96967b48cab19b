import { appealBlocks } from '../../law/forms/shared.ts';
import { figuresIn } from './pdf-aligned-columns.ts';
import { headsOf, lowered, stacked, withoutWord } from './pdf-aligned-heads.ts';
import { type AlignedTable, cellOf, isFigures, type PagedLine, runsOfLines } from './pdf-aligned-runs.ts';
import { type Glyph, middleY } from './pdf-page.ts';

const WORDS = appealBlocks.flatMap((block) => block.columns.map((column) => column.label));
/** Longer ones first: none is found within another. */
const OVER = ['未经复议直接起诉', '复议后起诉', '行政复议', '行政诉讼'];
/** Lines the head has at most. */
const MOST_HEAD = 24;

/** The fourth table where it begins at a line, or null where not all of it is certain. */
export function appealsAt(
  lines: readonly PagedLine[],
  at: number,
  turnedOn: (page: number) => readonly Glyph[],
): AlignedTable | null {
  if (!lines[at]!.line.text.startsWith('行政复议')) return null;
  const { page } = lines[at]!;
  for (
    let row = at + 1;
    row <= lines.length && row < at + MOST_HEAD && lines[row - 1]!.page <= page + 1;
    row++
  ) {
    const next = lines[row];
    if (next !== undefined && !isFigures(next) && !isSection(next)) continue;
    return appealsOf(lines.slice(at, row), lines, row, turnedOn);
  }
  return null;
}

const isSection = ({ line }: PagedLine): boolean => /^[一二三四五六][、.．]/.test(line.text);

/** The table with that head, whose figures are in the lines from `row` on. */
function appealsOf(
  head: readonly PagedLine[],
  lines: readonly PagedLine[],
  row: number,
  turnedOn: (page: number) => readonly Glyph[],
): AlignedTable | null {
  const first = head[0]!.page;
  const { page } = head.at(-1)!;
  const top = head.find((one) => one.page === page)!.line.box[1];
  const below = lines[row]?.page === page ? lines[row]!.line.base : Number.POSITIVE_INFINITY;
  const own = turnedOn(page).filter((glyph) => middleY(glyph) > top && middleY(glyph) < below);
  let glyphs = [...stacked(head), ...own.map((glyph) => lowered(glyph, page - first))];
  const over = new Map(
    OVER.map((word) => {
      const found = withoutWord(first, glyphs, word);
      glyphs = found.rest;
      return [word, found.word] as const;
    }),
  );
  if ([...over.values()].includes(null)) return null;
  const told = headsOf(first, glyphs, WORDS);
  if (told === null || told.rest.length > 0) return null;
  let end = row;
  while (end < lines.length && isFigures(lines[end]!)) end++;
  const body = lines.slice(row, end);
  const figures = figuresIn(told.heads, [runsOfLines(body)]);
  if (figures === null) return null;
  const span = (word: string) => over.get(word)!;
  const near = told.heads[0]!;
  const cells = [
    cellOf([1, 1], [2, 5], span('行政复议'), near),
    cellOf([1, 6], [1, 10], span('行政诉讼'), near),
    cellOf([2, 6], [1, 5], span('未经复议直接起诉'), near),
    cellOf([2, 11], [1, 5], span('复议后起诉'), near),
    ...told.heads.map((one, i) => cellOf([3, i + 1], [1, 1], one, one)),
    ...figures[0]!.map((run, i) => cellOf([4, i + 1], [1, 1], run, told.heads[i]!)),
  ];
  const used = new Set([...head, ...body].map((one) => one.line));
  return { rows: 4, columns: 15, cells, lines: used, first: head[0]! };
}
