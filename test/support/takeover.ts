import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { takeoverSheets } from '../../src/app/takeover/sheet-names.ts';
import type { GivenCell, GivenRow } from '../../src/domain/takeover/cells.ts';
import { type ColumnId, takeoverColumns } from '../../src/domain/takeover/columns.ts';
import type { ExampleRow } from '../../src/domain/takeover/examples.ts';
import type { SheetCell, SheetModel } from '../../src/report/render/sheet-model.ts';
import { workbookFile } from '../../src/report/render/sheet-parts.ts';

/** A running case with nothing wrong; `more` changes it, `undefined` empties a cell. */
export const line = (
  number: string,
  more: ExampleRow | Record<string, string | undefined> = {},
): ExampleRow =>
  ({
    number,
    receivedOn: '2026-11-09',
    channel: '当面提交',
    kind: '自然人',
    name: '王小明',
    content: `第${number}号内容`,
    state: '办理中',
    ...more,
  }) as ExampleRow;

/** An answered case, in time. */
export const answered = (number: string, outcome: string, more: Record<string, string | undefined> = {}) =>
  line(number, {
    receivedOn: '2026-03-02',
    state: '已办结',
    endedOn: '2026-03-20',
    outcome,
    delivery: '邮寄送达',
    proof: 'XA1',
    ...more,
  });

const sheetOf = (name: string, cells: readonly SheetCell[]): SheetModel => ({
  name,
  cells,
  merges: [],
  widths: takeoverColumns.map(() => 12),
  heights: new Map(),
  repeated: null,
  warnings: [],
});

/** Lines as a workbook; values stand as text, those given as numbers as numbers. `heads` renames columns. */
export function takeoverFile(
  lines: readonly (ExampleRow | Readonly<Record<string, string | number | undefined>>)[],
  { name = takeoverSheets.cases, extra = [] }: { name?: string; extra?: readonly string[] } = {},
): Uint8Array<ArrayBuffer> {
  const heads = [...takeoverColumns.map(({ label }) => label), ...extra];
  const cells: SheetCell[] = heads.map((value, column) => ({ row: 0, column, look: 'head', value }));
  lines.forEach((each, index) => {
    takeoverColumns.forEach(({ id }, column) => {
      const value = (each as Readonly<Record<string, string | number | undefined>>)[id];
      if (value !== undefined) cells.push({ row: index + 1, column, look: 'note', value });
    });
  });
  return new Uint8Array(workbookFile('移入', [sheetOf(name, cells)]));
}

/** A workbook with a part changed or added. */
export function withPart(
  file: Uint8Array,
  part: string,
  change: (xml: string) => string,
): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(file);
  const before = parts[part] === undefined ? '' : strFromU8(parts[part]);
  return new Uint8Array(zipSync({ ...parts, [part]: strToU8(change(before)) }));
}

/** A line as the reader gives it. */
export const givenRow = (row: ExampleRow | Record<string, string | undefined>): GivenRow =>
  new Map(
    Object.entries(row).flatMap(([id, text]): [ColumnId, GivenCell][] =>
      text === undefined ? [] : [[id as ColumnId, { text, number: null, formula: false }]],
    ),
  );
