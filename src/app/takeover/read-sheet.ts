import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { GivenCell, GivenRow } from '../../domain/takeover/cells.ts';
import { type ColumnId, takeoverColumns } from '../../domain/takeover/columns.ts';
import { cite } from '../../law/citation.ts';
import { UnreadableFile } from '../../report/document.ts';
import { type PlainWorkbook, readSheets, type SheetCell, type SheetData } from '../../report/read/sheets.ts';
import { largestTakeover, mostTaken, takeoverSheets } from './sheet-names.ts';

/** Days between both ways of counting them. */
const to1904 = 1_462;
const most = { cells: 220_000, characters: 12 * 1024 * 1024 };

const no = (code: string, message: string, article: string | null = null): Refusal =>
  refuse(`takeover.${code}`, message, {}, article === null ? null : cite('tiaoli2019', article));

const tooMany = no(
  'tooMany',
  `一份文件最多${mostTaken.toLocaleString('en')}件，这份文件超出了，没有读取。请分成几份，逐份移入。`,
);
const damaged = no('unreadable', '文件不完整或者已损坏，没有读取。请在表格软件中打开，重新保存后再上传。');
const bomb = no('bomb', '文件解压后异常地大，不是移入用的表格，没有读取。请重新下载模板填写。');

function opened(bytes: Uint8Array): PlainWorkbook | Refusal {
  if (bytes.length === 0) return no('empty', '没有选择文件，或者文件是空的。请选择填好的模板。');
  if (bytes.length > largestTakeover)
    return no(
      'tooLarge',
      `文件超过${largestTakeover / 1024 / 1024} MB，没有读取。请只保留数据，分成几份移入。`,
    );
  try {
    return readSheets(bytes, most);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    if (error.reason === 'bomb') return bomb;
    return error.reason === 'unsupported' ? no('unsupported', error.message) : damaged;
  }
}

/** Nothing that a clerk does not see may be taken. */
function hiddenIn(book: PlainWorkbook, sheet: SheetData): Refusal | undefined {
  if (book.macros)
    return no('macros', '文件带有宏，没有读取。请另存为不带宏的“Excel 工作簿（*.xlsx）”后再上传。');
  const hidden = book.sheets.filter((each) => each.hidden).map(({ name }) => `“${name}”`);
  if (hidden.length > 0)
    return no('hidden', `工作表${hidden.join('、')}是隐藏的，没有读取。请取消隐藏，或者删去后再上传。`);
  const rows = [...sheet.hiddenRows].filter((row) => sheet.cells.has(row)).map((row) => row + 1);
  if (rows.length > 0)
    return no(
      'hidden',
      `第${rows.slice(0, 10).join('、')}行${rows.length > 10 ? '等' : ''}是隐藏或者筛选掉的，没有读取。请全部显示后再上传。`,
    );
  return sheet.hiddenColumns.length > 0
    ? no('hidden', '有的列是隐藏的，没有读取。请取消隐藏后再上传。')
    : undefined;
}

const plainHead = (text: string): string => text.normalize('NFKC').replace(/[\s*]/g, '');
const known: ReadonlyMap<string, ColumnId> = new Map(
  takeoverColumns.map(({ id, label }) => [plainHead(label), id]),
);

/** Columns of the file by their heads, in whatever order they stand. */
function headsOf(sheet: SheetData): ReadonlyMap<number, ColumnId> | Refusal {
  const found = new Map<number, ColumnId>();
  for (const [column, { text }] of sheet.cells.get(0) ?? []) {
    const id = known.get(plainHead(text));
    if (id === undefined)
      return no(
        'column',
        `“${text.slice(0, 20)}”不是模板中的列，没有读取。只移入条例第二十九条规定的内容和办理情况，不收集用途等其他内容。请删去这一列。`,
        '第二十九条第二款',
      );
    if ([...found.values()].includes(id)) return no('column', `“${text}”有两列，没有读取。请只留一列。`);
    found.set(column, id);
  }
  const missing = takeoverColumns.filter(
    ({ id, when }) => when === 'always' && ![...found.values()].includes(id),
  );
  return missing.length === 0
    ? found
    : no(
        'column',
        `第一行缺少${missing.map(({ label }) => `“${label}”`).join('、')}，没有读取。请用下载的模板填写，不改第一行。`,
      );
}

const givenCell = ({ text, number, formula }: SheetCell, from1904: boolean): GivenCell => ({
  text,
  number: number !== null && from1904 && number > 30_000 ? number + to1904 : number,
  formula: formula !== null,
});

function rowsOf(
  sheet: SheetData,
  heads: ReadonlyMap<number, ColumnId>,
  from1904: boolean,
): ReadonlyMap<number, GivenRow> | Refusal {
  const rows = new Map<number, GivenRow>();
  for (const [row, cells] of [...sheet.cells].sort(([a], [b]) => a - b)) {
    if (row === 0) continue;
    const given = new Map<ColumnId, GivenCell>();
    for (const [column, cell] of cells) {
      const id = heads.get(column);
      if (id !== undefined) given.set(id, givenCell(cell, from1904));
      else if (cell.text.trim() !== '')
        return no('column', `第${row + 1}行在模板的列以外还有内容，没有读取。请移到相应的列，或者删去。`);
    }
    const some = [...given.values()].some(({ text, formula }) => formula || text.trim() !== '');
    if (some) rows.set(row + 1, given);
  }
  return rows;
}

/** The lines of a file by the number that a program shows. Refused: what is no such workbook, or hides something. */
export function readTakeoverSheet(bytes: Uint8Array): ReadonlyMap<number, GivenRow> | Refusal {
  const book = opened(bytes);
  if (isRefusal(book)) return book;
  const sheet = book.sheets.find(({ name }) => name.trim() === takeoverSheets.cases);
  if (sheet === undefined)
    return no(
      'sheet',
      `没有名为“${takeoverSheets.cases}”的工作表，没有读取。请用下载的模板填写，不改工作表的名称。`,
    );
  const hidden = hiddenIn(book, sheet);
  if (hidden !== undefined) return hidden;
  if (book.truncated) return tooMany;
  const heads = headsOf(sheet);
  if (isRefusal(heads)) return heads;
  const rows = rowsOf(sheet, heads, book.from1904);
  if (isRefusal(rows)) return rows;
  if (rows.size > mostTaken) return tooMany;
  return rows.size === 0
    ? no('empty', `“${takeoverSheets.cases}”里还没有案件。请从第二行起一行填一件。`)
    : rows;
}
