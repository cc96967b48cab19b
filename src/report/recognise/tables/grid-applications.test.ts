import { describe, expect, it } from 'vitest';
import type { Table } from '../../document.ts';
import { gridOf } from './grid.ts';
import { applicationLine } from './grid-applications.ts';

/** A table of one row with a cell a column. */
const rowOf = (...texts: readonly string[]): Table => ({
  kind: 'table',
  number: 1,
  rows: 1,
  columns: texts.length,
  cells: texts.map((text, i) => ({
    text,
    row: 1,
    column: i + 1,
    rowSpan: 1,
    colSpan: 1,
    at: { table: 1, row: 1, column: i + 1 },
    images: 0,
    nested: [],
  })),
  at: { table: 1, row: 1, column: 1 },
});

describe('the row of table 三 that a grid row is', () => {
  it.each([
    ['总计', ['总计', '1', '0', '1'], 'concluded'],
    ['总计 behind the cells of its groups', ['', '', '总计', '1', '0', '1'], 'concluded'],
    [
      'a head of table 四 with a sign in the remarks beside it',
      ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计', '—'],
      null,
    ],
  ])('%s', (_, texts, id) => {
    expect(applicationLine(gridOf(rowOf(...texts))!, 0, 'other.misc')?.id ?? null).toBe(id);
  });
});
