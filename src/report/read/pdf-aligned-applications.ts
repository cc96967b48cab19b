import { applicationColumns, balanceNote } from '../../law/forms/shared.ts';
import { type Figures, figuresIn } from './pdf-aligned-columns.ts';
import { type Head, headsOf, lowered, stacked, withoutWord } from './pdf-aligned-heads.ts';
import { beside, figuresByLeaf, rowsOf } from './pdf-aligned-rows.ts';
import {
  type AlignedCell,
  type AlignedTable,
  cellOf,
  endsInFigure,
  isFigures,
  lettersIn,
  type PagedLine,
  type Run,
  runsOfLines,
} from './pdf-aligned-runs.ts';
import { type Label, type Leaf, leavesOf, Stub } from './pdf-aligned-stub.ts';
import { type Glyph, middleY } from './pdf-page.ts';

const WORDS = applicationColumns.map((column) => column.label);
const APPLICANTS = '申请人情况';
const ORGANISATIONS = '法人或其他组织';
const NOTE = lettersIn(balanceNote);
/** Lines its head and its body have at most. */
const MOST_HEAD = 60;
const MOST_BODY = 400;

/** The table's lines: those of its head, and all of them; and the runs of its body. */
interface Region {
  readonly head: readonly PagedLine[];
  readonly all: readonly PagedLine[];
  /** Height of the body's first line on the head's page. */
  readonly bottom: number;
  readonly runs: readonly Run[];
}

const plain = ({ line }: PagedLine): string => line.text.replace(/\s+/g, '');
const startsWith = (one: PagedLine, sign: RegExp): boolean => sign.test(plain(one));
/** Whether a text is a part of the note over the labels. */
const isNote = (text: string): boolean => {
  const letters = lettersIn(text);
  return letters.length > 2 && NOTE.includes(letters);
};

function regionAt(lines: readonly PagedLine[], at: number): Region | null {
  const { page } = lines[at]!;
  let from = at;
  while (from > 0 && at - from < 8 && lines[from - 1]!.page === page && isNote(lines[from - 1]!.line.text))
    from--;
  let start = at;
  while (start < lines.length && start < at + MOST_HEAD && !startsWith(lines[start]!, /^一、/)) start++;
  if (start >= lines.length || start === at + MOST_HEAD) return null;
  while (isFigures(lines[start - 1]!)) start--;
  const end = endOf(lines, start);
  if (end === null) return null;
  const head = lines.slice(from, start);
  const body = lines.slice(start, end);
  const ends = repeatedHeads(lines[at]!, head, body);
  const runs = runsOfLines(body, (on, glyph) => glyph.y > (ends.get(on) ?? 0)).filter(
    (run) => run.page === page || !isNote(run.text),
  );
  const below = lines[start]!;
  const bottom = below.page === head.at(-1)!.page ? below.line.base : Number.POSITIVE_INFINITY;
  return { head, all: lines.slice(from, end), bottom, runs };
}

/** Where the heads end that the table's later pages repeat, as heights by page. */
function repeatedHeads(
  first: PagedLine,
  head: readonly PagedLine[],
  body: readonly PagedLine[],
): ReadonlyMap<number, number> {
  const own = head.filter(({ page }) => page === first.page);
  const lowest = Math.max(...own.flatMap(({ line }) => line.glyphs.map((glyph) => glyph.y)));
  const ends = new Map<number, number>();
  for (const one of body)
    if (one.page !== first.page && plain(one).includes(APPLICANTS))
      ends.set(one.page, one.line.base + lowest - first.line.base + 0.3 * one.line.size);
  return ends;
}

const LAST = '四结转下年度继续办理';

/** Index past the last line of the body: that of 四、 and what goes on with its label or stands beside it. */
function endOf(lines: readonly PagedLine[], start: number): number | null {
  let last = start;
  while (last < lines.length && last < start + MOST_BODY && !startsWith(lines[last]!, /^四、结转/)) last++;
  if (last >= lines.length || last === start + MOST_BODY) return null;
  let label = '';
  for (let i = last; i < lines.length && i < last + 6; i++) {
    const letters = lettersIn(lines[i]!.line.text).replaceAll('无', '');
    label += letters;
    if (i > last && letters !== '' && !LAST.startsWith(label)) return i;
    if (i > last && letters === '' && !isFigures(lines[i]!)) return i;
  }
  return Math.min(lines.length, last + 6);
}

/** Runs of the body left and right of where labels end; null where one runs across. */
function sidesOf(runs: readonly Run[], heads: readonly Head[]): { stub: Run[]; figures: Run[] } | null {
  const isLabel = (run: Run): boolean => run.from < heads[0]!.from && /[^无]/.test(lettersIn(run.text));
  const edge = runs.filter(isLabel).reduce((right, run) => Math.max(right, run.to), 0);
  const stub = runs.filter((run) => run.to < edge + TOUCH * run.size);
  const figures = runs.filter((run) => run.from > edge - TOUCH * run.size && !stub.includes(run));
  const crosses = edge > heads[0]!.to || stub.length + figures.length < runs.length;
  return crosses || figures.some((run) => run.text.length > LONGEST) ? null : { stub, figures };
}
/** Columns touch where a figure begins this part of the type size before the widest label ends. */
const TOUCH = 0.2;
/** Longer texts are no figures. */
const LONGEST = 24;

/** The head's own four rows of cells over the three columns of labels and the seven of figures. */
function headCells(
  heads: readonly Head[],
  applicants: Head,
  organisations: Head,
  note: string,
): AlignedCell[] {
  const near = heads[0]!;
  return [
    cellOf([1, 1], [3, 3], note === '' ? null : { ...near, text: note }, near),
    cellOf([1, 4], [1, 7], applicants, near),
    cellOf([2, 4], [2, 1], heads[0]!, near),
    cellOf([2, 5], [1, 5], organisations, near),
    cellOf([2, 10], [2, 1], heads[6]!, near),
    ...heads.slice(1, 6).map((head, i) => cellOf([3, 5 + i], [1, 1], head, near)),
  ];
}

/** The labels of the rows, each over the columns and rows that its depth leaves it. */
function labelCells(leaves: readonly Leaf[], whole: Label): AlignedCell[] {
  const cells: AlignedCell[] = [];
  const inner = leaves.filter(({ label }) => label.depth > 0).length;
  leaves.forEach(({ label, group }, i) => {
    const row = i + 4;
    const span = label.depth === 0 ? 3 : label.depth === 1 ? 2 : 1;
    if (label.depth > 0 && leaves[i - 1]?.label.depth === 0)
      cells.push(cellOf([row, 1], [inner, 1], whole, whole));
    if (group !== null && leaves[i - 1]?.group !== group) {
      const size = leaves.filter((leaf) => leaf.group === group).length;
      cells.push(cellOf([row, 2], [size, 1], group, group));
    }
    cells.push(cellOf([row, 4 - span], [1, span], label, label));
  });
  return cells;
}

interface TopOfTable {
  readonly heads: readonly Head[];
  readonly cells: AlignedCell[];
}

/** The heads of the seven columns, and what stands over and beside them; a page's end may part them. */
function topOf({ head, bottom }: Region, turned: readonly Glyph[]): TopOfTable | null {
  const first = head[0]!.page;
  const { page } = head.at(-1)!;
  const own = head.filter((one) => one.page === page);
  const top = Math.min(...own.map(({ line }) => line.box[1]));
  const lying = turned.filter((glyph) => middleY(glyph) > top && middleY(glyph) < bottom);
  let glyphs = [...stacked(head), ...lying.map((glyph) => lowered(glyph, page - first))];
  const over = [APPLICANTS, ORGANISATIONS].map((word) => {
    const found = withoutWord(first, glyphs, word);
    glyphs = found.rest;
    return found.word;
  });
  const told = headsOf(first, glyphs, WORDS);
  const [applicants, organisations] = over;
  if (told === null || !applicants || !organisations) return null;
  const left = told.rest.map((glyph) => glyph.text).join('');
  const isWhole = left.length === NOTE.length && [...NOTE].every((letter) => left.includes(letter));
  return {
    heads: told.heads,
    cells: headCells(told.heads, applicants, organisations, isWhole ? balanceNote : left),
  };
}

/** The third table where it begins at a line, or null where not all of it is certain. */
export function applicationsAt(
  lines: readonly PagedLine[],
  at: number,
  turnedOn: (page: number) => readonly Glyph[],
): AlignedTable | null {
  if (!lines[at]!.line.text.replace(/\s+/g, '').includes(APPLICANTS)) return null;
  const region = regionAt(lines, at);
  const top = region === null ? null : topOf(region, turnedOn(region.head.at(-1)!.page));
  if (region === null || top === null) return null;
  const sides = sidesOf(region.runs, top.heads);
  const stub = new Stub();
  if (sides === null || !sides.stub.every((run) => stub.add(run))) return null;
  if (stub.labels.some((label) => endsInFigure(label.text))) return null;
  const leaves = leavesOf(stub.labels);
  const whole = stub.labels.find((label) => label.depth === 0 && label.number === 3);
  const rows = rowsOf(sides.figures);
  const order = leaves === null ? null : beside(rows, leaves);
  if (leaves === null || whole === undefined || order === null) return null;
  const figures = figuresIn(top.heads, figuresByLeaf(leaves, rows, order));
  if (figures === null) return null;
  const cells = [...top.cells, ...labelCells(leaves, whole), ...figureCells(leaves, figures)];
  const used = new Set(region.all.map(({ line }) => line));
  return { rows: leaves.length + 3, columns: 10, cells, lines: used, first: region.all[0]! };
}

const figureCells = (leaves: readonly Leaf[], figures: readonly Figures[]): AlignedCell[] =>
  leaves.flatMap(({ label }, i) =>
    figures[i]!.map((run, column) => cellOf([i + 4, column + 4], [1, 1], run, label)),
  );
