import { UnreadableFile } from '../document.ts';
import { decodeReferences } from './character-references.ts';
import { NameTable } from './names.ts';
import { type CellContext, sheetOf } from './workbook-cells.ts';
import { cellFormats, partText, prefixIn, relationsOf, sharedStrings } from './workbook-parts.ts';
import { Gathering, type SheetData, type WorkbookData } from './workbook-sheet.ts';
import { XmlScanner, type XmlSink } from './xml-scan.ts';
import type { ZipArchive } from './zip.ts';

const ELEMENTS = ['sheet', 'workbookPr'] as const;
const names = new NameTable(ELEMENTS);
/** More sheets than any workbook of reports has. */
const SHEETS = 500;
const PICTURES = 500;

interface Entry {
  readonly name: string;
  readonly hidden: boolean;
  readonly id: string;
}

class BookReader implements XmlSink {
  readonly listening = false;
  readonly full = false;
  readonly sheets: Entry[] = [];
  from1904 = false;

  text(): void {}
  close(): void {}

  open(element: number, at: XmlScanner): void {
    if (ELEMENTS[element] === 'workbookPr') {
      const days = at.attribute('date1904');
      this.from1904 = days === '1' || days === 'true';
    } else if (this.sheets.length < SHEETS) {
      const state = at.attribute('state');
      this.sheets.push({
        name: at.attribute('name') ?? '',
        hidden: state !== null && state !== 'visible',
        id: at.attribute('id') ?? '',
      });
    }
  }
}

const MISSING = '工作簿缺少内容，文件可能已损坏。请在表格软件中打开并重新保存后再试。';

/** Rows over which the pictures of a sheet begin. */
function picturesOn(zip: ZipArchive, sheet: string): number[] {
  const drawing = relationsOf(zip, sheet).find(({ type }) => type === 'drawing');
  const xml = drawing === undefined ? null : partText(zip, drawing.path);
  const anchors = xml?.split(/<(?:\w+:)?(?:twoCell|oneCell|absolute)Anchor[\s>]/).slice(1, PICTURES) ?? [];
  return anchors
    .filter((anchor) => /<(?:\w+:)?pic[\s/>]/.test(anchor))
    .map((anchor) => Number(/<(?:\w+:)?row>(\d{1,7})</.exec(anchor)?.[1] ?? 0));
}

const bookPart = (zip: ZipArchive): string =>
  relationsOf(zip, '').find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml';

function titleOf(zip: ZipArchive): string | null {
  const title = /<(?:\w+:)?title(?:\s[^<>]*)?>([^<]{1,500})</.exec(
    partText(zip, 'docProps/core.xml') ?? '',
  )?.[1];
  return title ? decodeReferences(title).trim() || null : null;
}

/**
 * The cells of an Excel workbook (xlsx, xlsm; transitional or strict). Only the parts that hold cells are
 * unpacked: pictures, comments, links and macros are not looked at, nor is the size believed that a sheet claims.
 * @throws UnreadableFile corrupt, encrypted or bomb
 */
export function readPackage(zip: ZipArchive, gathering = new Gathering()): WorkbookData {
  const part = bookPart(zip);
  const xml = partText(zip, part);
  if (xml === null) throw new UnreadableFile('corrupt', MISSING);
  const book = new BookReader();
  new XmlScanner(xml, book, prefixIn(xml), names).run();
  const relations = relationsOf(zip, part);
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const shared = (name: string): string | null =>
    partText(zip, relations.find(({ type }) => type === name)?.path ?? `${folder}${name}.xml`);
  const context: CellContext = {
    strings: sharedStrings(shared('sharedStrings')),
    formats: cellFormats(shared('styles')),
    from1904: book.from1904,
    gathering,
  };
  const sheets: SheetData[] = [];
  for (const [index, entry] of book.sheets.entries()) {
    const relation = relations.find(({ id }) => id === entry.id);
    if (relation !== undefined && relation.type !== 'worksheet') continue;
    const path = relation?.path ?? `${folder}worksheets/sheet${index + 1}.xml`;
    const cells = partText(zip, path);
    if (cells === null) throw new UnreadableFile('corrupt', MISSING);
    const { name, hidden } = entry;
    sheets.push(sheetOf(cells, { name, hidden, pictures: picturesOn(zip, path) }, context));
  }
  if (sheets.length === 0) throw new UnreadableFile('corrupt', MISSING);
  return { sheets, title: titleOf(zip), from1904: book.from1904, truncated: context.gathering.truncated };
}
