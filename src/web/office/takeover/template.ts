import { mostTaken, takeoverSheets } from '../../../app/takeover/sheet-names.ts';
import { type ChoiceColumn, choices } from '../../../domain/takeover/choices.ts';
import { type TakeoverColumn, takeoverColumns } from '../../../domain/takeover/columns.ts';
import { exampleRows } from '../../../domain/takeover/examples.ts';
import { type Day, dayNumber, parseDay, type WorkdayTable } from '../../../domain/workday/index.ts';
import type { Look, SheetCell, SheetModel, Validation } from '../../../report/render/sheet-model.ts';
import { workbookFile } from '../../../report/render/sheet-parts.ts';
import { chipWords } from '../../theme/article-chip.tsx';

/** Number of 1970-01-01 in a workbook, which counts days from the end of 1899. */
const EPOCH = 25_569;

const headOf = ({ label, when }: TakeoverColumn): string => (when === 'always' ? `${label}*` : label);
const lookOf = ({ kind }: TakeoverColumn): Look =>
  kind === 'day' ? 'day' : kind === 'count' ? 'count' : 'text';
const lists = takeoverColumns.filter(({ kind }) => kind === 'choice');

const wide = new Set<string>(['identityNumber', 'address', 'email', 'name', 'letterNumber', 'proof']);
const widthOf = ({ id, label, kind }: TakeoverColumn): number => {
  if (id === 'content' || id === 'outcome') return 40;
  if (id === 'channel') return 30;
  if (wide.has(id)) return 26;
  return Math.max(kind === 'day' ? 13 : 12, label.length * 2 + 4);
};

const heads = (row: number, labels: readonly string[]): SheetCell[] =>
  labels.map((value, column) => ({ row, column, look: 'head', value }));

/** What a column takes, shown while one writes in it. */
function validationOf(column: TakeoverColumn, index: number): Validation[] {
  const { kind, label, about } = column;
  if (kind !== 'day' && kind !== 'choice') return [];
  const cells = { row: 1, column: index, rows: mostTaken, columns: 1 };
  if (kind === 'day')
    return [{ cells, takes: { kind: 'day' }, title: label, told: `${about}写作 2026-03-02。` }];
  const rows = choices[column.id as ChoiceColumn].length;
  const from = { row: 1, column: lists.indexOf(column), rows, columns: 1 };
  const takes = { kind: 'list', sheet: takeoverSheets.lists, from } as const;
  return [{ cells, takes, title: label, told: about }];
}

const sheet = (name: string, cells: SheetCell[], widths: readonly number[]): SheetModel => ({
  name,
  cells,
  merges: [],
  widths,
  heights: new Map([[0, 22]]),
  repeated: [0, 0],
  warnings: [],
  frozen: { rows: 1, columns: 1 },
  landscape: true,
});

const filled = (): SheetModel => ({
  ...sheet(takeoverSheets.cases, heads(0, takeoverColumns.map(headOf)), takeoverColumns.map(widthOf)),
  columnLooks: takeoverColumns.map(lookOf),
  validations: takeoverColumns.flatMap(validationOf),
});

const written = (column: TakeoverColumn, value: string): string | number => {
  const day = column.kind === 'day' ? parseDay(value) : null;
  if (day !== null) return dayNumber(day) + EPOCH;
  return column.kind === 'count' ? Number(value) : value;
};

function examples(today: Day, table: WorkdayTable): SheetModel {
  const cells = heads(0, takeoverColumns.map(headOf));
  const rows = exampleRows(today, table);
  rows.forEach((line, index) => {
    takeoverColumns.forEach((column, at) => {
      const value = line[column.id];
      cells.push({
        row: index + 1,
        column: at,
        look: lookOf(column),
        value: value === undefined ? null : written(column, value),
      });
    });
  });
  const { heights, ...laid } = sheet(takeoverSheets.examples, cells, takeoverColumns.map(widthOf));
  const twoLines = rows.map((_, index): [number, number] => [index + 1, 32]);
  return { ...laid, heights: new Map([...heights, ...twoLines]) };
}

const kinds: Readonly<Record<TakeoverColumn['kind'], string>> = {
  text: '文字',
  day: '日期',
  choice: '从列表选择',
  count: '整数',
};
const needOf = ({ when }: TakeoverColumn): string =>
  when === 'always' ? '必填' : when === null ? '有就填' : `${when}必填`;

function explained(): SheetModel {
  const cells = heads(0, ['列', '填什么', '是否必填', '格式', '依据']);
  takeoverColumns.forEach((column, index) => {
    const basis = column.basis === null ? '' : chipWords(column.basis);
    const values = [column.label, column.about, needOf(column), kinds[column.kind], basis];
    values.forEach((value, at) => {
      cells.push({ row: index + 1, column: at, look: 'note', value: value === '' ? null : value });
    });
  });
  return sheet(takeoverSheets.columns, cells, [18, 70, 42, 14, 30]);
}

function listed(): SheetModel {
  const cells = heads(
    0,
    lists.map(({ label }) => label),
  );
  lists.forEach(({ id }, column) => {
    choices[id as ChoiceColumn].forEach(({ name }, index) => {
      cells.push({ row: index + 1, column, look: 'note', value: name });
    });
  });
  return sheet(
    takeoverSheets.lists,
    cells,
    lists.map(({ id }) => (id === 'outcome' ? 80 : id === 'identityType' ? 44 : 30)),
  );
}

/** The workbook to fill in: cases, examples with days around `today`, what each column asks for and why, its lists. */
export const takeoverTemplate = (today: Day, table: WorkdayTable): Uint8Array =>
  workbookFile('移入案件', [filled(), examples(today, table), explained(), listed()]);
