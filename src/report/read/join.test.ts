import { describe, expect, it } from 'vitest';
import type { Table } from '../document.ts';
import { readHtml } from './html.ts';

const row = (...cells: readonly string[]): string =>
  `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const table = (...rows: readonly string[]): string => `<table>${rows.join('')}</table>`;
const tables = (html: string): Table[] =>
  readHtml(html, 'utf-8').blocks.filter((block): block is Table => block.kind === 'table');
const HEAD = row('信息内容', '本年制发件数', '现行有效件数');

describe('tables split over pages', () => {
  it.each([
    [
      'a second half that repeats the head',
      table(HEAD, row('规章', '0', '1')) + table(HEAD, row('文件', '2', '3')),
      3,
    ],
    ['a second half of figures only', table(HEAD, row('规章', '0', '1')) + table(row('文件', '2', '3')), 3],
    [
      'three pieces',
      table(HEAD, row('规章', '0', '1')) +
        table(HEAD, row('文件', '2', '3')) +
        table(HEAD, row('其他', '4', '5')),
      4,
    ],
    [
      'a page number between',
      `${table(HEAD, row('规章', '0', '1'))}<p>— 3 —</p>${table(HEAD, row('文件', '2', '3'))}`,
      3,
    ],
    ['“续表” between', `${table(HEAD, row('规章', '0', '1'))}<p>续表</p>${table(row('文件', '2', '3'))}`, 3],
  ])('are one: %s', (_, html, rows) => {
    const found = tables(html);
    expect(found).toHaveLength(1);
    expect(found[0]!.rows).toBe(rows);
    expect(new Set(found[0]!.cells.map((cell) => cell.row)).size).toBe(rows);
  });

  it.each([
    [
      'a heading stands between',
      `${table(HEAD, row('规章', '0', '1'))}<p>三、收到申请</p>${table(HEAD, row('文件', '2', '3'))}`,
    ],
    [
      'the second has a head of its own',
      table(HEAD, row('规章', '0', '1')) + table(row('申请人', '自然人', '总计'), row('新收', '2', '3')),
    ],
    ['the columns differ in number', table(HEAD, row('规章', '0', '1')) + table(row('文件', '2'))],
    ['both begin with figures', table(row('规章', '0', '1')) + table(row('文件', '2', '3'))],
  ])('stay two when %s', (_, html) => {
    expect(tables(html)).toHaveLength(2);
  });

  it('keep the place where each cell is printed', () => {
    const [joined] = tables(table(HEAD, row('规章', '0', '1')) + table(HEAD, row('文件', '2', '3')));
    const cell = joined!.cells.find(({ text }) => text === '文件');
    expect(cell).toMatchObject({ row: 3, column: 1, at: { table: 2, row: 2, column: 1 } });
  });
});
