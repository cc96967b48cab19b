import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  type DrawnCell,
  type DrawnTable,
  line,
  type Sheet,
  table,
  text,
  thin,
  writePdf,
} from '../../../test/support/pdf-writer.ts';
import type { Paragraph, Table } from '../document.ts';
import { readPdf } from './pdf.ts';

const characterMap = async (name: string): Promise<Uint8Array> =>
  new Uint8Array(readFileSync(join('node_modules', 'pdfjs-dist', 'cmaps', `${name}.bcmap`)));

const A4 = { width: 595, height: 842 };
const sheet = (content: string, more: Partial<Sheet> = {}): Sheet => ({ ...A4, content, ...more });
const read = (...sheets: Sheet[]) => readPdf(writePdf(sheets), { characterMap });
const body = (blocks: readonly { kind: string }[]): string[] =>
  (blocks as readonly Paragraph[])
    .filter((block) => block.kind === 'paragraph' && block.origin === 'body')
    .map((block) => block.text);
const tables = (blocks: readonly { kind: string }[]): Table[] =>
  blocks.filter((block) => block.kind === 'table') as Table[];
const grid = (one: Table): string[] =>
  one.cells.map((cell) => `${cell.row},${cell.column} ${cell.rowSpan}×${cell.colSpan} ${cell.text}`);
const cell = (row: number, column: number, value: string, rowSpan = 1, colSpan = 1): DrawnCell => ({
  row,
  column,
  rowSpan,
  colSpan,
  text: value,
});
const rows = (...values: string[][]): DrawnCell[] =>
  values.flatMap((row, r) => row.map((value, c) => cell(r, c, value)));

describe('表格按线还原', () => {
  const head: DrawnTable = {
    x: 80,
    y: 700,
    columns: [90, 60, 60],
    rows: [24, 24, 24],
    cells: [
      cell(0, 0, '项目', 2, 1),
      cell(0, 1, '申请人情况', 1, 2),
      cell(1, 1, '自然人'),
      cell(1, 2, '总计'),
      cell(2, 0, '本年新收'),
      cell(2, 1, '12'),
      cell(2, 2, ''),
    ],
  };
  const expected = [
    '1,1 2×1 项目',
    '1,2 1×2 申请人情况',
    '2,2 1×1 自然人',
    '2,3 1×1 总计',
    '3,1 1×1 本年新收',
    '3,2 1×1 12',
    '3,3 1×1 ',
  ];

  it.each([
    ['描边', line],
    ['细矩形', thin],
    ['点线', (x0: number, y0: number, x1: number, y1: number) => `[1 1] 0 d ${line(x0, y0, x1, y1)}`],
    [
      '双线',
      (x0: number, y0: number, x1: number, y1: number) =>
        x0 === x1
          ? line(x0 - 0.9, y0, x0 - 0.9, y1) + line(x0 + 0.9, y0, x0 + 0.9, y1)
          : line(x0, y0 - 0.9, x1, y0 - 0.9) + line(x0, y0 + 0.9, x1, y0 + 0.9),
    ],
  ])('线用%s画出时，合并的单元格原样读回', async (_, ruler) => {
    const document = await read(sheet(table(head, 10.5, ruler)));
    expect(tables(document.blocks).map(grid)).toEqual([expected]);
  });

  it('每个单元格注明所在的页和位置', async () => {
    const document = await read(sheet(text(80, 780, 10.5, '附表')), sheet(table(head, 10.5)));
    const [only] = tables(document.blocks);
    expect(only!.cells[4]!.at).toEqual({ page: 2, box: [80, 190, 170, 214] });
  });

  it('左右两边不画线的表也读得出', async () => {
    const open = [
      line(80, 700, 290, 700),
      line(80, 676, 290, 676),
      line(80, 652, 290, 652),
      line(170, 652, 170, 700),
      text(85, 684, 10.5, '行政许可'),
      text(175, 684, 10.5, '7'),
      text(85, 660, 10.5, '行政处罚'),
      text(175, 660, 10.5, '9'),
    ].join('');
    const [only] = tables((await read(sheet(open))).blocks);
    expect(grid(only!)).toEqual(['1,1 1×1 行政许可', '1,2 1×1 7', '2,1 1×1 行政处罚', '2,2 1×1 9']);
  });

  it('任意大小、任意合并的表都原样读回', { timeout: 60_000 }, async () => {
    const tableOf = fc
      .record({
        columns: fc.array(fc.integer({ min: 32, max: 90 }), { minLength: 2, maxLength: 6 }),
        rows: fc.array(fc.integer({ min: 16, max: 40 }), { minLength: 2, maxLength: 8 }),
        merges: fc.array(fc.tuple(fc.nat(7), fc.nat(5), fc.nat(3), fc.nat(3)), { maxLength: 5 }),
        figures: fc.array(fc.integer({ min: 0, max: 9999 }), { minLength: 48, maxLength: 48 }),
        ruler: fc.constantFrom(line, thin),
      })
      .map(({ columns, rows: heights, merges, figures, ruler }) => ({
        drawn: merged(columns, heights, merges, figures),
        ruler,
      }))
      // A frame around one text is no table.
      .filter(({ drawn }) => drawn.cells.length > 1);
    await fc.assert(
      fc.asyncProperty(tableOf, async ({ drawn, ruler }) => {
        const document = await read(sheet(table(drawn, 9, ruler)));
        expect(tables(document.blocks).map(grid)).toEqual([withoutIdleLines(drawn)]);
      }),
      { numRuns: 30 },
    );
  });
});

/** A table of figures in which some rectangles of cells are merged. */
function merged(
  columns: readonly number[],
  heights: readonly number[],
  merges: readonly (readonly [number, number, number, number])[],
  figures: readonly number[],
): DrawnTable {
  const taken = heights.map(() => columns.map(() => false));
  const cells: DrawnCell[] = [];
  const place = (row: number, column: number, rowSpan: number, colSpan: number): void => {
    for (let r = row; r < row + rowSpan; r++) taken[r]!.fill(true, column, column + colSpan);
    cells.push(cell(row, column, String(figures[cells.length % 48]), rowSpan, colSpan));
  };
  for (const [row, column, down, right] of merges) {
    const rowSpan = Math.min(down + 1, heights.length - row);
    const colSpan = Math.min(right + 1, columns.length - column);
    if (rowSpan < 1 || colSpan < 1) continue;
    const free = taken
      .slice(row, row + rowSpan)
      .every((r) => !r.slice(column, column + colSpan).includes(true));
    if (free) place(row, column, rowSpan, colSpan);
  }
  for (let row = 0; row < heights.length; row++)
    for (let column = 0; column < columns.length; column++)
      if (!taken[row]![column]) place(row, column, 1, 1);
  return { x: 40, y: 800, columns, rows: heights, cells };
}

/** What is to be read: rows and columns in which no cell begins are not counted. */
function withoutIdleLines({ cells, columns, rows: heights }: DrawnTable): string[] {
  const rank = (size: number, begins: ReadonlySet<number>): number[] => {
    const ranks = [0];
    for (let i = 0; i < size; i++) ranks.push(ranks[i]! + (begins.has(i) ? 1 : 0));
    return ranks;
  };
  const column = rank(columns.length, new Set(cells.map((one) => one.column)));
  const row = rank(heights.length, new Set(cells.map((one) => one.row)));
  // Without a line across a table is one cell, which is none.
  return [...cells]
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .map((one) => {
      const [r, c] = [row[one.row]!, column[one.column]!];
      const span = `${row[one.row + one.rowSpan]! - r}×${column[one.column + one.colSpan]! - c}`;
      return `${r + 1},${c + 1} ${span} ${one.text}`;
    });
}

describe('单元格里的字', () => {
  const one = async (content: string, width: number, height = 60): Promise<string> => {
    const frame = [cell(0, 0, '标签'), cell(0, 1, '')];
    const drawn = table({ x: 50, y: 700, columns: [60, width], rows: [height], cells: frame }, 10);
    return tables((await read(sheet(drawn + content))).blocks)[0]!.cells[1]!.text;
  };

  it('排不下而断开的数字是一个数', async () => {
    expect(await one(text(113, 680, 10, '4472') + text(113, 666, 10, '28'), 28)).toBe('447228');
  });

  it('各占一行的两个数仍是两个数', async () => {
    expect(await one(text(113, 680, 10, '12') + text(113, 666, 10, '34'), 80)).toBe('12\n34');
  });

  it('一个数的数字分开画出，仍是一个数', async () => {
    expect(await one(text(115, 680, 10, '3') + text(120, 680, 10, '1') + text(125, 680, 10, '19'), 60)).toBe(
      '3119',
    );
  });

  it('隔开的两个数不连成一个', async () => {
    expect(await one(text(115, 680, 10, '12') + text(130, 680, 10, '5'), 60)).toBe('12 5');
  });

  it('全角数字隔开的也不连成一个', async () => {
    expect(await one(text(115, 680, 10, '０') + text(131, 680, 10, '55'), 60)).toBe('０ 55');
  });

  it('数字越过格线的，两格都不当作读得准', async () => {
    const cells = rows(['标签', '甲', '乙'], ['本年', '', '']);
    const drawn = table({ x: 50, y: 700, columns: [60, 30, 30], rows: [20, 20], cells }, 10);
    const over = text(122, 666, 10, '123456');
    const document = await read(sheet(drawn + over));
    const texts = tables(document.blocks)[0]!
      .cells.slice(4)
      .map((value) => value.text);
    expect(texts.every((value) => value.includes('\ufffd'))).toBe(true);
  });

  it('穿过字的横线不是格线', async () => {
    const cells = rows(['标签', '甲'], ['本年', '24']);
    const drawn = table({ x: 50, y: 700, columns: [60, 60], rows: [30, 30], cells }, 10);
    const document = await read(sheet(drawn + thin(110, 657, 170, 657)));
    expect(tables(document.blocks)[0]!.rows).toBe(2);
  });

  it('没有线而用底色分格的表也读得出', async () => {
    const shade = (x: number, y: number) => `0.9 g ${x} ${y} 78 18 re f 0 g\n`;
    const cells = [0, 1].flatMap((r) => [0, 1].map((c) => shade(50 + 80 * c, 680 - 20 * r)));
    const words = text(55, 686, 10, '规章') + text(135, 686, 10, '1') + text(55, 666, 10, '行政许可');
    const document = await read(sheet(cells.join('') + words));
    expect(tables(document.blocks).map((value) => grid(value))).toEqual([
      ['1,1 1×1 规章', '1,2 1×1 1', '2,1 1×1 行政许可', '2,2 1×1 '],
    ]);
  });

  it('为显粗体重复画出的字只读一次', async () => {
    expect(await one(text(115, 680, 10, '112') + text(115.3, 680, 10, '112'), 60)).toBe('112');
  });

  it('逐字向下排的表头从上往下、从右往左读', async () => {
    const columns: readonly (readonly [number, string])[] = [
      [130, '社会公益'],
      [117, '组织机构'],
    ];
    const content = columns
      .map(([x, value]) => [...value].map((char, i) => text(x, 685 - 12 * i, 10, char)).join(''))
      .join('');
    expect(await one(content, 45)).toBe('社会公益组织机构');
  });

  it('转了九十度的字照样读出', async () => {
    expect(await one(text(130, 650, 10, '尚未审结', '0 1 -1 0'), 45)).toBe('尚未审结');
  });

  it('部首形的字读作平常的字，认不出的字不当作没有', async () => {
    expect(await one(text(115, 680, 10, '⽅⾯'), 60)).toBe('方面');
    expect(await one(text(115, 680, 10, '\u0013'), 60)).toBe('\ufffd');
  });
});

describe('跨页的表', () => {
  const labels = ['信息内容', '本年处理决定数量'];
  const part = (values: string[][], y = 800): DrawnTable => ({
    x: 60,
    y,
    columns: [200, 120],
    rows: values.map(() => 22),
    cells: rows(...values),
  });

  it('接成一张，重复的表头只留一次', async () => {
    const document = await read(
      sheet(text(60, 812, 12, '二、主动公开') + table(part([labels, ['行政许可', '7']], 780), 10)),
      sheet(table(part([labels, ['行政处罚', '9']]), 10)),
    );
    const found = tables(document.blocks);
    expect(found).toHaveLength(1);
    expect(grid(found[0]!).map((value) => value.split(' ').at(-1))).toEqual([
      ...labels,
      '行政许可',
      '7',
      '行政处罚',
      '9',
    ]);
    expect(found[0]!.cells.at(-1)!.at).toMatchObject({ page: 2 });
  });

  it('一行的说明断在两页，仍是一行', async () => {
    const long = '申请人无正当理由逾期不补正、行政机关不';
    const document = await read(
      sheet(table(part([labels, [long, '71']], 120), 10)),
      sheet(
        table(
          part([
            ['再处理其申请', ''],
            ['其他', '2'],
          ]),
          10,
        ),
      ),
    );
    expect(grid(tables(document.blocks)[0]!).slice(2)).toEqual([
      `2,1 1×1 ${long}再处理其申请`,
      '2,2 1×1 71',
      '3,1 1×1 其他',
      '3,2 1×1 2',
    ]);
  });

  it('空着的一行不并入上一行', async () => {
    const document = await read(
      sheet(table(part([labels, ['行政许可', '7']], 120), 10)),
      sheet(
        table(
          part([
            ['行政处罚', ''],
            ['行政强制', '2'],
          ]),
          10,
        ),
      ),
    );
    expect(tables(document.blocks)[0]!.rows).toBe(4);
  });

  it('中间有标题的是两张表', async () => {
    const document = await read(
      sheet(table(part([labels, ['行政许可', '7']], 120), 10)),
      sheet(text(60, 820, 12, '三、收到和处理申请情况') + table(part([labels, ['行政处罚', '9']], 790), 10)),
    );
    expect(tables(document.blocks)).toHaveLength(2);
  });
});

describe('正文', () => {
  const size = 16;
  const full = '全面贯彻落实各项规定扎实推进政府信息公开工作各项任务';
  const at = (y: number, value: string, x = 80): string => text(x, y, size, value);

  it('折行连成一段，首行缩进另起一段，跨页也连', async () => {
    const document = await read(
      sheet(
        at(700, full.slice(0, 25), 112) + at(672, full) + at(644, '完毕。') + at(616, full.slice(0, 25), 112),
      ),
      sheet(
        at(780, `${full.slice(0, 10)}。`) + at(752, full.slice(0, 20), 112) + at(724, full) + at(696, full),
      ),
    );
    expect(body(document.blocks)).toEqual([
      `${full.slice(0, 25)}${full}完毕。`,
      `${full.slice(0, 25)}${full.slice(0, 10)}。`,
      full.slice(0, 20),
      full + full,
    ]);
  });

  it('页眉页脚和页码不进正文，另外留着', async () => {
    const page = (number: number): Sheet =>
      sheet(
        text(200, 815, 9, '某县人民政府年度报告') +
          at(700, full) +
          at(672, `第${'一二三'[number - 1]}页的内容`) +
          text(290, 40, 10, `- ${number} -`),
      );
    const document = await read(page(1), page(2), page(3));
    expect(body(document.blocks).join('')).not.toMatch(/年度报告|-/);
    const margins = (document.blocks as Paragraph[]).filter((block) => block.origin !== 'body');
    expect(margins.map((block) => [block.origin, block.text])).toEqual([
      ['header', '某县人民政府年度报告'],
      ['footer', '- 1 -'],
    ]);
  });

  it('两页同一处的一行数字不是页眉', async () => {
    const page = (label: string) => sheet(text(80, 810, 10, '0 0 0 0') + at(700, label));
    const document = await read(page('第一页'), page('第二页'));
    expect(body(document.blocks).filter((value) => value === '0 0 0 0')).toHaveLength(2);
  });

  it('独立成行的数字不是页码时留在正文', async () => {
    const document = await read(sheet(at(700, full) + at(600, '2024') + at(60, '1234')));
    expect(body(document.blocks)).toEqual([full, '2024', '1234']);
  });

  it('斜放的水印、页外和透明的字不读', async () => {
    const mark = text(150, 300, 60, '内部资料', '0.7 0.7 -0.7 0.7');
    const outside = at(700, '页外', 700);
    const unseen = `BT /F 16 Tf 3 Tr 1 0 0 1 80 500 Tm <4e00> Tj ET\n`;
    const document = await read(sheet(at(700, full) + mark + outside + unseen));
    expect(body(document.blocks)).toEqual([full]);
  });

  it.each<[string, string, string[]]>([
    ['白纸上的白字', `1 g ${at(600, '暗藏 77')}0 g `, ['暗藏 77']],
    ['红底上的红字', `1 0 0 rg 60 580 200 40 re f ${at(600, '暗藏 77')}0 g `, ['暗藏 77']],
    [
      '黑底上盖了白块的白字',
      `0 g 60 580 200 40 re f 1 g 60 580 200 40 re f ${at(600, '暗藏 77')}0 g `,
      ['暗藏 77'],
    ],
    ['深底上的白字', `0 0 0.5 rg 60 580 200 40 re f 1 g ${at(600, '看得见 77')}0 g `, []],
    ['灰字', `0.6 g ${at(600, '看得见 77')}0 g `, []],
  ])('%s，看不见的不读，但要说', async (_, drawn, hidden) => {
    const document = await read(sheet(at(700, full) + drawn));
    expect(body(document.blocks)).toEqual(hidden.length > 0 ? [full] : [full, '看得见 77']);
    const notes = document.notes.filter(({ kind }) => kind === 'hidden').map(({ text: said }) => said);
    expect(notes).toEqual(hidden.map((one) => `第1页与底色同色的文字“${one}”`));
  });

  it('看不见的数字不进表格', async () => {
    const cells = ['行政许可', '46'].map((value, column) => ({
      row: 0,
      column,
      rowSpan: 1,
      colSpan: 1,
      text: value,
    }));
    const more = [{ row: 1, column: 0, rowSpan: 1, colSpan: 1, text: '行政处罚' }];
    const drawn = table(
      {
        x: 60,
        y: 700,
        columns: [120, 120],
        rows: [30, 30],
        cells: [...cells, ...more, { row: 1, column: 1, rowSpan: 1, colSpan: 1, text: '' }],
      },
      10,
    );
    const document = await read(sheet(`${drawn}1 g ${text(190, 650, 10, '99')}0 g `));
    const read2 = document.blocks.find((block) => block.kind === 'table')!;
    expect(read2.cells.map((cell) => cell.text)).toEqual(['行政许可', '46', '行政处罚', '']);
  });

  it('平放的浅色大字是水印，不读；正常大小的浅字照读', async () => {
    const mark = `0.8 g ${text(150, 640, 60, '内部资料')}0 g `;
    const pale = `0.7 g ${at(600, '浅色小字')}0 g `;
    const document = await read(sheet(at(700, full) + mark + pale + at(560, full)));
    expect(body(document.blocks).join('')).toBe(`${full}浅色小字${full}`);
  });

  it('横放的页和转过来排的页，读法一样', async () => {
    const turned = text(120, 60, size, full, '0 1 -1 0') + text(148, 60, size, '第二行', '0 1 -1 0');
    const lines = [full, '第二行'];
    expect(body((await read(sheet(turned))).blocks).join('')).toBe(lines.join(''));
    expect(body((await read(sheet(turned, { rotate: 90 }))).blocks).join('')).toBe(lines.join(''));
  });

  it('两栏先读左栏，再读右栏', async () => {
    const left = Array.from({ length: 8 }, (_, i) =>
      text(60, 700 - 20 * i, 10, `左栏第${i}行左栏左栏左栏左栏左栏`),
    );
    const right = Array.from({ length: 8 }, (_, i) =>
      text(320, 700 - 20 * i, 10, `右栏第${i}行右栏右栏右栏右栏右栏`),
    );
    const both = left.map((one, i) => one + right[i]!).join('');
    const all = body((await read(sheet(text(60, 760, 10, '标题') + both))).blocks).join('');
    expect(all.indexOf('左栏第7行')).toBeLessThan(all.indexOf('右栏第0行'));
  });
});

describe('读不了的文件', () => {
  const reasonOf = async (bytes: Uint8Array, help = { characterMap }): Promise<string> => {
    try {
      await readPdf(bytes, help);
      return 'read';
    } catch (error) {
      return (error as { reason: string }).reason;
    }
  };
  const whole = writePdf([sheet(text(80, 700, 16, '全文'))], { packed: true });
  const image =
    '<</Type/XObject/Subtype/Image/Width 9/Height 9/BitsPerComponent 8/ColorSpace/DeviceGray/Length 81>>';
  const picture = `${image}\nstream\n${'x'.repeat(81)}\nendstream`;
  const scan = sheet('q 595 0 0 842 0 0 cm /X0 Do Q\n');

  it.each([
    ['空文件', new Uint8Array(), 'empty'],
    ['只有开头', whole.slice(0, 200), 'corrupt'],
    ['设了打开密码', writePdf([sheet('')], { encrypted: true }), 'encrypted'],
    ['页数过多', writePdf(Array.from({ length: 301 }, () => sheet(''))), 'tooLarge'],
    ['没有文字', writePdf([sheet('')]), 'unsupported'],
    ['整份扫描', writePdf([scan, scan], { objects: [picture] }), 'unsupported'],
  ])('%s', async (_, bytes, reason) => {
    expect(await reasonOf(bytes)).toBe(reason);
  });

  it('扫描件说明未检查', async () => {
    await expect(readPdf(writePdf([scan], { objects: [picture] }))).rejects.toThrow(/^扫描件：未检查/);
  });

  it('部分页是扫描的，留下图片和说明，不当作没有', async () => {
    const document = await readPdf(
      writePdf([sheet(text(80, 700, 16, '正文')), scan], { objects: [picture] }),
    );
    expect(document.blocks.map((block) => block.kind)).toEqual(['paragraph', 'picture']);
    expect(document.notes.map((note) => note.text)).toEqual(['第2页是扫描件：未检查。']);
  });

  it('页面内容损坏，哪怕只错一个字节', async () => {
    const bytes = writePdf([sheet(text(80, 700, 16, '本年新收三百件，上年结转四件，共计').repeat(30))], {
      packed: true,
    });
    const [marker] = [new TextEncoder().encode('>>\nstream\n')];
    const at = bytes.findLastIndex((_, i) => marker!.every((code, k) => bytes[i + k] === code));
    const damaged = bytes.slice();
    damaged[at + 30]! ^= 0x10;
    expect(await reasonOf(bytes)).toBe('read');
    expect(await reasonOf(damaged)).toBe('corrupt');
  });

  it('压缩炸弹', async () => {
    const spaces = zlibSync(new Uint8Array(40_000_000).fill(0x20), { level: 9 });
    const inner = `<</Length ${spaces.length}/Filter/FlateDecode>>\nstream\n`;
    const bytes = writePdf([sheet('')], {
      objects: [`${inner}${[...spaces].map((code) => String.fromCharCode(code)).join('')}\nendstream`],
    });
    expect(await reasonOf(bytes)).toBe('bomb');
  });

  it('许多页同用一段巨大的内容', async () => {
    const spaces = zlibSync(new Uint8Array(12_000_000).fill(0x20), { level: 9 });
    const latin = [...spaces].map((code) => String.fromCharCode(code)).join('');
    const objects = [`<</Length ${spaces.length}/Filter/FlateDecode>>\nstream\n${latin}\nendstream`];
    const own = writePdf(
      Array.from({ length: 40 }, () => sheet('')),
      { objects },
    );
    const written = [...own].map((code) => String.fromCharCode(code)).join('');
    const shared = written.replace(/\/Contents (\d+) 0 R/g, (found) =>
      '/Contents 8 0 R'.padEnd(found.length),
    );
    const started = performance.now();
    expect(await reasonOf(Uint8Array.from(shared, (char) => char.charCodeAt(0)))).toBe('tooLarge');
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('一页画得没完没了', async () => {
    expect(await reasonOf(writePdf([sheet('0 0 m 9 9 l S\n'.repeat(200_000))], { packed: true }))).toBe(
      'tooLarge',
    );
  });

  it('没有嵌入的汉字字体要字符映射表，取不到就说明', async () => {
    const bytes = writePdf([sheet(text(80, 700, 16, '全文公开'))], { encoding: 'UniGB-UCS2-H' });
    expect(body((await readPdf(bytes, { characterMap })).blocks)).toEqual(['全文公开']);
    await expect(readPdf(bytes)).rejects.toMatchObject({ reason: 'unsupported' });
  });
});
