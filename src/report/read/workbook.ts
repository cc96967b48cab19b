import { mediaTypes, type ReaderNote, type Sheet, type SourceDocument, UnreadableFile } from '../document.ts';
import { LIMITS } from './limits.ts';
import { firstOfTraditional } from './normalise.ts';
import { TRADITIONAL_NOTE } from './tree.ts';
import { SheetAssembly } from './workbook-blocks.ts';
import { CompoundFile } from './workbook-compound.ts';
import { Sums } from './workbook-formulas.ts';
import { readOpenDocument } from './workbook-ods.ts';
import type { WorkbookData } from './workbook-sheet.ts';
import { SheetView } from './workbook-shown.ts';
import { readPackage } from './workbook-xlsx.ts';
import { ZipArchive } from './zip.ts';

const BINARY = '这是二进制工作簿（xlsb）。请在 Excel 中另存为 xlsx 后再试。';
const TRUNCATED = `工作簿过大：每张工作表只读取前${LIMITS.columns}列、${LIMITS.rows}行，全部只读取前${LIMITS.blocks}格，其余未读取。`;

type Format = 'xlsx' | 'xls' | 'ods';

/** The reader of xls is large and seldom needed: it is loaded when one comes. */
async function legacy(stream: Uint8Array): Promise<readonly [Format, WorkbookData]> {
  return ['xls', (await import('./workbook-legacy.ts')).readLegacy(stream)];
}

async function dataOf(bytes: Uint8Array): Promise<readonly [Format, WorkbookData]> {
  if (bytes[0] === 0xd0) {
    const file = new CompoundFile(bytes);
    const stream = file.stream('workbook') ?? file.stream('book');
    return legacy(stream ?? new Uint8Array());
  }
  if (bytes[0] !== 0x50) return ['xls', (await import('./workbook-xml.ts')).readXmlWorkbook(bytes)];
  const zip = new ZipArchive(bytes);
  if (zip.names.includes('content.xml')) return ['ods', readOpenDocument(zip)];
  if (zip.names.includes('xl/workbook.bin')) throw new UnreadableFile('unsupported', BINARY);
  return ['xlsx', readPackage(zip)];
}

const hiddenSheets = (data: WorkbookData): ReaderNote[] => {
  const names = data.sheets
    .filter((sheet) => sheet.hidden && sheet.cells.size > 0)
    .map(({ name }) => `“${name}”`);
  return names.length === 0 ? [] : [{ kind: 'hidden', text: `工作表${names.join('、')}`, at: null }];
};

/**
 * A workbook: xlsx and xlsm, xls of Excel 97 and later (also WPS et), ods, XML of Excel 2003. Each sheet that is
 * shown becomes paragraphs and tables; the name of a sheet is a heading where it is the name of a section and
 * the sheet does not repeat it. Places in tables are those of the sheets: `table` the number of the sheet,
 * `row` and `column` its rows and columns, from 1.
 *
 * A figure is what its cell shows, formulas by the result that the file holds. Where a cell shows another number
 * than it holds (12 for 12.4), neither is taken: the cell's text tells both, and no figure can be read of it.
 * Hidden rows, columns and sheets are left out; notes name them.
 * @throws UnreadableFile with a sentence that says what to do
 */
export async function readWorkbook(bytes: Uint8Array): Promise<SourceDocument> {
  const [format, data] = await dataOf(bytes);
  const sums = new Sums(data.sheets);
  const assembly = new SheetAssembly();
  const notes: ReaderNote[] = hiddenSheets(data);
  const sheets: Sheet[] = [];
  for (const [index, sheet] of data.sheets.entries()) {
    if (sheet.hidden) continue;
    const view = new SheetView(sheet, index + 1, sums);
    const from = assembly.blocks.length;
    assembly.add(view.shown());
    notes.push(...view.notes);
    if (assembly.blocks.length > from) sheets.push({ name: sheet.name, from });
  }
  const { blocks } = assembly;
  const traditional = firstOfTraditional(blocks);
  if (traditional !== null) notes.push({ kind: 'traditional', text: TRADITIONAL_NOTE, at: traditional.at });
  if (data.truncated || assembly.truncated) notes.push({ kind: 'truncated', text: TRUNCATED, at: null });
  return { mediaType: mediaTypes[format], encoding: null, metaTitle: data.title, blocks, notes, sheets };
}
