import { UnreadableFile } from '../document.ts';
import { LIMITS } from './limits.ts';
import { NameTable } from './names.ts';
import { partText } from './workbook-parts.ts';
import {
  type Formula,
  Gathering,
  type Merge,
  type SheetCell,
  type SheetData,
  type WorkbookData,
} from './workbook-sheet.ts';
import { XmlScanner, type XmlSink } from './xml-scan.ts';
import type { ZipArchive } from './zip.ts';

const MISSING = '工作簿缺少内容，文件可能已损坏。请在表格软件中打开并重新保存后再试。';
const TABLE = ['table', 'table-column', 'table-row', 'table-cell', 'covered-table-cell'] as const;
const FOREIGN = ['p', 's', 'tab', 'line-break', 'annotation', 'style', 'table-properties'] as const;
const tableNames = new NameTable(TABLE);
const foreignNames = new NameTable(FOREIGN);
const ELEMENTS = [...TABLE, ...FOREIGN];
const SHEETS = 500;
const MERGES = 20_000;

/** Kinds of value that are a figure; days, times and percentages are taken as they are shown. */
const FIGURES: ReadonlySet<string> = new Set(['float', 'currency']);
/** Stands for any format that is not the general one: the file shows the number as the cell's text. */
const SHOWN = '0';

interface OpenSheet extends SheetData {
  readonly cells: Map<number, Map<number, SheetCell>>;
  readonly merges: Merge[];
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: (readonly [number, number])[];
  readonly drawnRows: Set<number>;
}

const count = (at: XmlScanner, name: string): number =>
  Math.max(1, Math.min(2 ** 21, Number.parseInt(at.attribute(name) ?? '1', 10) || 1));

/** References in brackets, [.A1:.C1] and [$'Sheet'.A1], as other spreadsheets write them. */
function formulaOf(text: string | null): Formula | null {
  if (text === null) return null;
  const plain = text
    .replace(/^[a-z]+:=?/, '')
    .replace(/^=/, '')
    .replace(
      /\[(?:\$?('(?:[^']|'')*'|[^\].:'$]*))?\.([^\].:]{1,12})(?::\.([^\].:]{1,12}))?\]/g,
      (_, sheet, from, to) => {
        const name = sheet === undefined || sheet === '' ? '' : `${sheet}!`;
        return `${name}${from}${to === undefined ? '' : `:${to}`}`;
      },
    );
  return { text: plain, rows: 0, columns: 0 };
}

class ContentReader implements XmlSink {
  readonly sheets: OpenSheet[] = [];
  readonly gathering = new Gathering();
  listening = false;
  full = false;
  readonly #hiddenStyles = new Set<string>();
  #style = '';
  #row = 0;
  #rows = 1;
  #column = 0;
  #columns = 1;
  #columnAt = 0;
  #paragraphs: string[] = [];
  #value: number | null = null;
  #formula: Formula | null = null;
  #spans: readonly [number, number] = [1, 1];
  #annotations = 0;

  open(element: number, at: XmlScanner): void {
    const name = ELEMENTS[element]!;
    if (name === 'table') this.#openTable(at);
    else if (name === 'table-column') this.#openColumn(at);
    else if (name === 'table-row') this.#openRow(at);
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#openCell(at);
    else if (name === 'annotation') this.#annotations++;
    else if (name === 'style') this.#style = at.attribute('name') ?? '';
    else if (name === 'table-properties') {
      if (at.attribute('display') === 'false') this.#hiddenStyles.add(this.#style);
    } else if (this.#annotations === 0) this.#openText(name, at);
  }

  close(element: number): void {
    const name = ELEMENTS[element]!;
    if (name === 'table-cell') this.#closeCell();
    else if (name === 'covered-table-cell') this.#column += this.#columns;
    else if (name === 'table-row') this.#row += this.#rows;
    else if (name === 'annotation') this.#annotations--;
    else if (name === 'p') this.listening = false;
  }

  text(text: string): void {
    this.#paragraphs.push(`${this.#paragraphs.pop() ?? ''}${text}`);
  }

  #openTable(at: XmlScanner): void {
    if (this.sheets.length >= SHEETS) this.full = true;
    this.#row = 0;
    this.#columnAt = 0;
    this.sheets.push({
      name: at.attribute('name') ?? '',
      hidden: this.#hiddenStyles.has(at.attribute('style-name') ?? ''),
      cells: new Map(),
      merges: [],
      hiddenRows: new Set(),
      hiddenColumns: [],
      drawnRows: new Set(),
      zerosHidden: false,
      pictures: [],
    });
  }

  #openColumn(at: XmlScanner): void {
    const columns = count(at, 'number-columns-repeated');
    const visibility = at.attribute('visibility') ?? 'visible';
    if (visibility !== 'visible')
      this.sheets.at(-1)?.hiddenColumns.push([this.#columnAt, this.#columnAt + columns - 1]);
    this.#columnAt += columns;
  }

  #openRow(at: XmlScanner): void {
    this.#rows = count(at, 'number-rows-repeated');
    this.#column = 0;
    if ((at.attribute('visibility') ?? 'visible') === 'visible') return;
    const last = Math.min(this.#row + this.#rows, LIMITS.rows);
    for (let row = this.#row; row < last; row++) this.sheets.at(-1)?.hiddenRows.add(row);
  }

  #openCell(at: XmlScanner): void {
    this.#columns = count(at, 'number-columns-repeated');
    this.#paragraphs = [];
    this.#spans = [count(at, 'number-rows-spanned'), count(at, 'number-columns-spanned')];
    const value = Number(at.attribute('value') ?? Number.NaN);
    this.#value = FIGURES.has(at.attribute('value-type') ?? '') && !Number.isNaN(value) ? value : null;
    this.#formula = formulaOf(at.attribute('formula'));
  }

  #openText(name: string, at: XmlScanner): void {
    if (name === 'p') {
      this.#paragraphs.push('');
      this.listening = true;
    } else if (name === 's') this.text(' '.repeat(Math.min(200, count(at, 'c'))));
    else this.text(name === 'tab' ? '\t' : '\n');
  }

  #closeCell(): void {
    const sheet = this.sheets.at(-1);
    const text = this.#paragraphs.join('\n');
    const [rowSpan, columnSpan] = this.#spans;
    if (sheet !== undefined && (text.trim() !== '' || this.#formula !== null)) this.#keep(sheet, text);
    if (sheet !== undefined && rowSpan * columnSpan > 1 && sheet.merges.length < MERGES)
      sheet.merges.push({
        top: this.#row,
        left: this.#column,
        bottom: this.#row + rowSpan - 1,
        right: this.#column + columnSpan - 1,
      });
    this.#column += this.#columns;
  }

  #keep(sheet: OpenSheet, text: string): void {
    const cell = {
      text,
      number: this.#value,
      format: SHOWN,
      error: this.#formula !== null && /^(?:#[A-Z/0-9]+[!?]?|Err:\d+)$/.test(text),
      formula: this.#formula,
      stored: text !== '' || this.#value !== null,
    };
    const rows = Math.min(this.#rows, LIMITS.rows);
    const columns = Math.min(this.#columns, LIMITS.columns);
    for (let row = this.#row; row < this.#row + rows; row++)
      for (let column = this.#column; column < this.#column + columns; column++) {
        if (!this.gathering.admits(row, column, text.length)) {
          this.full = this.gathering.full;
          if (this.full) return;
          break;
        }
        const kept = sheet.cells.get(row) ?? new Map<number, SheetCell>();
        kept.set(column, { ...cell, row, column });
        sheet.cells.set(row, kept);
      }
  }
}

/**
 * The cells of an OpenDocument spreadsheet (ods), with the text that each shows.
 * @throws UnreadableFile corrupt, encrypted or bomb
 */
export function readOpenDocument(zip: ZipArchive): WorkbookData {
  const manifest = partText(zip, 'META-INF/manifest.xml') ?? '';
  if (manifest.includes(':encryption-data'))
    throw new UnreadableFile('encrypted', '工作簿已加密，无法读取。请在表格软件中取消密码，重新保存后再试。');
  const xml = partText(zip, 'content.xml');
  if (xml === null) throw new UnreadableFile('corrupt', MISSING);
  const reader = new ContentReader();
  new XmlScanner(xml, reader, 'table', tableNames, foreignNames).run();
  const { sheets, gathering } = reader;
  if (sheets.length === 0) throw new UnreadableFile('corrupt', MISSING);
  return { sheets, title: null, from1904: false, truncated: gathering.truncated };
}
