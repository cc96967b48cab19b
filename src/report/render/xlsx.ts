import type { AnnualReport } from '../../domain/annual/report.ts';
import { formOf } from '../rules/support.ts';
import type { LaidCell, LaidReport, LaidSection, LaidTable, LaidTableId } from './laid-report.ts';
import { layReport } from './layout.ts';
import { printedNumber } from './printed-value.ts';
import { balanceWarnings, formulasOf, identitiesOf } from './sheet-formulas.ts';
import {
  isPlaces,
  type Look,
  type Range,
  type SheetCell,
  type SheetModel,
  type Warning,
} from './sheet-model.ts';
import { workbookFile } from './sheet-parts.ts';

const sheetNames: Readonly<Record<LaidTableId, string>> = {
  disclosure: '表二',
  applications: '表三',
  appeals: '表四',
  statistics: '统计表',
  indicators: '统计指标',
};
/** Width of a table in half-width characters; it is scaled to the page. */
const WIDTH = 96;
/** Width of prose, one column that A4 upright takes as it is. */
const PROSE_WIDTH = 78;
const LINE = 16;
/** Excel refuses a file with a longer text in one cell (32,767). */
const LONGEST_TEXT = 30_000;
/** Smaller figures are shown in powers of ten by some programs: they stay text. */
const LEAST = 1e-6;

/** A sheet that grows downwards. */
class Sheet {
  readonly #name: string;
  readonly #widths: readonly number[];
  readonly #cells: SheetCell[] = [];
  readonly #merges: Range[] = [];
  readonly #heights = new Map<number, number>();
  #repeated: SheetModel['repeated'] = null;
  #warnings: readonly Warning[] = [];
  #row = 0;

  constructor(name: string, widths: readonly number[]) {
    this.#name = name;
    this.#widths = widths;
  }

  get model(): SheetModel {
    return {
      name: this.#name,
      cells: this.#cells,
      merges: this.#merges,
      widths: this.#widths,
      heights: this.#heights,
      repeated: this.#repeated,
      warnings: this.#warnings,
    };
  }

  /** A line of text over the whole width. Not every program makes a row as high as its text: its height is reckoned. */
  line(text: string, look: Look, from = 0): void {
    if (text === '') return;
    if (text.length > LONGEST_TEXT) {
      this.line(text.slice(0, LONGEST_TEXT), look, from);
      this.line(text.slice(LONGEST_TEXT), look, from);
      return;
    }
    const columns = this.#widths.length - from;
    const room = this.#widths.slice(from).reduce((sum, width) => sum + width, 0) - 2;
    const scale = look === 'title' ? 1.6 : 1;
    const lines = Math.ceil((text.length * 2.1 * scale) / room);
    this.#cells.push({ row: this.#row, column: from, look, value: text });
    for (let x = 1; x < columns; x += 1)
      this.#cells.push({ row: this.#row, column: from + x, look, value: null });
    if (columns > 1) this.#merges.push({ row: this.#row, column: from, rows: 1, columns });
    this.#heights.set(this.#row, Math.min(400, lines * LINE * scale + 2));
    this.#row += 1;
  }

  table(table: LaidTable, report: AnnualReport): void {
    const top = this.#row;
    const moved = (cell: LaidCell) => ({ row: cell.row + top, column: cell.column });
    const figures = table.rows.flat().filter(({ cell }) => cell !== null);
    const places = new Map(figures.map((cell) => [cell.cell!, moved(cell)]));
    const form = formOf(report);
    const identities = form === null ? [] : identitiesOf(form, report.cells, places);
    const formulas = formulasOf(identities, report.cells, places);
    for (const cell of table.rows.flat()) this.#put(cell, top, formulas);
    table.rows.forEach((row, y) => {
      this.#heights.set(top + y, heightOf(row, this.#widths));
    });
    if (table.headRows > 0) this.#repeated = [top, top + table.headRows - 1];
    this.#warnings = [...this.#warnings, ...balanceWarnings(identities, places)];
    this.#row = top + table.rows.length;
    for (const note of table.notes) {
      const [mark = '', ...text] = note.split('：');
      this.#cells.push({ row: this.#row, column: 0, look: 'note', value: mark });
      this.line(text.join('：'), 'note', 1);
    }
    this.#row += 1;
  }

  #put(cell: LaidCell, top: number, formulas: ReadonlyMap<string, string>): void {
    const look = lookOf(cell);
    const formula = cell.cell === null ? undefined : formulas.get(cell.cell);
    for (let y = 0; y < cell.rowSpan; y += 1)
      for (let x = 0; x < cell.colSpan; x += 1) {
        const place = { row: top + cell.row + y, column: cell.column + x, look };
        if (x + y > 0) this.#cells.push({ ...place, value: null });
        else
          this.#cells.push({
            ...place,
            value: cellValue(cell),
            ...(formula === undefined ? {} : { formula }),
          });
      }
    if (cell.rowSpan * cell.colSpan > 1)
      this.#merges.push({
        row: top + cell.row,
        column: cell.column,
        rows: cell.rowSpan,
        columns: cell.colSpan,
      });
  }
}

/** A figure is a number where its print is one; a longer one stays the text that the report has. */
const cellValue = ({ cell, text, value }: LaidCell): string | number | null => {
  if (text === '') return null;
  const plain = value !== null && Number(text) === value && printedNumber(value) !== null;
  return cell !== null && plain && (value === 0 || Math.abs(value) >= LEAST) ? value : text;
};

function lookOf({ head, cell, kind, text, rowSpan }: LaidCell): Look {
  if (cell !== null) {
    if (kind === 'signed' && text.startsWith('+')) return 'signed';
    const places = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
    return isPlaces(places) ? `places${places}` : 'count';
  }
  if (head === 'row' || head === 'corner') return 'labelLeft';
  return head === 'group' && rowSpan > 10 ? 'labelDown' : 'label';
}

/** Lines that the labels of a row need in their columns. */
function heightOf(row: readonly LaidCell[], widths: readonly number[]): number {
  const lines = row.map(({ text, column, colSpan, rowSpan }) => {
    if (rowSpan > 1) return 1;
    const room = widths.slice(column, column + colSpan).reduce((sum, width) => sum + width, 0) - 1;
    return Math.ceil((text.length * 2) / room);
  });
  return Math.max(1, ...lines) * 15 + 5;
}

const widthsOf = ({ widths }: LaidTable): number[] => {
  const total = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => Math.round((width / total) * WIDTH * 10) / 10);
};

function addProse(sheet: Sheet, { heading, paragraphs }: LaidSection): void {
  sheet.line(heading, 'heading');
  for (const text of paragraphs) sheet.line(text, 'prose');
}

function sheetsOf(laid: LaidReport, report: AnnualReport): Sheet[] {
  const sheets: Sheet[] = [];
  const open = (name: string, widths: readonly number[]): Sheet => {
    const sheet = new Sheet(name, widths);
    sheets.push(sheet);
    return sheet;
  };
  let prose = open('正文', [PROSE_WIDTH]);
  let sheet = prose;
  prose.line(laid.title, 'title');
  for (const text of laid.preamble) prose.line(text, 'prose');
  const add = (section: LaidSection, name: string): void => {
    const table = section.tables[0];
    if (table !== undefined) sheet = open(sheetNames[table.id], widthsOf(table));
    else if (sheet !== prose) {
      prose = open(name, [PROSE_WIDTH]);
      sheet = prose;
    }
    addProse(sheet, section);
    for (const each of section.tables) sheet.table(each, report);
  };
  laid.sections.forEach((section, i) => {
    add(section, sheets.length === 1 ? '正文2' : `正文${i + 1}`);
  });
  for (const line of laid.closing) sheet.line(line, /^[（(附]/.test(line) ? 'prose' : 'closing');
  laid.attachments.forEach((section, i) => {
    add(section, `附件${i + 1}`);
  });
  return sheets;
}

/**
 * A report as a workbook: a sheet for every table, sheets for the prose between. Figures are numbers, totals formulas
 * with their result where the form's sums hold, heads repeated in print. The same report gives the same bytes.
 */
export async function renderXlsx(report: AnnualReport): Promise<Uint8Array> {
  const laid = layReport(report);
  return workbookFile(
    laid.title,
    sheetsOf(laid, report).map(({ model }) => model),
  );
}
