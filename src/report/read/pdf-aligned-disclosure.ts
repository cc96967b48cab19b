import { annualForms, type DisclosureBand } from '../../law/forms/index.ts';
import { Columns, type Side, sideOf } from './pdf-aligned-columns.ts';
import { type Head, headsOf, stacked } from './pdf-aligned-heads.ts';
import {
  type AlignedTable,
  cellOf,
  isFigures,
  lettersIn,
  type PagedLine,
  type Run,
  runsOfLines,
} from './pdf-aligned-runs.ts';
import { type Box, union } from './pdf-matrix.ts';

const bands: readonly DisclosureBand[] = Object.values(annualForms).flatMap((form) => form.bands);
const CONTENT = '信息内容';
/** Lines that a band has at most. */
const MOST = 24;

interface Row {
  text: string;
  readonly page: number;
  box: Box;
  readonly bases: number[];
  readonly size: number;
}

/** A band with its heads, labels and figures. */
interface Band {
  readonly title: PagedLine;
  readonly heads: readonly Head[];
  readonly rows: readonly Row[];
  readonly figures: Columns;
  readonly lines: readonly PagedLine[];
}

/** The bands of the second table from a line on, each a table; those not certain are left out. */
export function disclosureAt(lines: readonly PagedLine[], at: number): AlignedTable[] {
  const found: Band[] = [];
  let end = at;
  for (let i = at; i < lines.length && i < end + MOST; i++) {
    const title = lettersIn(lines[i]!.line.text);
    if (!TITLE.test(title)) continue;
    const told = bands.filter((one) => lettersIn(one.title) === title).map((one) => bandAt(lines, i, one));
    const band = told.find((one) => one !== null);
    end = i + (band?.lines.length ?? 1);
    if (band) found.push(band);
  }
  const side = sideOf(found.map((band) => band.figures));
  return found.map((band) => tableOf(band, side)).filter((table) => table !== null);
}

const TITLE = /^第二十条第[一五六八九]项$/;

function tableOf({ title, heads, rows, figures, lines }: Band, side: Side): AlignedTable | null {
  const told = figures.told(side);
  if (told === null) return null;
  const { page } = title;
  const { box, text } = title.line;
  const cells = [
    cellOf([1, 1], [1, heads.length], { text, page, box }, { page, box }),
    ...heads.map((one, i) => cellOf([2, i + 1], [1, 1], one, one)),
    ...rows.flatMap((row, i) => [
      cellOf([i + 3, 1], [1, 1], row, row),
      ...told[i]!.map((run, column) => cellOf([i + 3, column + 2], [1, 1], run, row)),
    ]),
  ];
  const used = new Set(lines.map(({ line }) => line));
  return { rows: rows.length + 2, columns: heads.length, cells, lines: used, first: title };
}

const startsRow = (one: PagedLine, band: DisclosureBand): boolean => {
  const letters = lettersIn(one.line.text).replaceAll('无', '');
  return letters.length > 1 && band.rows[0]!.label.startsWith(letters.slice(0, band.rows[0]!.label.length));
};

/** The band under its title at a line, or null where it is not all there. */
function bandAt(lines: readonly PagedLine[], at: number, band: DisclosureBand): Band | null {
  let start = at + 1;
  while (start < lines.length && start < at + MOST && !startsRow(lines[start]!, band)) start++;
  while (start > at + 1 && start < lines.length && isFigures(lines[start - 1]!)) start--;
  const head = lines.slice(at + 1, start);
  if (head.length === 0 || start >= lines.length) return null;
  const words = [CONTENT, ...band.columns.map((column) => column.label)];
  const told = headsOf(head[0]!.page, stacked(head), words);
  if (told === null || told.rest.length > 0) return null;
  const end = endOf(lines, start, band);
  const body = end === null ? null : bodyOf(runsOfLines(lines.slice(start, end)), told.heads, band);
  if (end === null || body === null) return null;
  const figures = new Columns(told.heads.slice(1), body.figures);
  return { title: lines[at]!, heads: told.heads, rows: body.rows, figures, lines: lines.slice(at, end) };
}

/** Index past the last line of the band: lines of its labels and of figures. */
function endOf(lines: readonly PagedLine[], start: number, band: DisclosureBand): number | null {
  const labels = band.rows.map((row) => lettersIn(row.label)).join('');
  let letters = '';
  let i = start;
  for (; i < lines.length && i < start + MOST; i++) {
    const more = lettersIn(lines[i]!.line.text).replaceAll('无', '');
    if (!labels.startsWith(letters + more)) break;
    if (more === '' && !isFigures(lines[i]!)) break;
    letters += more;
  }
  return letters === labels ? i : null;
}

/** Labels and figures of the rows of a band. */
function bodyOf(
  runs: readonly Run[],
  heads: readonly Head[],
  band: DisclosureBand,
): { rows: Row[]; figures: Run[][] } | null {
  const isLabel = (run: Run): boolean => /[^无]/.test(lettersIn(run.text)) && run.from < heads[1]!.from;
  const labels = runs.filter(isLabel);
  const edge = labels.reduce((right, run) => Math.max(right, run.to), 0);
  const rows: Row[] = [];
  for (const run of labels) {
    const open = rows.at(-1);
    const done = open === undefined || lettersIn(open.text) === lettersIn(band.rows[rows.length - 1]!.label);
    if (done) rows.push({ text: run.text, page: run.page, box: run.box, bases: [run.base], size: run.size });
    else {
      open.text += run.text;
      if (open.page === run.page) open.box = union(open.box, run.box);
      if (open.page === run.page) open.bases.push(run.base);
    }
  }
  const isWhole =
    rows.length === band.rows.length &&
    rows.every((row, i) => lettersIn(row.text) === lettersIn(band.rows[i]!.label));
  if (!isWhole || edge > heads[1]!.to) return null;
  const figures = rows.map((): Run[] => []);
  for (const run of runs) {
    if (isLabel(run)) continue;
    const near = rows
      .map((row, index) => ({
        index,
        by: row.page === run.page ? awayFrom(row, run) : Number.POSITIVE_INFINITY,
      }))
      .sort((a, b) => a.by - b.by);
    if (
      run.from < edge - 0.5 ||
      near[0]!.by > 0.8 ||
      (near[1] !== undefined && near[1].by - near[0]!.by < 0.3)
    )
      return null;
    figures[near[0]!.index]!.push(run);
  }
  return { rows, figures };
}

const awayFrom = ({ bases }: Row, { base, size }: Run): number =>
  Math.max(0, Math.min(...bases) - base, base - Math.max(...bases)) / size;
