import { LIMITS } from './limits.ts';
import { NameTable } from './names.ts';
import { shownNumber } from './workbook-numbers.ts';
import { prefixIn, unescaped } from './workbook-parts.ts';
import {
  type Formula,
  type Gathering,
  type Merge,
  placeOfAddress,
  rangeOf,
  type SheetCell,
  type SheetData,
} from './workbook-sheet.ts';
import { XmlScanner, type XmlSink } from './xml-scan.ts';

/** What the cells of all sheets share. */
export interface CellContext {
  readonly strings: readonly string[];
  readonly formats: readonly (string | null)[];
  readonly from1904: boolean;
  readonly gathering: Gathering;
}

const ELEMENTS = [
  'row',
  'c',
  'v',
  'f',
  't',
  'rPh',
  'col',
  'mergeCell',
  'sheetView',
  'sheetFormatPr',
] as const;
const names = new NameTable(ELEMENTS);
const [ROW, C, V, F, T, RPH, COL, MERGE, VIEW, DEFAULTS] = ELEMENTS.map((_, index) => index);
const MERGES = 5_000;
/** Rows beyond the last one read that are looked through for content; with more, the rest is left out unseen. */
const STRAY = 1000;

interface Shared {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

const isTrue = (value: string | null): boolean => value === '1' || value === 'true';
const isZero = (value: string | null): boolean => value !== null && Number(value) === 0;

/** Cells of one sheet, as its part of the package tells them (ECMA-376 Part 1, 18.3). */
export class CellReader implements XmlSink {
  readonly cells = new Map<number, Map<number, SheetCell>>();
  readonly merges: Merge[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns: (readonly [number, number])[] = [];
  readonly drawnRows = new Set<number>();
  zerosHidden = false;
  listening = false;
  full = false;
  readonly #context: CellContext;
  readonly #shared = new Map<string, Shared>();
  #rowsHidden = false;
  #beyond = 0;
  #row = -1;
  #column = -1;
  #type = 'n';
  #style = 0;
  #value: string | null = null;
  #inline: string[] | null = null;
  #formula: string | null = null;
  #formulaKind: string | null = null;
  #formulaId: string | null = null;
  #in = -1;
  #spoken = false;

  constructor(context: CellContext) {
    this.#context = context;
  }

  open(element: number, at: XmlScanner): void {
    if (element === C) this.#openCell(at);
    else if (element === ROW) this.#openRow(at);
    else if (element === V || element === T || element === F) this.#openText(element, at);
    else if (element === RPH) this.#spoken = true;
    else if (element === MERGE) this.#merge(at);
    else if (element === COL) this.#hideColumns(at);
    else if (element === VIEW) this.zerosHidden = at.attribute('showZeros') === '0';
    else if (element === DEFAULTS) this.#rowsHidden = isTrue(at.attribute('zeroHeight'));
  }

  close(element: number): void {
    if (element === C) this.#closeCell();
    else if (element === RPH) this.#spoken = false;
    else if (element === V || element === T || element === F) this.listening = false;
  }

  text(text: string): void {
    if (this.#in === V) this.#value = (this.#value ?? '') + text;
    else if (this.#in === F) this.#formula = (this.#formula ?? '') + text;
    else this.#inline?.push(text);
  }

  #openRow(at: XmlScanner): void {
    const number = Number(at.attribute('r') ?? Number.NaN);
    this.#row = Number.isInteger(number) && number > 0 ? number - 1 : this.#row + 1;
    this.#column = -1;
    if (this.#row >= LIMITS.rows && ++this.#beyond > STRAY) this.#end();
    const hidden = at.attribute('hidden');
    const isHidden = hidden === null ? this.#rowsHidden || isZero(at.attribute('ht')) : isTrue(hidden);
    if (isHidden && this.#row < LIMITS.rows) this.hiddenRows.add(this.#row);
  }

  #end(): void {
    this.#context.gathering.truncated = true;
    this.full = true;
  }

  #openCell(at: XmlScanner): void {
    const place = placeOfAddress(at.attribute('r') ?? '');
    this.#column = place === null ? this.#column + 1 : place[1];
    if (place !== null) this.#row = place[0];
    this.#type = at.attribute('t') ?? 'n';
    this.#style = Number(at.attribute('s') ?? 0);
    this.#value = null;
    this.#inline = null;
    this.#formula = null;
    this.#formulaKind = null;
  }

  #openText(element: number, at: XmlScanner): void {
    this.#in = element;
    if (element === T) this.#inline ??= [];
    if (element === F) {
      this.#formula = '';
      this.#formulaKind = at.attribute('t');
      this.#formulaId = at.attribute('si');
    }
    this.listening = element !== T || !this.#spoken;
  }

  #merge(at: XmlScanner): void {
    const range = rangeOf(at.attribute('ref') ?? '');
    if (range !== null && this.merges.length < MERGES) this.merges.push(range);
  }

  #hideColumns(at: XmlScanner): void {
    if (!isTrue(at.attribute('hidden')) && !isZero(at.attribute('width'))) return;
    const [from, to] = [Number(at.attribute('min')) - 1, Number(at.attribute('max')) - 1];
    if (from >= 0 && to >= from && this.hiddenColumns.length < MERGES) this.hiddenColumns.push([from, to]);
  }

  #closeCell(): void {
    const { gathering } = this.#context;
    const held = this.#held();
    if (held === null) {
      if (this.#row < LIMITS.rows) this.drawnRows.add(this.#row);
      return;
    }
    if (!gathering.admits(this.#row, this.#column, held.text.length)) {
      this.full = gathering.full;
      return;
    }
    const row = this.cells.get(this.#row) ?? new Map<number, SheetCell>();
    row.set(this.#column, held);
    this.cells.set(this.#row, row);
  }

  #formulaHere(): Formula | null {
    if (this.#formula === null) return null;
    const [row, column, id] = [this.#row, this.#column, this.#formulaId];
    if (this.#formulaKind !== 'shared' || id === null) return { text: this.#formula, rows: 0, columns: 0 };
    if (this.#formula !== '') this.#shared.set(id, { text: this.#formula, row, column });
    const first = this.#shared.get(id);
    return first === undefined
      ? { text: '', rows: 0, columns: 0 }
      : { text: first.text, rows: row - first.row, columns: column - first.column };
  }

  /** The cell as it stands, null for one that only has a format. */
  #held(): SheetCell | null {
    if (this.#value === null && this.#inline === null && this.#formula === null) return null;
    const formula = this.#formulaHere();
    const cell = { row: this.#row, column: this.#column, formula, number: null, format: null, error: false };
    const text = this.#textHeld();
    if (text !== null) {
      if (text === '' && formula === null) return null;
      return { ...cell, text, stored: true, error: this.#type === 'e' };
    }
    const value = this.#value?.trim() ?? '';
    const number = Number(value);
    if (value === '' || Number.isNaN(number))
      return formula === null && value === '' ? null : { ...cell, text: value, stored: value !== '' };
    const format = this.#context.formats[this.#style] ?? null;
    const shown = number === 0 && this.zerosHidden ? '' : shownNumber(number, format, this.#context.from1904);
    return { ...cell, text: shown, number, format, stored: true };
  }

  /** The text of a cell that holds no number, null for one that may hold one. */
  #textHeld(): string | null {
    if (this.#inline !== null) return unescaped(this.#inline.join(''));
    const value = this.#value;
    if (value === null || value === '') return null;
    if (this.#type === 's') return this.#context.strings[Number(value)] ?? '';
    if (this.#type === 'b') return value.trim() === '1' ? 'TRUE' : 'FALSE';
    return this.#type === 'n' ? null : unescaped(value);
  }
}

/** The cells of a sheet's part. */
export function sheetOf(
  xml: string,
  sheet: Pick<SheetData, 'name' | 'hidden' | 'pictures'>,
  context: CellContext,
): SheetData {
  const reader = new CellReader(context);
  const prefix = prefixIn(xml);
  const end = `</${prefix === '' ? '' : `${prefix}:`}sheetData>`;
  const cut = xml.indexOf(end);
  const rest = cut < 0 ? xml.length : cut + end.length;
  new XmlScanner(xml.slice(0, rest), reader, prefix, names).run();
  reader.full = false;
  new XmlScanner(xml.slice(rest), reader, prefix, names).run();
  const { cells, merges, hiddenRows, hiddenColumns, drawnRows, zerosHidden } = reader;
  return { ...sheet, cells, merges, hiddenRows, hiddenColumns, drawnRows, zerosHidden };
}
