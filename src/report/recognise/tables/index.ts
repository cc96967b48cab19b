import type { ReportCell } from '../../../domain/annual/report.ts';
import { type AnnualForm, annualForms, type FormId, type TableId } from '../../../law/forms/index.ts';
import type { SourceDocument } from '../../document.ts';
import { cellIds } from './cell-ids.ts';
import { type Draft, newDraft } from './draft.ts';
import { editionOf } from './form-edition.ts';
import { gridOf, type PlacedGrid } from './grid.ts';
import { readGrids } from './grid-tables.ts';
import { readIndicators } from './indicators.ts';
import { BALANCE_NOTE, marksIn } from './marks.ts';
import { lostTables } from './pictures.ts';
import { coverage, type TableSpanOf } from './spans.ts';
import { readStatistics } from './statistics.ts';
import { readTextAppeals } from './text-appeals.ts';
import { readTextApplications, type TableSpan } from './text-applications.ts';
import { readTextDisclosure } from './text-disclosure.ts';
import { type Hit, paragraphAt, type TextSource, textSource } from './text-source.ts';
import type { Bounds, TablesReading } from './types.ts';

export type * from './types.ts';

/**
 * Reads every table of an annual report: the three of the form, an attached 统计表, or the indicators of the form
 * before 2019. `bounds` limits it to a part of the document (null: all of it). Never throws; time is linear in the
 * document. What cannot be told for certain is `unreadable`, never guessed.
 */
export function readTables(document: SourceDocument, bounds: Bounds | null = null): TablesReading {
  const within = bounds ?? { from: 0, to: document.blocks.length };
  const grids = gridsIn(document, within);
  const source = textSource(document, within);
  const statistics = readStatistics(source, grids);
  const inGrids = marksOfGrids(grids);
  const edition =
    editionOf(inGrids) ??
    editionOfText(source) ??
    editionOfYear(source.raw) ??
    editionOfYear(document.metaTitle ?? '');
  const draft = newDraft(annualForms[edition ?? '2021']);
  const spans: TableSpanOf[] = [...statistics.spans];
  const gridBlocks = readGrids(document, grids, draft);
  readTexts(source, draft, spans);
  const known =
    draft.found.disclosure === 'found' ||
    draft.found.applications === 'found' ||
    draft.found.appeals === 'found';
  const indicators = known ? { rows: {}, spans: [], blocks: [] } : readIndicators(source, grids);
  const isOld = Object.keys(indicators.rows).length > 0;
  lostTables(source, document, within, draft);
  if (!source.marks.has(BALANCE_NOTE) && !inGrids.has(BALANCE_NOTE)) noteLostNote(draft);
  const cells = known ? filled(draft) : {};
  const blocks = new Uint8Array(document.blocks.length);
  const ranges = coverage(source, [...spans, ...indicators.spans], blocks);
  for (const own of [gridBlocks, statistics.blocks, indicators.blocks])
    for (const block of own) blocks[block] = 1;
  return {
    form: known ? draft.form.id : isOld ? 'pre2019' : null,
    cells,
    labels: known ? draft.labels : [],
    tables: draft.found,
    glued: draft.glued,
    statistics: statistics.cells,
    statisticsHeaders: statistics.headers,
    indicators: indicators.rows,
    tableBlocks: blocks,
    tableRanges: ranges,
    tableStarts: { ...draft.starts, ...startsOf(source, spans) },
    counts: countsOf(draft),
    copies: isDoubled(draft) ? draft.copies : Math.min(draft.copies, 1),
  };
}

function gridsIn(document: SourceDocument, { from, to }: Bounds): PlacedGrid[] {
  const grids: PlacedGrid[] = [];
  for (let i = from; i < to; i++) {
    const block = document.blocks[i]!;
    const grid = block.kind === 'table' ? gridOf(block) : null;
    if (grid !== null) grids.push({ grid, block: i });
  }
  return grids;
}

/** A table 三 without its note is not the form's whole. */
function noteLostNote(draft: Draft): void {
  if (draft.found.applications !== 'found') return;
  const expected = draft.form.balanceNote;
  draft.labels.push({ table: 'applications', kind: 'note', id: 'balance', expected, found: null, at: null });
}

/** The marks in the cells of printed tables. */
function marksOfGrids(grids: readonly PlacedGrid[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { grid } of grids)
    for (const { letters } of grid.cells)
      if (letters !== '') for (const mark of marksIn(letters)) found.add(mark);
  return found;
}

/** By the marks from the first label of a table on, so that prose that quotes a head word counts for little. */
function editionOfText({ hits, marks }: TextSource): FormId | null {
  const isTable = ({ pattern }: Hit): boolean => pattern.table !== null && pattern.kind !== 'group';
  const first = hits.find(isTable);
  const last = hits.findLast(isTable);
  if (first === undefined || last === undefined) return null;
  const end = last.to + 60;
  const standing = [...marks].filter(([mark, places]) =>
    places.some((at) => at >= first.from && at + mark.length <= end),
  );
  return editionOf(standing.map(([mark]) => mark));
}

/** Where no table tells its edition, that of the year of the title. */
const editionOfYear = (raw: string): FormId | null =>
  /20(?:19|20)\s*年度?\s*(?:政府)?信息公开/.test(raw) ? '2019' : null;

function readTexts(source: TextSource, draft: Draft, spans: TableSpanOf[]): void {
  const readers: readonly (readonly [TableId, (s: TextSource, d: Draft) => readonly TableSpan[]])[] = [
    ['disclosure', readTextDisclosure],
    ['applications', readTextApplications],
    ['appeals', readTextAppeals],
  ];
  for (const [table, read] of readers) {
    if (draft.found[table] === 'found') continue;
    for (const { start, end } of read(source, draft)) spans.push({ start, end, table });
  }
}

const ABSENT: ReportCell = { value: null, text: '', status: 'absent', at: null };
const ABSENT_MONEY: ReportCell = { ...ABSENT, unit: null };

const emptyForms = new Map<AnnualForm, Readonly<Record<string, ReportCell>>>();

/**
 * Every cell of a form, absent. Objects copied from it share its shape; one that is given two hundred keys of its own
 * becomes a hash table, slower to fill and to walk and ten times as large.
 */
function emptyForm(form: AnnualForm): Readonly<Record<string, ReportCell>> {
  let empty = emptyForms.get(form);
  if (empty === undefined) {
    const cells = form.cells.map(({ id, kind }) => [id, kind === 'yuan' ? ABSENT_MONEY : ABSENT] as const);
    empty = { ...Object.fromEntries(cells) };
    emptyForms.set(form, empty);
  }
  return empty;
}

/** Every cell of the form: what was not met is absent. Rows and columns outside the form stay beside them. */
function filled(draft: Draft): Record<string, ReportCell> {
  const cells = { ...emptyForm(draft.form) };
  const doubled = isDoubled(draft);
  const ids = cellIds(draft.form);
  for (let i = 0; i < ids.length; i++) {
    const cell = draft.cells.ofForm[i];
    if (cell !== undefined) cells[ids[i]!] = settled(draft, ids[i]!, cell, doubled);
  }
  for (const [id, cell] of draft.cells.beside) cells[id] = settled(draft, id, cell, doubled);
  return cells;
}

/** A cell in the light of the whole: nothing is certain in two tables at once, no blank where figures were lost. */
function settled(draft: Draft, id: string, cell: ReportCell, doubled: boolean): ReportCell {
  if (doubled && (cell.status === 'read' || cell.status === 'inferred'))
    return { ...cell, value: null, status: 'unreadable' };
  if (draft.broken && draft.floating.has(id) && cell.status !== 'absent')
    return { ...cell, value: null, status: 'unreadable' };
  if (draft.uneven && cell.status === 'blank' && draft.soft.has(id)) return { ...cell, status: 'unreadable' };
  return cell;
}

/** Two tables of different content where one should be: no figure can be said to be the report's. */
const isDoubled = (draft: Draft): boolean => draft.copies > 1 && draft.conflicts.size > 0;

function startsOf(source: TextSource, spans: readonly TableSpanOf[]): Partial<Record<TableId, number>> {
  const starts: Partial<Record<TableId, number>> = {};
  for (const span of spans) if (span.table !== null) starts[span.table] ??= blockAt(source, span.start);
  return starts;
}

const blockAt = (source: TextSource, position: number): number =>
  source.blocks[paragraphAt(source, position)] ?? 0;

function countsOf(draft: Draft): { labels: number; figures: number } {
  let figures = 0;
  const count = (cell: ReportCell | undefined): void => {
    if (cell !== undefined && cell.text !== '' && cell.status !== 'blank') figures++;
  };
  draft.cells.ofForm.forEach(count);
  draft.cells.beside.forEach(count);
  return { labels: draft.rows.size, figures };
}
