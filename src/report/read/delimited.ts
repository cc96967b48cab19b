import { mediaTypes, type ReaderNote, type SourceDocument } from '../document.ts';
import { LIMITS } from './limits.ts';
import { firstOfTraditional } from './normalise.ts';
import { readText } from './text.ts';
import { TRADITIONAL_NOTE } from './tree.ts';
import { SheetAssembly, type ShownCell } from './workbook-blocks.ts';

const SEPARATORS = [',', '\t', ';', '|'] as const;
const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
/** How much of a text is looked at to tell its separator. */
const SAMPLE = 64 * 1024;
const TRUNCATED = `文件过大：只读取前${LIMITS.columns}列、${LIMITS.rows}行、${LIMITS.blocks}格，其余未读取。`;

/** A field of a record, from 0, without its quotes. */
interface Field {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

interface Records {
  readonly fields: readonly Field[];
  /** How many fields each record has, the empty ones counted. */
  readonly widths: readonly number[];
  readonly truncated: boolean;
}

/** Where a quoted field ends: behind the quote that no other follows, or at the end of the text. */
function quotedEnd(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2))
    if (text.charCodeAt(at + 1) !== QUOTE) return at;
  return text.length;
}

/**
 * Fields of a delimited text (RFC 4180, any separator): a field in quotes may hold separators, line breaks and
 * doubled quotes; a quote within a field that does not begin with one stands for itself. Empty fields are counted
 * but not kept.
 */
function recordsOf(text: string, separator: string): Records {
  const mark = separator.charCodeAt(0);
  const fields: Field[] = [];
  const widths: number[] = [];
  let row = 0;
  let column = 0;
  let at = 0;
  while (at < text.length) {
    if (widths.length >= LIMITS.rows || fields.length >= LIMITS.blocks)
      return { fields, widths, truncated: true };
    let value: string;
    if (text.charCodeAt(at) === QUOTE) {
      const end = quotedEnd(text, at + 1);
      value = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
    } else value = '';
    let end = at;
    for (let code = text.charCodeAt(end); end < text.length && code !== mark && code !== LF && code !== CR; )
      code = text.charCodeAt(++end);
    value += text.slice(at, end);
    if (value.trim() !== '' && column < LIMITS.columns) fields.push({ row, column, text: value });
    column++;
    at = end + 1;
    if (end < text.length && text.charCodeAt(end) === mark) continue;
    if (text.charCodeAt(end) === CR && text.charCodeAt(at) === LF) at++;
    widths.push(column);
    row++;
    column = 0;
  }
  if (column > 0) widths.push(column + 1);
  return { fields, widths, truncated: false };
}

/** How well a separator divides: the share of records that have the width most of them have, with two fields or more. */
function regularity({ widths, fields }: Records): number {
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const divided = fields.filter(({ column }) => column > 0).length;
  return widths.length === 0 || divided === 0
    ? 0
    : most / widths.length + Math.min(0.5, divided / fields.length / 2);
}

/** The separator that divides a text best; null where none divides it. */
function separatorOf(
  text: string,
  fileName: string,
): { readonly separator: string | null; readonly from: number } {
  const named = /^\ufeff?sep=([,;|\t])\r?\n/i.exec(text);
  if (named) return { separator: named[1]!, from: named[0].length };
  const sample = text.slice(0, SAMPLE);
  const tabs = /\.(?:tsv|tab)$/i.test(fileName);
  let best: string | null = null;
  let highest = 0.2;
  for (const separator of SEPARATORS) {
    const weight = regularity(recordsOf(sample, separator)) + (tabs && separator === '\t' ? 0.5 : 0);
    if (weight <= highest) continue;
    highest = weight;
    best = separator;
  }
  return { separator: best, from: 0 };
}

/** ="012", by which exports keep a spreadsheet from changing a text. */
const KEPT = /^="([^"]*)"$/;

const shownCell = ({ row, column, text }: Field): ShownCell => ({
  row,
  column,
  rowEnd: row,
  columnEnd: column,
  text: text.replace(KEPT, '$1'),
  figure: null,
  computed: false,
});

/**
 * A text whose lines are records with separated fields (csv, tsv; comma, tab, semicolon or bar, told by what
 * divides the text evenly). It is read as the sheet of which it is the export: records are rows, fields cells,
 * and what was merged there is one filled field and empty ones here. A text that nothing divides is read as one.
 * Places are record and field, both from 1.
 */
export function readDelimited(
  text: string,
  encoding: string,
  notes: readonly ReaderNote[],
  fileName: string,
): SourceDocument {
  const { separator, from } = separatorOf(text, fileName);
  if (separator === null) return readText(text, encoding, notes);
  const { fields, truncated } = recordsOf(text.slice(from), separator);
  const skipped = from > 0 ? 1 : 0;
  const assembly = new SheetAssembly();
  assembly.add({
    name: '',
    number: 1,
    cells: fields.map(shownCell),
    blanks: [],
    pictures: [],
    isDrawn: () => false,
    rowNumber: (row) => row + 1 + skipped,
    columnNumber: (column) => column + 1,
  });
  const { blocks } = assembly;
  const own = [...notes];
  const traditional = firstOfTraditional(blocks);
  if (traditional !== null) own.push({ kind: 'traditional', text: TRADITIONAL_NOTE, at: traditional.at });
  if (truncated || assembly.truncated) own.push({ kind: 'truncated', text: TRUNCATED, at: null });
  const mediaType = separator === '\t' ? mediaTypes.tsv : mediaTypes.csv;
  return { mediaType, encoding, metaTitle: null, blocks, notes: own };
}
