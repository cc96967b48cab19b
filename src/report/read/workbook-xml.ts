import { UnreadableFile } from '../document.ts';
import { decodeText } from './decode.ts';
import { NameTable } from './names.ts';
import { shownNumber } from './workbook-numbers.ts';
import {
  Gathering,
  type Merge,
  type SheetCell,
  type SheetData,
  type WorkbookData,
} from './workbook-sheet.ts';
import { XmlScanner, type XmlSink } from './xml-scan.ts';

const DAMAGED = '工作簿（XML 表格）不完整或已损坏，无法读取。请在表格软件中打开，另存为 xlsx 后再试。';
const NAMES = ['Style', 'NumberFormat', 'Worksheet', 'Column', 'Row', 'Cell', 'Data'] as const;
const FOREIGN = ['Visible'] as const;
const names = new NameTable(NAMES);
const foreignNames = new NameTable(FOREIGN);
const ELEMENTS = [...NAMES, ...FOREIGN];
const SHEETS = 500;
const MERGES = 20_000;

/** Formats that such files call by name. */
const FORMATS: Readonly<Record<string, string | null>> = {
  General: null,
  'General Number': null,
  Fixed: '0.00',
  Standard: '#,##0.00',
  Percent: '0.00%',
  'Short Date': 'yyyy/m/d',
  'Long Date': 'yyyy"年"m"月"d"日"',
};

interface OpenSheet extends SheetData {
  hidden: boolean;
  readonly cells: Map<number, Map<number, SheetCell>>;
  readonly merges: Merge[];
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: (readonly [number, number])[];
}

const number = (at: XmlScanner, name: string): number | null => {
  const value = Number.parseInt(at.attribute(name) ?? '', 10);
  return Number.isNaN(value) || value < 0 ? null : Math.min(value, 2 ** 21);
};

class SheetReader implements XmlSink {
  readonly sheets: OpenSheet[] = [];
  readonly gathering = new Gathering();
  listening = false;
  full = false;
  readonly #formats = new Map<string, string | null>();
  #style = '';
  #row = -1;
  #column = -1;
  #columnAt = -1;
  #across = 0;
  #cellStyle = '';
  #type: string | null = null;
  #formula: string | null = null;
  #text: string[] = [];

  open(element: number, at: XmlScanner): void {
    const name = ELEMENTS[element]!;
    if (name === 'Style') this.#style = at.attribute('ID') ?? '';
    else if (name === 'NumberFormat') {
      const format = at.attribute('Format') ?? 'General';
      this.#formats.set(this.#style, format in FORMATS ? FORMATS[format]! : format);
    } else if (name === 'Worksheet') this.#openSheet(at);
    else if (name === 'Column') this.#openColumn(at);
    else if (name === 'Row') this.#openRow(at);
    else if (name === 'Cell') this.#openCell(at);
    else {
      this.#text = [];
      this.#type = name === 'Data' ? at.attribute('Type') : this.#type;
      this.listening = true;
    }
  }

  close(element: number): void {
    const name = ELEMENTS[element]!;
    if (name === 'Cell') this.#closeCell();
    else if (name === 'Data') this.listening = false;
    else if (name === 'Visible') {
      this.listening = false;
      const sheet = this.sheets.at(-1);
      if (sheet !== undefined && /Hidden/.test(this.#text.join(''))) sheet.hidden = true;
    }
  }

  text(text: string): void {
    this.#text.push(text);
  }

  #openSheet(at: XmlScanner): void {
    this.full = this.sheets.length >= SHEETS;
    this.#row = -1;
    this.#columnAt = -1;
    this.sheets.push({
      name: at.attribute('Name') ?? '',
      hidden: false,
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
    const from = (number(at, 'Index') ?? this.#columnAt + 2) - 1;
    const to = from + (number(at, 'Span') ?? 0);
    if (at.attribute('Hidden') === '1') this.sheets.at(-1)?.hiddenColumns.push([from, to]);
    this.#columnAt = to;
  }

  #openRow(at: XmlScanner): void {
    this.#row = (number(at, 'Index') ?? this.#row + 2) - 1;
    this.#column = -1;
    if (at.attribute('Hidden') === '1') this.sheets.at(-1)?.hiddenRows.add(this.#row);
  }

  #openCell(at: XmlScanner): void {
    this.#column = (number(at, 'Index') ?? this.#column + 2) - 1;
    this.#across = number(at, 'MergeAcross') ?? 0;
    const down = number(at, 'MergeDown') ?? 0;
    this.#cellStyle = at.attribute('StyleID') ?? '';
    this.#formula = at.attribute('Formula');
    this.#type = null;
    this.#text = [];
    const sheet = this.sheets.at(-1);
    if (sheet === undefined || this.#across + down === 0 || sheet.merges.length >= MERGES) return;
    const [top, left] = [this.#row, this.#column];
    sheet.merges.push({ top, left, bottom: top + down, right: left + this.#across });
  }

  #closeCell(): void {
    const [row, column] = [this.#row, this.#column];
    this.#column += this.#across;
    const text = this.#text.join('');
    const sheet = this.sheets.at(-1);
    if (sheet === undefined || (text === '' && this.#formula === null)) return;
    if (!this.gathering.admits(row, column, text.length)) {
      this.full = this.gathering.full;
      return;
    }
    const cells = sheet.cells.get(row) ?? new Map<number, SheetCell>();
    cells.set(column, this.#held(row, column, text));
    sheet.cells.set(row, cells);
  }

  /** The cell; its formula, written by relative rows and columns, is not drawn up. */
  #held(row: number, column: number, text: string): SheetCell {
    const formula =
      this.#formula === null ? null : { text: this.#formula.replace(/^=/, ''), rows: 0, columns: 0 };
    const cell = { row, column, formula, number: null, format: null, error: false, stored: text !== '' };
    if (this.#type === 'Error') return { ...cell, text, error: true };
    const value = Number(text);
    if (this.#type !== 'Number' || text.trim() === '' || Number.isNaN(value)) {
      const day = this.#type === 'DateTime' ? /^(\d{4})-(\d\d)-(\d\d)T/.exec(text) : null;
      return { ...cell, text: day ? `${day[1]}年${Number(day[2])}月${Number(day[3])}日` : text };
    }
    const format = this.#formats.get(this.#cellStyle) ?? null;
    return { ...cell, number: value, format, text: shownNumber(value, format) };
  }
}

/**
 * The cells of a workbook written as one XML file (Excel 2002 and 2003, under .xls or .xml).
 * @throws UnreadableFile corrupt
 */
export function readXmlWorkbook(bytes: Uint8Array): WorkbookData {
  const xml = decodeText(bytes, 'utf-8').text;
  const prefix = /<(?:(\w{1,20}):)?Workbook[\s>]/.exec(xml)?.[1] ?? '';
  const reader = new SheetReader();
  new XmlScanner(xml, reader, prefix, names, foreignNames).run();
  const { sheets, gathering } = reader;
  if (sheets.length === 0) throw new UnreadableFile('corrupt', DAMAGED);
  return { sheets, title: null, from1904: false, truncated: gathering.truncated };
}
