import { read, utils } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_ROWS, type TableDefinition } from './table-model.ts';
import { tableWorkbook } from './table-workbook.ts';

interface Row {
  readonly name: string;
  readonly on: string | null;
  readonly count: number | null;
  readonly amount: number;
}

const definition: TableDefinition<Row> = {
  id: 'list',
  title: '申请',
  unit: '件',
  key: ({ name }) => name,
  sort: { column: 'on', descending: true },
  filters: [],
  columns: [
    { id: 'name', label: '名称', header: true, value: ({ name }) => name },
    { id: 'on', label: '日期', kind: 'day', value: ({ on }) => on },
    { id: 'count', label: '页数', kind: 'count', value: ({ count }) => count },
    { id: 'amount', label: '金额', kind: 'amount', value: ({ amount }) => amount },
    { id: 'act', label: '操作', value: () => '去办理', screenOnly: true },
  ],
};
const all = definition.columns.map(({ id }) => id);
const sheetOf = (rows: readonly Row[], columns = all) => {
  const book = read(tableWorkbook(definition, columns, rows), { cellFormula: true, cellNF: true });
  return book.Sheets[book.SheetNames[0]!]!;
};
const row = (over: Partial<Row>): Row => ({ name: '甲', on: '2026-10-16', count: 1, amount: 1.5, ...over });

describe('a list as a workbook', () => {
  it('has the columns shown, days and numbers as such, no buttons', () => {
    const sheet = sheetOf([row({}), row({ on: null, count: null })]);
    expect(utils.sheet_to_json(sheet, { header: 1 })[0]).toEqual(['名称', '日期', '页数', '金额']);
    expect(sheet.B2).toMatchObject({ t: 'n', v: 46311 });
    expect(String(sheet.B2!.z)).toContain('yyyy');
    expect(sheet.C2).toMatchObject({ t: 'n', v: 1 });
    expect(sheet.D2).toMatchObject({ t: 'n', v: 1.5 });
    expect(sheet.B3?.v).toBeUndefined();
    expect(utils.sheet_to_json(sheetOf([row({})], ['name']), { header: 1 })).toEqual([['名称'], ['甲']]);
  });

  it('can be filtered and keeps its heads in sight', () => {
    expect(sheetOf([row({}), row({})])['!autofilter']).toEqual({ ref: 'A1:D3' });
  });

  it.each(['=1+1', '+86 138', '-cmd', '@SUM(A1)', '\t=1', '=HYPERLINK("x")', '<b>&"'])(
    'keeps %s a text',
    (name) => {
      const cell = sheetOf([row({ name })]).A2!;
      expect(cell.t).toBe('s');
      expect(cell.f).toBeUndefined();
      expect(cell.v).toBe(name);
    },
  );

  it('gives any text back, less what no workbook can hold', () => {
    const held = (name: string) =>
      name
        .replace(/\r\n?/g, '\n')
        // biome-ignore lint/suspicious/noControlCharactersInRegex: just these are the ones XML has no place for
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/gu, '');
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 40 }), (names) => {
        const sheet = sheetOf(names.map((name) => row({ name })));
        names.forEach((name, index) => {
          expect(String(sheet[`A${index + 2}`]?.v ?? '')).toBe(held(name));
        });
      }),
      { numRuns: 15, examples: [[['_x0041_', 'a\r\nb\rc', '\u0000', '𠮷', '_x000D_=1']]] },
    );
  });

  it('refuses more rows than one workbook should hold', () => {
    const many = Array.from({ length: MOST_ROWS + 1 }, () => row({}));
    expect(() => tableWorkbook(definition, all, many)).toThrow('50001');
  });
});
