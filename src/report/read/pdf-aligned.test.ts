import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { line, text, writePdf } from '../../../test/support/pdf-writer.ts';
import type { Table } from '../document.ts';
import { readPdf } from './pdf.ts';

const characterMap = async (name: string): Promise<Uint8Array> =>
  new Uint8Array(readFileSync(join('node_modules', 'pdfjs-dist', 'cmaps', `${name}.bcmap`)));

/** A page of words at places: [x, line from the top, words]. */
type Words = readonly (readonly [x: number, line: number, words: string])[];
const heightOf = (at: number): number => 800 - 18 * at;
const page = (words: Words, lines = '') => ({
  width: 595,
  height: 842,
  content: words.map(([x, at, word]) => text(x, heightOf(at), 9, word)).join('') + lines,
});

async function tablesIn(...pages: ReturnType<typeof page>[]): Promise<Table[]> {
  const { blocks } = await readPdf(writePdf(pages), { characterMap });
  return blocks.filter((block) => block.kind === 'table');
}
const tablesOf = (...pages: Words[]): Promise<Table[]> => tablesIn(...pages.map((words) => page(words)));
const rowOf = (table: Table, row: number): string[] =>
  table.cells.filter((cell) => cell.row === row).map((cell) => cell.text);
const doubt = '\ufffd';

describe('表二没有格线', () => {
  const head: Words = [
    [250, 0, '第二十条第（一）项'],
    [60, 1, '信息内容'],
    [200, 1, '本年制发件数'],
    [320, 1, '本年废止件数'],
    [440, 1, '现行有效件数'],
  ];
  const rows: Words = [
    [60, 2, '规章'],
    [60, 3, '行政规范性文件'],
  ];

  it('空着的格是空格，数字在自己的列名之下', async () => {
    const figures: Words = [
      [320, 2, '3'],
      [440, 2, '14'],
      [200, 3, '5'],
      [440, 3, '-'],
    ];
    const [table] = await tablesOf([...head, ...rows, ...figures]);
    expect(rowOf(table!, 3)).toEqual(['规章', '', '3', '14']);
    expect(rowOf(table!, 4)).toEqual(['行政规范性文件', '5', '', '-']);
  });

  it('紧贴名目的数字是第一列的，不是名目的一部分', async () => {
    const glued: Words = [
      [182, 2, '规章7'],
      [320, 2, '3'],
      [440, 2, '14'],
      [137, 3, '行政规范性文件5'],
      [440, 3, '8'],
    ];
    const [table] = await tablesOf([...head, ...glued]);
    expect(rowOf(table!, 3)).toEqual(['规章', '7', '3', '14']);
    expect(rowOf(table!, 4)).toEqual(['行政规范性文件', '5', '', '8']);
  });

  it('断在下一页的行仍是这张表的', async () => {
    const next: Words = [
      [60, 0, '行政规范性文件'],
      [440, 0, '8'],
    ];
    const [table] = await tablesOf([...head, rows[0]!, [200, 2, '1'], [320, 2, '2'], [440, 2, '3']], next);
    expect(rowOf(table!, 4)).toEqual(['行政规范性文件', '', '', '8']);
    expect(table!.cells.at(-1)!.at).toMatchObject({ page: 2 });
  });

  it.each<[string, Words, string[]]>([
    ['两列之间的数字', [[290, 2, '3']], ['规章', `3${doubt}`, `3${doubt}`, '']],
    [
      '一列之内的两个数字',
      [
        [320, 2, '3'],
        [340, 2, '4'],
      ],
      ['规章', doubt, `34${doubt}`, doubt],
    ],
    ['跨两列的数字', [[240, 2, '11111111111111111111']], []],
  ])('%s读作存疑，不作猜测', async (_, figures, expected) => {
    const [table] = await tablesOf([...head, ...rows, ...figures]);
    if (expected.length > 0) expect(rowOf(table!, 3)).toEqual(expected);
    else
      expect(
        rowOf(table!, 3)
          .slice(1)
          .every((cell) => cell === '' || cell.endsWith(doubt)),
      ).toBe(true);
  });

  it('折成两行的数字不拼接，整段不当作表', async () => {
    const figures: Words = [
      [320, 2, '123'],
      [320, 2.6, '4'],
    ];
    expect(await tablesOf([...head, ...rows, ...figures])).toEqual([]);
  });

  it('数字都靠列的右边时，列名右侧的数字是这一列的', async () => {
    const right: Words = [
      [285, 2, '3'],
      [525, 2, '9'],
      [405, 3, '2'],
      [525, 3, '8'],
    ];
    const [table] = await tablesOf([...head, ...rows, ...right]);
    expect(rowOf(table!, 3)).toEqual(['规章', '3', '', '9']);
    expect(rowOf(table!, 4)).toEqual(['行政规范性文件', '', '2', '8']);
  });
});

describe('表四没有格线', () => {
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const over: Words = [
    [30, 0, '行政复议'],
    [210, 0, '行政诉讼'],
    [210, 1, '未经复议直接起诉'],
    [390, 1, '复议后起诉'],
  ];
  const columns = Array.from({ length: 15 }, (_, i) => [30 + 36 * i, results[i % 5]!] as const);
  const head: Words = [
    ...over,
    ...columns.flatMap(([x, word]) => [
      [x, 2, word.slice(0, 2)] as const,
      ...(word.length > 2 ? [[x, 3, word.slice(2)] as const] : []),
    ]),
  ];
  const figures: Words = [
    [30, 4, '2'],
    [174, 4, '2'],
    [426, 4, '7'],
    [534, 4, '7'],
  ];
  const told = '2空空空2空空空空空空7空空7';
  const shown = (table: Table, row: number): string =>
    rowOf(table, row)
      .map((value) => value || '空')
      .join('');

  it('列名各占两行，空格留空', async () => {
    const [table] = await tablesOf([...head, ...figures]);
    expect(rowOf(table!, 3)).toEqual([...results, ...results, ...results]);
    expect(shown(table!, 4)).toBe(told);
  });

  it('列名一字一行，自上而下', async () => {
    const stacked = columns.flatMap(([x, word]) => [...word].map((c, i) => [x, 2 + i * 0.6, c] as const));
    const [table] = await tablesOf([...over, ...stacked, ...figures.map(([x, , n]) => [x, 5, n] as const)]);
    expect(rowOf(table!, 3)).toEqual([...results, ...results, ...results]);
    expect(shown(table!, 4)).toBe(told);
  });

  it('列名横躺着', async () => {
    const lying = columns.map(([x, word]) => text(x + 8, heightOf(4), 9, word, '0 1 -1 0')).join('');
    const low = figures.map(([x, , n]) => [x, 5, n] as const);
    const after: Words = [[30, 7, '五、存在的主要问题及改进情况']];
    const [table] = await tablesIn(page([...over, ...low, ...after], lying));
    expect(rowOf(table!, 3)).toEqual([...results, ...results, ...results]);
    expect(shown(table!, 4)).toBe(told);
  });

  it('十五格都空着的一行也是一行', async () => {
    const [table] = await tablesOf([...head, [30, 5, '五、存在的主要问题及改进情况']]);
    expect(shown(table!, 4)).toBe('空'.repeat(15));
  });

  it('少一个列名时不当作表', async () => {
    expect(await tablesOf([...head.slice(0, -1), ...figures])).toEqual([]);
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
  const last = ['四、结转下年度继续办理', '250', '251', '', '253', '254', '255', '256'];

  it('各行按自己的名目，各列按列名，整列空着的留空', async () => {
    const [table] = await tablesOf([...head, ...body()]);
    expect([table!.rows, table!.columns]).toEqual([28, 10]);
    expect(rowOf(table!, 8)).toEqual(['（三）不予公开', '1.情形', '50', '51', '', '53', '54', '55', '56']);
    expect(rowOf(table!, 28)).toEqual(last);
    const groups = table!.cells.filter((cell) => cell.column === 2 && cell.rowSpan > 1);
    expect(groups.map((cell) => cell.rowSpan)).toEqual([8, 3, 5, 3]);
  });

  it('一行都空着时是一行空格，下面的行不上移', async () => {
    const short = body().filter(([x, at]) => at !== 10 || x < xs[0]!);
    const [table] = await tablesOf([...head, ...short]);
    expect(rowOf(table!, 11)).toEqual(['4.情形', '', '', '', '', '', '', '']);
    expect(rowOf(table!, 28)).toEqual(last);
  });

  it('数字写在两行名目之间时，两行都存疑', async () => {
    const between = body()
      .filter(([x, at]) => at !== 20 || x < xs[0]!)
      .map(([x, at, word]): Words[number] => (at === 10 && x >= xs[0]! ? [x, 10.55, word] : [x, at, word]));
    const [table] = await tablesOf([...head, ...between]);
    for (const row of [11, 12]) expect(rowOf(table!, row)[1]).toContain(doubt);
    expect(rowOf(table!, 28)).toEqual(last);
  });

  it('下一页重复的列名不是数据', async () => {
    const rest = body().filter(([, at]) => at > 14);
    const first = body().filter(([, at]) => at <= 14);
    const second = [...head, ...rest.map(([x, at, word]): Words[number] => [x, at - 12, word])];
    const [table, more] = await tablesOf([...head, ...first], second);
    expect(more).toBeUndefined();
    expect(rowOf(table!, 28)).toEqual(last);
  });

  it('只有外框和竖线时也一样', async () => {
    const edges = [25, 140, ...xs.map((x) => x - 4), 560].filter((x) => x !== 140);
    const uprights = edges.map((x) => line(x, heightOf(-1), x, heightOf(28))).join('');
    const level = [-1, 28].map((at) => line(25, heightOf(at), 560, heightOf(at))).join('');
    const [table] = await tablesIn(page([...head, ...body()], uprights + level));
    expect([table!.rows, table!.columns]).toEqual([28, 10]);
    expect(rowOf(table!, 28)).toEqual(last);
  });
});
