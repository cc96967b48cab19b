import { parse_xlscfb, type WorkSheet } from '@e965/xlsx';
import { UnreadableFile } from '../document.ts';
import { LIMITS } from './limits.ts';
import { builtInFormat, shownNumber } from './workbook-numbers.ts';
import { Gathering, type SheetCell, type SheetData, type WorkbookData } from './workbook-sheet.ts';

declare module '@e965/xlsx' {
  /** Reads a workbook stream, to which it adds its own reading methods; the package exports it without a type. */
  function parse_xlscfb(stream: Uint8Array, options: ParsingOptions): WorkBook;
}

const OLD = '这是 Excel 95 或更早的工作簿。请在表格软件中另存为 xlsx 后再试。';
const ENCRYPTED = '工作簿已加密，无法读取。请在表格软件中取消密码，另存为 xlsx 后再试。';
const DAMAGED = '工作簿不完整或已损坏，无法读取。请在表格软件中打开，另存为 xlsx 后再试。';

const BEGIN = 0x0809;
const PASSWORD = 0x002f;
/** The version of Excel 97 and later in the record that begins a stream. */
const BIFF8 = 0x0600;

/**
 * Bytes up to which a record must reach so that the length of its formula is in it ([MS-XLS] 2.4: Formula, Array, ShrFmla,
 * Lbl). In a shorter one the package looks for the end of the formula for ever.
 */
const LEAST: ReadonlyMap<number, number> = new Map([
  [0x0006, 22],
  [0x0206, 22],
  [0x0406, 22],
  [0x0021, 14],
  [0x0221, 14],
  [0x04bc, 10],
  [0x0018, 14],
  [0x0218, 14],
]);

function refuseBroken(stream: Uint8Array): void {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  for (let at = 0; at + 4 <= stream.length; at += 4 + view.getUint16(at + 2, true)) {
    const there = Math.min(view.getUint16(at + 2, true), stream.length - at - 4);
    if (there < (LEAST.get(view.getUint16(at, true)) ?? 0)) throw new UnreadableFile('corrupt', DAMAGED);
  }
}

/** Looks at the first records, which tell the version and whether what follows is encrypted. */
function refuseUnreadable(stream: Uint8Array): void {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  if (stream.length < 8) throw new UnreadableFile('corrupt', DAMAGED);
  if (view.getUint16(0, true) !== BEGIN || view.getUint16(4, true) !== BIFF8)
    throw new UnreadableFile('unsupported', OLD);
  let at = 0;
  for (let count = 0; count < 40 && at + 4 <= stream.length; count++) {
    if (view.getUint16(at, true) === PASSWORD) throw new UnreadableFile('encrypted', ENCRYPTED);
    at += 4 + view.getUint16(at + 2, true);
  }
}

/** A cell as the package gives it. */
interface Given {
  readonly t: string;
  readonly v?: unknown;
  readonly w?: string;
  readonly f?: string;
  readonly z?: string | number;
}

const dateFormats: Readonly<Record<string, number>> = { 'm/d/yy': 14, 'm/d/yy h:mm': 22 };

/** The number format, where the package names one for readers of English by the one of Chinese. */
function formatOf({ z }: Given): string | null {
  if (typeof z === 'number') return builtInFormat(z);
  if (z === undefined || /^general$/i.test(z)) return null;
  const id = dateFormats[z];
  return id === undefined ? z : builtInFormat(id);
}

function cellOf(given: Given, row: number, column: number, from1904: boolean): SheetCell | null {
  const formula = given.f === undefined ? null : { text: given.f, rows: 0, columns: 0 };
  const cell = { row, column, formula, number: null, format: null, error: false, stored: true };
  if (given.t === 'e') return { ...cell, text: given.w ?? '#N/A', error: true };
  if (given.t === 'b') return { ...cell, text: given.v ? 'TRUE' : 'FALSE' };
  if (given.t === 'n' && typeof given.v === 'number') {
    const format = formatOf(given);
    return { ...cell, number: given.v, format, text: shownNumber(given.v, format, from1904) };
  }
  const text = String(given.v ?? '');
  return text === '' && formula === null ? null : { ...cell, text };
}

type Rows = readonly (readonly (Given | undefined)[] | undefined)[];

/** The cells that hold something, and the rows that only have a format. */
function cellsOf(
  rows: Rows,
  from1904: boolean,
  gathering: Gathering,
): Pick<SheetData, 'cells' | 'drawnRows'> {
  const cells = new Map<number, Map<number, SheetCell>>();
  const drawnRows = new Set<number>();
  for (const [row, list] of rows.entries()) {
    if (list === undefined || gathering.full) continue;
    const kept = new Map<number, SheetCell>();
    for (const [column, given] of list.entries()) {
      const cell = given === undefined ? null : cellOf(given, row, column, from1904);
      if (cell !== null && gathering.admits(row, column, cell.text.length)) kept.set(column, cell);
    }
    if (kept.size > 0) cells.set(row, kept);
    else drawnRows.add(row);
  }
  return { cells, drawnRows };
}

function sheetOf(
  sheet: WorkSheet,
  from1904: boolean,
  gathering: Gathering,
): Omit<SheetData, 'name' | 'hidden'> {
  const rows = (sheet as unknown as { readonly '!data'?: Rows })['!data'] ?? [];
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    top: s.r,
    left: s.c,
    bottom: e.r,
    right: e.c,
  }));
  const hiddenRows = new Set<number>();
  for (const [row, info] of (sheet['!rows'] ?? []).entries()) if (info?.hidden) hiddenRows.add(row);
  const hiddenColumns = (sheet['!cols'] ?? []).flatMap((info, column) =>
    info?.hidden ? [[column, column] as const] : [],
  );
  const cells = cellsOf(rows, from1904, gathering);
  return { ...cells, merges, hiddenRows, hiddenColumns, zerosHidden: false, pictures: [] };
}

/** Reads without a word: the package writes a line to the console for every record it does not know. */
function quietly<T>(read: () => T): T {
  const { console: voice } = globalThis;
  const { error } = voice;
  voice.error = () => {};
  try {
    return read();
  } finally {
    voice.error = error;
  }
}

/**
 * The cells of a workbook stream of Excel 97 to 2003 (BIFF8, [MS-XLS]).
 * @throws UnreadableFile corrupt, encrypted or unsupported
 */
export function readLegacy(stream: Uint8Array): WorkbookData {
  refuseUnreadable(stream);
  refuseBroken(stream);
  try {
    const book = quietly(() =>
      parse_xlscfb(stream.slice(), {
        type: 'buffer',
        dense: true,
        cellNF: true,
        cellStyles: true,
        sheetRows: LIMITS.rows,
      }),
    );
    const gathering = new Gathering();
    const from1904 = book.Workbook?.WBProps?.date1904 === true;
    const sheets = book.SheetNames.map((name, index) => {
      const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0;
      return { name, hidden, ...sheetOf(book.Sheets[name]!, from1904, gathering) };
    });
    return { sheets, title: null, from1904, truncated: gathering.truncated };
  } catch (error) {
    throw new UnreadableFile('corrupt', DAMAGED, { cause: error });
  }
}
