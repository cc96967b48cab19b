import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeAs } from '../../../test/arbitraries/documents.ts';
import { mediaTypes, type SourceDocument } from '../document.ts';
import { readDelimited } from './delimited.ts';
import { readDocument } from './index.ts';
import { LIMITS } from './limits.ts';

const read = (text: string, name = 'a.csv'): SourceDocument => readDelimited(text, 'utf-8', [], name);
const brief = ({ blocks }: SourceDocument): unknown[] =>
  blocks.map((block) => {
    if (block.kind === 'table')
      return Array.from({ length: block.rows }, (_, r) =>
        block.cells.filter((cell) => cell.row === r + 1).map(({ text }) => text),
      );
    return block.kind === 'paragraph' ? block.text : null;
  });

const rows = [
  ['信息内容', '本年处理决定数量', '备注'],
  ['行政许可', '46', '含"延续"'],
  ['行政处罚', '3,120', '甲；乙'],
  ['行政强制', '', '一行\n又一行'],
];
const quoted = (field: string): string =>
  /[",;\t|\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
const joined = (separator: string, end: string): string =>
  rows.map((fields) => fields.map(quoted).join(separator) + end).join('');

describe('a delimited text', () => {
  it.each([
    ['commas', ',', '\r\n', mediaTypes.csv],
    ['semicolons', ';', '\n', mediaTypes.csv],
    ['tabs', '\t', '\r', mediaTypes.tsv],
    ['bars', '|', '\r\n', mediaTypes.csv],
  ])('with %s is the grid that it is the export of', (_, separator, end, mediaType) => {
    const document = read(joined(separator, end));
    expect(brief(document)).toEqual([rows]);
    expect(document.mediaType).toBe(mediaType);
  });

  it('names its separator in its first line, as Excel writes it', () => {
    expect(brief(read(`sep=;\r\n${joined(';', '\r\n')}`))).toEqual([rows]);
    const [table] = read(`sep=;\r\n${joined(';', '\r\n')}`).blocks;
    expect(table?.at).toEqual({ table: 1, row: 2, column: 1 });
  });

  it('keeps what an export has kept from being changed', () => {
    expect(brief(read('信息内容,本年处理决定数量\n行政许可,="46"\n'))).toEqual([
      [
        ['信息内容', '本年处理决定数量'],
        ['行政许可', '46'],
      ],
    ]);
  });

  it('may leave out empty fields at the end of its lines', () => {
    const text = '信息内容,本年制发件数,本年废止件数\n规章,1\n行政规范性文件,2,3\n行政许可\n';
    expect(brief(read(text))).toEqual([
      [
        ['信息内容', '本年制发件数', '本年废止件数'],
        ['规章', '1', ''],
        ['行政规范性文件', '2', '3'],
        ['行政许可', '', ''],
      ],
    ]);
  });

  it('has text around its grids, each as wide as itself', () => {
    const text = [
      '清河县2023年政府信息公开工作年度报告,,,,',
      '一、总体情况,,,,',
      '"本年依法公开，共3,120条。",,,,',
      '信息内容,本年处理决定数量,,,',
      '行政许可,46,,,',
      '四、政府信息公开行政复议、行政诉讼情况,,,,',
      '结果维持,结果纠正,其他结果,尚未审结,总计',
      '1,0,0,0,1',
    ].join('\r\n');
    expect(brief(read(text))).toEqual([
      '清河县2023年政府信息公开工作年度报告',
      '一、总体情况',
      '本年依法公开，共3,120条。',
      [
        ['信息内容', '本年处理决定数量'],
        ['行政许可', '46'],
      ],
      '四、政府信息公开行政复议、行政诉讼情况',
      [
        ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'],
        ['1', '0', '0', '0', '1'],
      ],
    ]);
  });

  it.each([
    ['prose', '清河县年度报告\n本年依法公开，共46条。\n办好平台。'],
    ['prose with a comma in one of many lines', `${'本年依法公开。\n'.repeat(20)}共3,120条。\n`],
    ['one column', '甲\n乙\n丙'],
    ['nothing', ''],
  ])('of %s is read as a text', (_, text) => {
    expect(read(text).mediaType).toBe(mediaTypes.text);
  });

  it('a quote never closed takes the rest, and nothing breaks', () => {
    const document = read('信息内容,本年处理决定数量\n行政许可,"46\n行政处罚,5\n');
    expect(JSON.stringify(document.blocks)).toContain('46\\n行政处罚,5');
  });

  it('any grid of fields comes back as written', () => {
    const field = fc.stringMatching(/^[甲乙丙a,;"\n\t|0-9]{0,6}$/).map((text) => text.trim());
    const grid = fc.array(fc.tuple(field, field, field), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(grid, (fields) => {
        const whole = [
          ['信息内容', '本年制发件数', '本年废止件数'],
          ...fields.map((row, i) => [`行${i}`, ...row].slice(0, 3)),
        ];
        const text = whole
          .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
          .join('\r\n');
        const found = read(text).blocks.flatMap((block) =>
          block.kind === 'table'
            ? block.cells.map((cell) => cell.text).filter(Boolean)
            : block.kind === 'paragraph'
              ? [block.text]
              : [],
        );
        const tidy = (one: string): string[] =>
          one
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean);
        expect(found.flatMap(tidy)).toEqual(whole.flat().flatMap(tidy));
      }),
    );
  });

  it('beyond the limits is cut off, and told', () => {
    const document = read('甲,乙\n'.repeat(LIMITS.rows + 10));
    expect(document.notes.map(({ kind }) => kind)).toContain('truncated');
  });
});

describe('a file named csv or tsv', () => {
  const text = joined(',', '\r\n');

  it.each([
    ['utf-8', encodeAs(text, 'utf-8')],
    ['utf-8 with its mark', encodeAs(`\ufeff${text}`, 'utf-8')],
    ['gb18030', encodeAs(text, 'gb18030')],
    ['utf-16le', encodeAs(`\ufeff${text}`, 'utf-16le')],
    ['utf-16be', encodeAs(`\ufeff${text}`, 'utf-16be')],
  ])('in %s is read', async (_, bytes) => {
    expect(brief(await readDocument(bytes, '年报.CSV'))).toEqual([rows]);
  });

  it('is told by its name only where its content leaves that open', async () => {
    const page = '<html><body><p>甲</p></body></html>';
    expect((await readDocument(encodeAs(page, 'utf-8'), 'a.csv')).mediaType).toBe(mediaTypes.html);
    expect((await readDocument(encodeAs(text, 'utf-8'), 'a.txt')).mediaType).toBe(mediaTypes.text);
    expect((await readDocument(encodeAs(joined('\t', '\n'), 'utf-8'), 'a.tsv')).mediaType).toBe(
      mediaTypes.tsv,
    );
  });
});
