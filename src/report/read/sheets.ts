import { UnreadableFile } from '../document.ts';
import { Gathering, type SheetData, type Taken } from './workbook-sheet.ts';
import { readPackage } from './workbook-xlsx.ts';
import { ZipArchive } from './zip.ts';

export type { SheetCell, SheetData } from './workbook-sheet.ts';

/** An xlsx cell by cell, for sheets whose columns are known. */
export interface PlainWorkbook {
  readonly sheets: readonly SheetData[];
  /** Days count from 1904-01-01. */
  readonly from1904: boolean;
  /** It holds more than was to be taken. */
  readonly truncated: boolean;
  /** It holds programs; they are never looked at. */
  readonly macros: boolean;
}

const NOT_XLSX =
  '这不是 xlsx 工作簿，或者加了密码。请在表格软件中取消密码，另存为“Excel 工作簿（*.xlsx）”后再试。';

/**
 * The sheets of an xlsx as they stand, hidden ones too. What unpacks to more than a workbook holds is not read.
 * @throws UnreadableFile unsupported, corrupt or bomb
 */
export function readSheets(bytes: Uint8Array, most: Taken): PlainWorkbook {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new UnreadableFile('unsupported', NOT_XLSX);
  const zip = new ZipArchive(bytes);
  if (!zip.names.includes('[content_types].xml') || zip.names.includes('xl/workbook.bin'))
    throw new UnreadableFile('unsupported', NOT_XLSX);
  const macros = zip.names.some((name) => /vbaproject|\/macrosheets\//.test(name));
  const { sheets, from1904, truncated } = readPackage(zip, new Gathering(most));
  return { sheets, from1904, truncated, macros };
}
