import { dayNumber, parseDay } from '../../domain/workday/index.ts';
import type { Look, SheetCell } from '../../report/render/sheet-model.ts';
import { workbookFile } from '../../report/render/sheet-parts.ts';
import { type CellValue, type Column, MOST_ROWS, type TableDefinition } from './table-model.ts';

/** Number of 1970-01-01 in a workbook, which counts days from the end of 1899. */
const EPOCH = 25_569;
/** Characters of XML 1.0 and no others: what people paste may hold any. */
const notXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
/** What a cell of a workbook takes at most. */
const LONGEST = 32_767;

interface Written {
  readonly look: Look;
  readonly value: string | number | null;
}

/** Programs read _x0041_ as a sign written by its number: where people wrote it, its first sign is written so itself. */
const numberedSign = /_(?=x[0-9a-f]{4}_)/gi;

const text = (value: string): Written => ({
  look: 'note',
  value: value.replace(/\r\n?/g, '\n').replace(notXml, '').slice(0, LONGEST).replace(numberedSign, '_x005F_'),
});

/** A value as a cell: numbers and days are such, so that they can be summed and sorted; all else stays text. */
export function writtenCell(kind: Column<never>['kind'], value: CellValue): Written {
  if (value === null || value === '') return { look: 'note', value: null };
  if (typeof value === 'number')
    return Number.isFinite(value) ? { look: kind === 'amount' ? 'places2' : 'count', value } : text('');
  const day = kind === 'day' ? parseDay(value) : null;
  return day === null ? text(value) : { look: 'day', value: dayNumber(day) + EPOCH };
}

const width = <Row>({ width: given, kind, label }: Column<Row>): number =>
  given ?? Math.max(kind === 'day' ? 12 : 10, label.length * 2 + 4);

/**
 * A workbook of the columns shown and of the given rows, in their order: one sheet, its heads filtered and always in
 * sight. No text is ever taken for a formula, whatever sign it begins with. `notes` stand below the rows, apart from
 * them: what was left out. Throws beyond `MOST_ROWS`.
 */
export function tableWorkbook<Row>(
  definition: TableDefinition<Row>,
  columnIds: readonly string[],
  rows: readonly Row[],
  notes: readonly string[] = [],
): Uint8Array {
  if (rows.length > MOST_ROWS) throw new RangeError(`${rows.length} rows for one workbook`);
  const columns = definition.columns.filter(({ id, screenOnly }) => columnIds.includes(id) && !screenOnly);
  const cells: SheetCell[] = columns.map(({ label }, column) => ({
    row: 0,
    column,
    look: 'head',
    value: label,
  }));
  rows.forEach((row, index) => {
    columns.forEach((column, at) => {
      cells.push({ row: index + 1, column: at, ...writtenCell(column.kind, column.value(row)) });
    });
  });
  notes.forEach((note, index) => {
    cells.push({ row: rows.length + 2 + index, column: 0, ...text(note) });
  });
  return workbookFile(definition.title, [
    {
      name: definition.title,
      cells,
      merges: [],
      widths: columns.map(width),
      heights: new Map([[0, 22]]),
      repeated: [0, 0],
      warnings: [],
      frozen: { rows: 1, columns: 1 },
      filtered: { row: 0, column: 0, rows: rows.length + 1, columns: columns.length },
      landscape: columns.length > 6,
    },
  ]);
}

/** File name of a workbook for the header of its answer: what it holds and the day. */
export const workbookName = (title: string, on: string): string =>
  `attachment; filename="list-${on}.xlsx"; filename*=UTF-8''${encodeURIComponent(`${title}-${on}.xlsx`)}`;

export const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
