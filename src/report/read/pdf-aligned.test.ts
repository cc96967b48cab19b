import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { text, writePdf } from '../../../test/support/pdf-writer.ts';
import type { Table } from '../document.ts';
import { readPdf } from './pdf.ts';

const characterMap = async (name: string): Promise<Uint8Array> =>
  new Uint8Array(readFileSync(join('node_modules', 'pdfjs-dist', 'cmaps', `${name}.bcmap`)));

/** A page of words at places: [x, line from the top, words]. */
type Words = readonly (readonly [x: number, line: number, words: string])[];
const page = (words: Words) => ({
  width: 595,
  height: 842,
  content: words.map(([x, at, word]) => text(x, 800 - 18 * at, 9, word)).join(''),
});

async function tablesOf(...pages: Words[]): Promise<Table[]> {
  const { blocks } = await readPdf(writePdf(pages.map(page)), { characterMap });
  return blocks.filter((block) => block.kind === 'table');
}
const rowOf = (table: Table, row: number): string[] =>
  table.cells.filter((cell) => cell.row === row).map((cell) => cell.text);

describe('表二没有格线', () => {
  const head: Words = [
    [60, 0, '信息内容'],
    [200, 0, '本年制发件数'],
    [320, 0, '本年废止件数'],
    [440, 0, '现行有效件数'],
  ];

  it('空着的格是空格，数字在自己的列名之下', async () => {
    const rows: Words = [...head, [60, 1, '规章'], [320, 1, '3'], [440, 1, '14']];
    const [table] = await tablesOf([...rows, [60, 2, '行政规范性文件'], [200, 2, '5'], [440, 2, '-']]);
    expect(rowOf(table!, 2)).toEqual(['规章', '', '3', '14']);
    expect(rowOf(table!, 3)).toEqual(['行政规范性文件', '5', '', '-']);
  });

  it('断在下一页的行仍是这张表的', async () => {
    const [table] = await tablesOf(
      [...head, [60, 1, '规章'], [200, 1, '1'], [320, 1, '2'], [440, 1, '3']],
      [
        [60, 0, '行政规范性文件'],
        [440, 0, '8'],
      ],
    );
    expect(rowOf(table!, 3)).toEqual(['行政规范性文件', '', '', '8']);
    expect(table!.cells.at(-1)!.at).toMatchObject({ page: 2 });
  });

  it.each<[string, Words]>([
    ['数字不在任何列名之下', [[290, 1, '3']]],
    [
      '一个列名之下有两个数',
      [
        [320, 1, '3'],
        [340, 1, '4'],
      ],
    ],
    [
      '数字折成两行',
      [
        [320, 1, '123'],
        [320, 2, '4'],
      ],
    ],
    ['列名之下不是数字', [[320, 1, '若干']]],
  ])('%s时不当作表', async (_, more) => {
    expect(await tablesOf([...head, [60, 1, '规章'], ...more])).toEqual([]);
  });
});

describe('表四没有格线', () => {
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const head: Words = [
    [30, 0, '行政复议'],
    [210, 0, '行政诉讼'],
    [210, 1, '未经复议直接起诉'],
    [390, 1, '复议后起诉'],
    ...Array.from({ length: 15 }, (_, i) => [
      [30 + 36 * i, 2, results[i % 5]!.slice(0, 2)] as const,
      ...(i % 5 < 4 ? [[30 + 36 * i, 3, results[i % 5]!.slice(2)] as const] : []),
    ]).flat(),
  ];

  it('列名各占两行，空格留空', async () => {
    const [table] = await tablesOf([...head, [30, 4, '2'], [174, 4, '2'], [426, 4, '7'], [534, 4, '7']]);
    expect(rowOf(table!, 3)).toEqual([...results, ...results, ...results]);
    expect(
      rowOf(table!, 4)
        .map((value) => value || '空')
        .join(''),
    ).toBe('2空空空2空空空空空空7空空7');
  });

  it('少一个列名时不当作表', async () => {
    expect(await tablesOf([...head.slice(0, -1), [30, 4, '2'], [534, 4, '7']])).toEqual([]);
  });
});

describe('表三没有格线', () => {
  const heads = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
  const xs = [230, 270, 315, 360, 420, 480, 520];
  const head: Words = [
    [300, 0, '申请人情况'],
    [330, 1, '法人或其他组织'],
    ...heads.map((word, i) => [xs[i]!, 2, word] as const),
  ];
  const labels = ['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量'];
  const items: readonly [string, number][] = [
    ['（三）不予公开', 8],
    ['（四）无法提供', 3],
    ['（五）不予处理', 5],
    ['（六）其他处理', 3],
  ];
  const figures = (line: number, row: number): Words =>
    xs.flatMap((x, i) => (i === 2 ? [] : [[x, line, String(row * 10 + i)] as const]));

  function body(): Words {
    const words: [number, number, string][] = [];
    let line = 3;
    for (const label of labels) words.push([30, line++, label]);
    words.push([30, line, '三、']);
    words.push([70, line++, '（一）予以公开'], [70, line++, '（二）部分公开']);
    for (const [group, count] of items) {
      words.push([70, line, group]);
      for (let item = 1; item <= count; item++) words.push([145, line++, `${item}.情形`]);
    }
    words.push([70, line++, '（七）总计'], [30, line++, '四、结转下年度继续办理']);
    return [...words, ...Array.from({ length: 25 }, (_, i) => figures(3 + i, i + 1)).flat()];
  }

  it('各行按自己的名目，各列按列名，整列空着的留空', async () => {
    const [table] = await tablesOf([...head, ...body()]);
    expect([table!.rows, table!.columns]).toEqual([28, 10]);
    expect(rowOf(table!, 8)).toEqual(['（三）不予公开', '1.情形', '50', '51', '', '53', '54', '55', '56']);
    expect(rowOf(table!, 28)).toEqual([
      '四、结转下年度继续办理',
      '250',
      '251',
      '',
      '253',
      '254',
      '255',
      '256',
    ]);
    const groups = table!.cells.filter((cell) => cell.column === 2 && cell.rowSpan > 1);
    expect(groups.map((cell) => cell.rowSpan)).toEqual([8, 3, 5, 3]);
  });

  it('有一行没有数字，不知是哪一行时不当作表', async () => {
    const short = body().filter(([x, line]) => line !== 10 || x < xs[0]!);
    expect(await tablesOf([...head, ...short])).toEqual([]);
  });
});
