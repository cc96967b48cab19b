import { type CellObject, utils, type WorkSheet, write } from '@e965/xlsx';
import { type Grid, gridOf, positions, statisticsGrid } from './grids.ts';
import { type SampleReport, tableOfSection } from './sample-model.ts';

/** A way in which an invented report is set in a workbook or its export. */
export interface WorkbookLayout {
  readonly name: string;
  readonly fileName: string;
  readonly bytes: (report: SampleReport) => Uint8Array;
}

type Part =
  | { readonly kind: 'heading' | 'text'; readonly text: string }
  | { readonly kind: 'grid'; readonly grid: Grid };

const text = (value: string): Part => ({ kind: 'text', text: value });

/** The parts of a report from top to bottom. */
function partsOf(report: SampleReport): Part[] {
  const parts: Part[] = [
    ...(report.title === null ? [] : [text(report.title)]),
    ...report.preamble.map(text),
  ];
  for (const section of report.sections) {
    parts.push({ kind: 'heading', text: section.heading });
    parts.push(...section.paragraphs.map(text));
    const table = section.id === null ? undefined : tableOfSection[section.id];
    if (table !== undefined && section.table === 'table')
      parts.push({ kind: 'grid', grid: gridOf(report, table) });
  }
  parts.push(...report.closing.map(text));
  if (report.statistics !== null)
    parts.push(text('附件：政府信息公开情况统计表'), {
      kind: 'grid',
      grid: statisticsGrid(report.statistics).map((row) =>
        row.map(({ text, id }) => ({ text, id, rowSpan: 1, colSpan: 1 })),
      ),
    });
  return parts;
}

interface Style {
  /** Merged cells stay merged; else what was merged is one filled cell and empty ones. */
  readonly merged: boolean;
  /** Figures are numbers; else texts. */
  readonly numbers: boolean;
  readonly gap: number;
}

/** Cells and merges of the parts, from the first row on; text is merged over `width` columns. */
function sheetOf(parts: readonly Part[], { merged, numbers, gap }: Style, width: number): WorkSheet {
  const sheet: WorkSheet = {};
  const merges: { s: { r: number; c: number }; e: { r: number; c: number } }[] = [];
  let row = 0;
  const put = (r: number, c: number, value: string): void => {
    const plain = numbers && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(value);
    const cell: CellObject = plain ? { t: 'n', v: Number(value) } : { t: 's', v: value };
    if (value !== '') sheet[utils.encode_cell({ r, c })] = cell;
  };
  for (const part of parts) {
    if (part.kind !== 'grid') {
      put(row, 0, part.text);
      if (merged) merges.push({ s: { r: row, c: 0 }, e: { r: row, c: width - 1 } });
      row += 1 + gap;
      continue;
    }
    const placed = positions(part.grid);
    placed.forEach((cells, r) => {
      cells.forEach((at, c) => {
        if (at === null || at.dx > 0 || at.dy > 0) return;
        const { rowSpan, colSpan } = at.cell;
        put(row + r, c, at.cell.text);
        if (merged && rowSpan * colSpan > 1)
          merges.push({ s: { r: row + r, c }, e: { r: row + r + rowSpan - 1, c: c + colSpan - 1 } });
      });
    });
    row += placed.length + gap;
  }
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(0, row - 1), c: width - 1 } });
  sheet['!merges'] = merges;
  return sheet;
}

const WIDTH = 15;

function written(
  sheets: readonly (readonly [string, WorkSheet])[],
  bookType: 'xlsx' | 'biff8' | 'ods' | 'xlml',
): Uint8Array {
  const book = utils.book_new();
  for (const [name, sheet] of sheets) utils.book_append_sheet(book, sheet, name);
  return new Uint8Array(write(book, { type: 'array', bookType, compression: true }) as ArrayBuffer);
}

/** A sheet for what comes before the sections, and one for each of them that bears its heading as a name. */
function sectionSheets(report: SampleReport): Uint8Array {
  const sheets: [string, Part[]][] = [['封面', []]];
  for (const part of partsOf(report)) {
    if (part.kind === 'heading') sheets.push([part.text.slice(0, 31), []]);
    else sheets.at(-1)![1].push(part);
  }
  const style = { merged: true, numbers: true, gap: 0 };
  const used = new Set<string>();
  const named = sheets.map(([name, parts], i): [string, WorkSheet] => {
    const plain = name.replace(/[[\]*?:/\\]/g, '') || `第${i}部分`;
    const own = used.has(plain) ? `${plain.slice(0, 28)}${i}` : plain;
    used.add(own);
    return [own, sheetOf(parts, style, WIDTH)];
  });
  return written(named, 'xlsx');
}

const oneSheet = (style: Style, bookType: 'xlsx' | 'biff8' | 'ods' | 'xlml') => (report: SampleReport) =>
  written([['年报', sheetOf(partsOf(report), style, WIDTH)]], bookType);

function delimited(report: SampleReport, separator: string): Uint8Array {
  const sheet = sheetOf(partsOf(report), { merged: false, numbers: false, gap: 0 }, WIDTH);
  return new TextEncoder().encode(utils.sheet_to_csv(sheet, { FS: separator }));
}

const merged = { merged: true, numbers: true, gap: 0 };

export const workbookLayouts: readonly WorkbookLayout[] = [
  { name: 'one sheet', fileName: 'report.xlsx', bytes: oneSheet(merged, 'xlsx') },
  { name: 'blank rows between', fileName: 'report.xlsx', bytes: oneSheet({ ...merged, gap: 1 }, 'xlsx') },
  {
    name: 'nothing merged, figures as text',
    fileName: 'report.xlsx',
    bytes: oneSheet({ merged: false, numbers: false, gap: 0 }, 'xlsx'),
  },
  { name: 'a sheet a section', fileName: 'report.xlsx', bytes: sectionSheets },
  { name: 'Excel 97', fileName: 'report.xls', bytes: oneSheet(merged, 'biff8') },
  { name: 'OpenDocument', fileName: 'report.ods', bytes: oneSheet(merged, 'ods') },
  { name: 'XML of Excel 2003', fileName: 'report.xls', bytes: oneSheet(merged, 'xlml') },
  { name: 'csv', fileName: 'report.csv', bytes: (report) => delimited(report, ',') },
  { name: 'tsv', fileName: 'report.tsv', bytes: (report) => delimited(report, '\t') },
];

/** Reports in one workbook, a sheet each. */
export const workbookOf = (reports: readonly (readonly [sheet: string, SampleReport])[]): Uint8Array =>
  written(
    reports.map(([name, report]) => [name, sheetOf(partsOf(report), merged, WIDTH)]),
    'xlsx',
  );
