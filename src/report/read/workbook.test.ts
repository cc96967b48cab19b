import { utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { mediaTypes, type SourceDocument, type Table, UnreadableFile } from '../document.ts';
import { LIMITS } from './limits.ts';
import { readWorkbook } from './workbook.ts';

const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface RawSheet {
  readonly name?: string;
  readonly state?: string;
  /** What stands in the sheet's part: rows, or all from `<sheetData>` on. */
  readonly data: string;
  readonly before?: string;
  readonly after?: string;
}

/** A workbook by its XML, for what no writer writes on request. */
function packed(
  sheets: readonly RawSheet[],
  more: { readonly strings?: string; readonly formats?: readonly string[]; readonly book?: string } = {},
): Uint8Array {
  const list = sheets
    .map(({ name, state }, i) => {
      const hidden = state === undefined ? '' : ` state="${state}"`;
      return `<sheet name="${name ?? `Sheet${i + 1}`}" sheetId="${i + 1}"${hidden} r:id="rId${i + 1}"/>`;
    })
    .join('');
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const formats = (more.formats ?? []).map(
    (code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${code}"/>`,
  );
  const styles = ['<xf numFmtId="0"/>', ...formats.map((_, i) => `<xf numFmtId="${200 + i}"/>`)];
  const files: Record<string, string> = {
    '_rels/.rels': `<Relationships xmlns="${relations}">${relation('r', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${header}<workbook xmlns="${main}" xmlns:r="${office}">${more.book ?? ''}<sheets>${list}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}">${sheets
      .map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`))
      .join(
        '',
      )}${relation('s', 'sharedStrings', 'sharedStrings.xml')}${relation('t', 'styles', 'styles.xml')}</Relationships>`,
    'xl/sharedStrings.xml': `${header}<sst xmlns="${main}">${more.strings ?? ''}</sst>`,
    'xl/styles.xml': `${header}<styleSheet xmlns="${main}"><numFmts>${formats.join('')}</numFmts><cellXfs>${styles.join('')}</cellXfs></styleSheet>`,
  };
  sheets.forEach(({ data, before = '', after = '' }, i) => {
    files[`xl/worksheets/sheet${i + 1}.xml`] =
      `${header}<worksheet xmlns="${main}">${before}<sheetData>${data}</sheetData>${after}</worksheet>`;
  });
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

const text = (address: string, value: string): string =>
  `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (address: string, value: number | string, style = 0): string =>
  `<c r="${address}" s="${style}"><v>${value}</v></c>`;
const formula = (address: string, source: string, value?: number | string): string =>
  `<c r="${address}"><f>${source}</f>${value === undefined ? '' : `<v>${value}</v>`}</c>`;
const row = (index: number, ...cells: readonly string[]): string =>
  `<row r="${index}">${cells.join('')}</row>`;

/** Head and label cells that make the rows after them a table of the form. */
const head = row(1, text('A1', '信息内容'), text('B1', '本年处理决定数量'));
const licensing = (cell: string, index = 2): string => row(index, text(`A${index}`, '行政许可'), cell);

const tablesIn = ({ blocks }: SourceDocument): Table[] => blocks.filter((block) => block.kind === 'table');
const textsIn = ({ blocks }: SourceDocument): string[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
const cellAt = (document: SourceDocument, row: number, column: number): string | undefined =>
  tablesIn(document)
    .flatMap(({ cells }) => cells)
    .find(({ at }) => 'table' in at && at.row === row && at.column === column)?.text;
const notesOf = ({ notes }: SourceDocument): string[] => notes.map(({ kind, text }) => `${kind} ${text}`);

function bookOf(sheets: Readonly<Record<string, WorkSheet>>): WorkBook {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  return book;
}
const written = (book: WorkBook, bookType: 'xlsx' | 'biff8' | 'ods' | 'xlml'): Uint8Array =>
  new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);

describe('what a cell says', () => {
  it.each<[string, string, string]>([
    ['a number', number('B2', 46), '46'],
    ['a number stored as text', text('B2', ' 46 '), '46'],
    ['a number with all the digits that binary leaves', number('B2', '12.600000000000001'), '12.6'],
    ['thousands', number('B2', 3120, 1), '3,120'],
    ['decimals shown', number('B2', 12, 2), '12.00'],
    ['no decimals left behind the point', number('B2', 12, 3), '12'],
    ['a unit shown', number('B2', 46, 4), '46件'],
    ['a dash for zero', number('B2', 0, 5), '-'],
    ['a day', number('B2', 45311, 6), '2024年1月20日'],
    ['a percentage', number('B2', 0.53, 7), '53%'],
    ['ten thousands shown whole', number('B2', 12000, 8), '1.2万'],
    ['a truth value', '<c r="B2" t="b"><v>1</v></c>', 'TRUE'],
    ['a text that a formula gives', '<c r="B2" t="str"><f>"4"&amp;"6"</f><v>46</v></c>', '46'],
    ['runs of a rich text, readings left out', '<c r="B2" t="s"><v>0</v></c>', '行政许可'],
    ['a line break written for XML', text('B2', '四_x000D_\n十'), '四\n十'],
  ])('%s', async (_, cell, said) => {
    const strings =
      '<si><r><t>行政</t></r><r><rPr><b/></rPr><t>许可</t></r><rPh sb="0" eb="1"><t>xing</t></rPh></si>';
    const formats = [
      '#,##0',
      '0.00',
      '#,##0.##',
      '0&quot;件&quot;',
      '_ * #,##0_ ;_ * -#,##0_ ;_ * &quot;-&quot;_ ;_ @_ ',
      'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;',
      '0%',
      '0!.0,&quot;万&quot;',
    ];
    const document = await readWorkbook(packed([{ data: head + licensing(cell) }], { strings, formats }));
    expect(cellAt(document, 2, 2)).toBe(said);
    expect(document.notes).toEqual([]);
  });

  it('days count from 1904 where the workbook says so', async () => {
    const formats = ['yyyy-mm-dd'];
    const data = head + licensing(number('B2', 43849, 1));
    const book = '<workbookPr date1904="1"/>';
    expect(cellAt(await readWorkbook(packed([{ data }], { formats, book })), 2, 2)).toBe('2024-01-20');
    expect(cellAt(await readWorkbook(packed([{ data }], { formats })), 2, 2)).toBe('2020-01-19');
  });

  it.each<[string, string, string, string]>([
    ['12 over a stored 12.4', '0', '12.4', '12（存12.4）'],
    ['a figure cut to ten thousands', '0!.0,&quot;万&quot;', '12345', '1.2万（存12345）'],
    ['a figure without its sign', '0;0', '-5', '5（存-5）'],
    ['nothing over a figure', ';;;', '7', '（存7）'],
  ])('%s is taken for neither, and told', async (_, format, value, said) => {
    const data = head + licensing(number('B2', value, 1));
    const document = await readWorkbook(packed([{ data }], { formats: [format] }));
    expect(cellAt(document, 2, 2)).toBe(said);
    expect(notesOf(document)).toEqual([expect.stringMatching(/^shown B2显示“.*”，存的却是/)]);
    expect(document.notes[0]?.at).toEqual({ table: 1, row: 2, column: 2 });
  });

  it.each([
    ['by its format', [{ data: head + licensing(number('B2', 0, 1)) }], ['0;-0;;@']],
    [
      'by the sheet',
      [
        {
          data: head + licensing(number('B2', 0)),
          before: '<sheetViews><sheetView showZeros="0"/></sheetViews>',
        },
      ],
      [],
    ],
  ])('a zero kept from sight %s is blank, and told', async (_, sheets, formats) => {
    const document = await readWorkbook(packed(sheets, { formats }));
    expect(cellAt(document, 2, 2)).toBe('');
    expect(notesOf(document)).toEqual([expect.stringMatching(/^shown B2存的是0/)]);
  });

  it('an error value stands as it is, and is told', async () => {
    const cell = '<c r="B2" t="e"><f>#REF!+1</f><v>#REF!</v></c>';
    const document = await readWorkbook(packed([{ data: head + licensing(cell) }]));
    expect(cellAt(document, 2, 2)).toBe('#REF!');
    expect(notesOf(document)).toEqual(['errorValue B2是#REF!']);
  });
});

describe('formulas', () => {
  const rows = (cell: string): string =>
    head +
    licensing(number('B2', 4)) +
    row(3, text('A3', '行政处罚'), number('B3', 5)) +
    row(4, text('A4', '行政强制'), cell);

  it.each<[string, string, number]>([
    ['SUM over a range', 'SUM(B2:B3)', 9],
    ['SUM over cells', 'SUM($B$2,B3)', 9],
    ['SUM within a sum', 'SUM(B2:B3)+1-(B2-B3)', 11],
    ['plus and minus', '-B2+B3', 1],
    ['another sheet', "'附 表'!A1+Sheet1!B2", 104],
    ['a formula that has no result', 'B5+1', 10],
  ])('%s is weighed against the result stored', async (_, source, result) => {
    const more = row(5, text('A5', '合计'), formula('B5', 'B2+B3'));
    const second = { name: '附 表', data: row(1, number('A1', 100)) };
    const read = async (stored: number): Promise<string[]> =>
      notesOf(
        await readWorkbook(packed([{ data: rows(formula('B4', source, stored)) + more }, second])),
      ).filter((note) => note.startsWith('formula'));
    expect(await read(result)).toEqual([]);
    expect(await read(result + 1)).toEqual([`formula B4存的结果是${result + 1}，按公式计算应为${result}`]);
  });

  it.each([
    ['other functions', 'ROUND(B2,0)'],
    ['products', 'B2*2'],
    ['a whole column', 'SUM(B:B)'],
    ['a cell with text', 'A2+B2'],
    ['a sheet that is not there', 'X!B2+B3'],
    ['a sum over itself', 'SUM(B2:B4)'],
    ['nothing added', '9'],
    ['what ends too soon', 'SUM(B2'],
  ])('%s are not judged', async (_, source) => {
    const document = await readWorkbook(packed([{ data: rows(formula('B4', source, 77)) }]));
    expect(document.notes).toEqual([]);
    expect(cellAt(document, 4, 2)).toBe('77');
  });

  it('shared by several cells move with their cell', async () => {
    const shared = (address: string, rest: string, value: number): string =>
      `<c r="${address}"><f t="shared" si="0"${rest}</f><v>${value}</v></c>`;
    const data =
      head +
      row(
        2,
        text('A2', '行政许可'),
        number('B2', 1),
        number('C2', 2),
        shared('D2', ' ref="D2:D3">B2+C2', 3),
      ) +
      row(3, text('A3', '行政处罚'), number('B3', 5), number('C3', 6), shared('D3', '>', 12));
    expect(notesOf(await readWorkbook(packed([{ data }])))).toEqual([
      'formula D3存的结果是12，按公式计算应为11',
    ]);
  });

  it('without a result: a sum is drawn up and marked, any other stays a formula', async () => {
    const document = await readWorkbook(packed([{ data: rows(formula('B4', 'SUM(B2:B3)')) }]));
    const cell = tablesIn(document)[0]?.cells.find(
      ({ at }) => 'table' in at && at.row === 4 && at.column === 2,
    );
    expect(cell).toMatchObject({ text: '9', computed: true });
    expect(notesOf(document)).toEqual(['computed B4公式求和得9']);
    const other = await readWorkbook(packed([{ data: rows(formula('B4', 'VLOOKUP(A4,C:D,2)')) }]));
    expect(cellAt(other, 4, 2)).toBe('=VLOOKUP(A4,C:D,2)');
    expect(notesOf(other)).toEqual(['computed B4公式不能由此算出']);
  });
});

describe('what is hidden', () => {
  const data =
    row(1, text('A1', '信息内容'), text('B1', '本年处理决定数量'), text('C1', '核对')) +
    `<row r="2" hidden="1">${text('A2', '行政许可')}${number('B2', 46)}</row>` +
    row(3, text('A3', '行政处罚'), number('B3', 5), number('C3', 51)) +
    row(4, text('A4', '行政强制'), number('B4', 0));
  const before = '<cols><col min="3" max="16384" hidden="1"/></cols>';

  it('is left out and named: rows, columns and sheets', async () => {
    const document = await readWorkbook(
      packed([
        { name: '表二', data, before },
        { name: '底稿', state: 'veryHidden', data },
      ]),
    );
    expect(tablesIn(document)).toHaveLength(1);
    expect(cellAt(document, 2, 2)).toBeUndefined();
    expect(cellAt(document, 3, 2)).toBe('5');
    expect(notesOf(document)).toEqual(['hidden 工作表“底稿”', 'hidden 工作表“表二”的第2行和C列']);
  });

  it('a merged cell of which a part is shown still stands there', async () => {
    const merged = `${row(1, text('A1', '第二十条第（六）项'))}${row(2, text('A2', '信息内容'), text('B2', '本年处理决定数量'))}<row r="3" hidden="1">${text('A3', '行政处罚')}${number('B3', 5)}</row>${row(4, '<c r="A4"/>', number('B4', 6))}`;
    const after = '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A3:A4"/></mergeCells>';
    const document = await readWorkbook(packed([{ data: merged, after }]));
    expect(cellAt(document, 4, 1)).toBe('行政处罚');
    expect(cellAt(document, 4, 2)).toBe('6');
  });
});

describe('the parts of a sheet', () => {
  const sheet = (rows: readonly (readonly string[])[]): Promise<SourceDocument> =>
    readWorkbook(written(bookOf({ Sheet1: utils.aoa_to_sheet(rows.map((cells) => [...cells])) }), 'xlsx'));

  it('text is paragraphs, grids are tables, in their order', async () => {
    const document = await sheet([
      ['清河县2023年政府信息公开工作年度报告'],
      ['一、总体情况'],
      ['本年依法公开。\n办好平台。'],
      ['二、主动公开政府信息情况'],
      ['第二十条第（五）项'],
      ['信息内容', '本年处理决定数量'],
      ['行政许可', '46'],
      ['第二十条第（六）项'],
      ['信息内容', '本年处理决定数量'],
      ['行政处罚', '5'],
      ['行政强制'],
      [],
      ['联系人：王五', '电话：0000-1'],
    ]);
    expect(textsIn(document)).toEqual([
      '清河县2023年政府信息公开工作年度报告',
      '一、总体情况',
      '本年依法公开。',
      '办好平台。',
      '二、主动公开政府信息情况',
      '联系人：王五',
      '电话：0000-1',
    ]);
    const [table] = tablesIn(document);
    expect(table).toMatchObject({ rows: 7, columns: 2 });
    expect(table?.cells.map(({ text }) => text)).toContain('行政强制');
  });

  it('headings and prose beside other cells come out of the grid', async () => {
    const prose = '全年主动公开信息，回应关切，'.repeat(20);
    const document = await sheet([
      ['一、总体情况', prose],
      ['二、主动公开政府信息情况', '信息内容', '本年处理决定数量'],
      ['', '行政许可', '46'],
      ['', '行政处罚', '5'],
    ]);
    expect(textsIn(document)).toEqual(['一、总体情况', prose, '二、主动公开政府信息情况']);
    expect(tablesIn(document)[0]).toMatchObject({ rows: 3, columns: 2 });
  });

  it('numbered rows of table 三 are no headings', async () => {
    const document = await sheet([
      ['', '自然人', '总计'],
      ['一、本年新收政府信息公开申请数量', '4', '4'],
      ['二、上年结转政府信息公开申请数量'],
      ['三、本年度办理结果', '（一）予以公开', '4'],
      ['四、结转下年度继续办理'],
    ]);
    expect(textsIn(document)).toEqual([]);
    expect(tablesIn(document)[0]?.rows).toBe(5);
  });

  it('the name of a sheet is a heading where it names a section that the sheet does not', async () => {
    const book = bookOf({
      '一、总体情况': utils.aoa_to_sheet([['本年依法公开。']]),
      '五、存在的主要问题及改进情况': utils.aoa_to_sheet([
        ['五、存在的主要问题及改进情况'],
        ['更新不及时。'],
      ]),
      Sheet3: utils.aoa_to_sheet([['其他。']]),
    });
    const document = await readWorkbook(written(book, 'xlsx'));
    expect(textsIn(document)).toEqual([
      '一、总体情况',
      '本年依法公开。',
      '五、存在的主要问题及改进情况',
      '更新不及时。',
      '其他。',
    ]);
    expect(document.sheets?.map(({ name, from }) => [name, from])).toEqual([
      ['一、总体情况', 0],
      ['五、存在的主要问题及改进情况', 2],
      ['Sheet3', 4],
    ]);
  });

  it('places of cells are those of their sheet, merged ones reach as far as they do there', async () => {
    const grid = utils.aoa_to_sheet([
      [],
      [],
      ['', '信息内容', '', '本年处理决定数量'],
      ['', '行政许可', '', 46],
    ]);
    grid['!merges'] = [utils.decode_range('B3:C3'), utils.decode_range('B4:C4')];
    const document = await readWorkbook(
      written(bookOf({ 甲: utils.aoa_to_sheet([['说明']]), 乙: grid }), 'xlsx'),
    );
    expect(tablesIn(document)[0]?.cells).toMatchObject([
      { text: '信息内容', row: 1, column: 1, colSpan: 1, at: { table: 2, row: 3, column: 2 } },
      { text: '本年处理决定数量', row: 1, column: 2, at: { table: 2, row: 3, column: 4 } },
      { text: '行政许可', row: 2, column: 1 },
      { text: '46', row: 2, column: 2, at: { table: 2, row: 4, column: 4 } },
    ]);
  });

  it('pictures stand where they begin among the text', async () => {
    const sheet = packed([
      {
        data:
          row(1, text('A1', '二、主动公开政府信息情况')) +
          row(9, text('A9', '三、收到和处理政府信息公开申请情况')),
      },
    ]);
    const anchor = (at: number, what: string): string =>
      `<xdr:twoCellAnchor><xdr:from><xdr:row>${at}</xdr:row></xdr:from><xdr:${what}/></xdr:twoCellAnchor>`;
    const files = {
      ...unzipSync(sheet),
      'xl/worksheets/_rels/sheet1.xml.rels': strToU8(
        `<Relationships xmlns="${relations}"><Relationship Id="d" Type="${office}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`,
      ),
      'xl/drawings/drawing1.xml': strToU8(`<xdr:wsDr>${anchor(2, 'pic')}${anchor(4, 'sp')}</xdr:wsDr>`),
    };
    const { blocks } = await readWorkbook(zipSync(files));
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'picture', 'paragraph']);
  });

  it('a blank row that is drawn under the heads of a table is its row', async () => {
    const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
    const heads = results.map((label, i) => text(`${'ABCDE'[i]}1`, label));
    const blanks = results.map((_, i) => `<c r="${'ABCDE'[i]}2" s="0"/>`);
    const document = await readWorkbook(packed([{ data: row(1, ...heads) + row(2, ...blanks) }]));
    expect(tablesIn(document)[0]).toMatchObject({ rows: 2, columns: 5 });
    expect(tablesIn(document)[0]?.cells).toHaveLength(10);
  });
});

/** A grid of distinct texts with merges that do not overlap, as they would be drawn. */
const mergedGrid = fc
  .record({
    rows: fc.integer({ min: 3, max: 12 }),
    columns: fc.integer({ min: 2, max: 10 }),
    spans: fc.array(
      fc.tuple(fc.nat(11), fc.nat(9), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
      {
        maxLength: 12,
      },
    ),
  })
  .map(({ rows, columns, spans }) => {
    const taken = new Set<string>();
    const merges: { s: { r: number; c: number }; e: { r: number; c: number } }[] = [];
    for (const [r, c, high, wide] of spans) {
      const cells: string[] = [];
      for (let i = r; i < r + high; i++) for (let j = c; j < c + wide; j++) cells.push(`${i} ${j}`);
      if (r + high > rows || c + wide > columns || high * wide === 1 || cells.some((cell) => taken.has(cell)))
        continue;
      for (const cell of cells) taken.add(cell);
      merges.push({ s: { r, c }, e: { r: r + high - 1, c: c + wide - 1 } });
    }
    return { rows, columns, merges };
  });

describe.each(['xlsx', 'biff8', 'ods', 'xlml'] as const)('a grid written as %s', (bookType) => {
  it('comes back as written, merges too', async () => {
    await fc.assert(
      fc.asyncProperty(mergedGrid, async ({ rows, columns, merges }) => {
        const labels = Array.from({ length: rows }, (_, r) =>
          Array.from({ length: columns }, (_, c) =>
            r === 0 ? `总计${c}` : c % 2 ? r * 100 + c : `格${r}-${c}`,
          ),
        );
        const sheet = utils.aoa_to_sheet(labels);
        sheet['!merges'] = merges;
        const under = new Set(
          merges.flatMap(({ s, e }) => {
            const cells: string[] = [];
            for (let r = s.r; r <= e.r; r++)
              for (let c = s.c; c <= e.c; c++) if (r !== s.r || c !== s.c) cells.push(`${r} ${c}`);
            return cells;
          }),
        );
        const document = await readWorkbook(written(bookOf({ 表: sheet }), bookType));
        const found = tablesIn(document).flatMap(({ cells }) =>
          cells.map(({ text, at }) => ('table' in at ? [at.row - 1, at.column - 1, text] : [])),
        );
        const meant = labels.flatMap((list, r) =>
          list.flatMap((value, c) => (under.has(`${r} ${c}`) ? [] : [[r, c, String(value)]])),
        );
        const paragraphs = textsIn(document);
        const order = (a: unknown[], b: unknown[]): number =>
          Number(a[0]) - Number(b[0]) || Number(a[1]) - Number(b[1]);
        if (paragraphs.length === 0)
          expect(found.filter(([, , said]) => said !== '').sort(order)).toEqual(meant);
        else
          expect([...found.map(([, , said]) => said), ...paragraphs].filter(Boolean).sort()).toEqual(
            meant.map(([, , said]) => said).sort(),
          );
      }),
      { numRuns: 25 },
    );
  });

  it('has its type of file', async () => {
    const bytes = written(bookOf({ 表: utils.aoa_to_sheet([['甲']]) }), bookType);
    const { xlsx, xls, ods } = mediaTypes;
    expect((await readWorkbook(bytes)).mediaType).toBe({ xlsx, biff8: xls, ods, xlml: xls }[bookType]);
  });
});

describe('numbers, sums and hidden parts of other files', () => {
  const sheet: WorkSheet = utils.aoa_to_sheet([
    ['信息内容', '本年处理决定数量'],
    ['行政许可', 12.4],
    ['行政处罚', 5],
    ['行政强制', { t: 'n', v: 20, f: 'SUM(B2:B3)' }],
  ] as unknown[][]);
  (sheet.B2 as { z?: string }).z = '0';

  it.each(['biff8', 'ods', 'xlml'] as const)(
    '%s: what is shown and what is stored are told apart',
    async (bookType) => {
      const document = await readWorkbook(written(bookOf({ 表: sheet }), bookType));
      if (bookType !== 'ods') expect(cellAt(document, 2, 2)).toBe('12（存12.4）');
      expect(cellAt(document, 3, 2)).toBe('5');
      expect(cellAt(document, 4, 2)).toBe('20');
    },
  );

  it('a sum of an ods is weighed', async () => {
    const notes = notesOf(await readWorkbook(written(bookOf({ 表: sheet }), 'ods')));
    expect(notes).toContain('formula B4存的结果是20，按公式计算应为17.4');
  });

  it('a hidden sheet of an xls is left out and named', async () => {
    const shown = utils.aoa_to_sheet([
      ['信息内容', '本年处理决定数量'],
      ['行政许可', 1],
    ]);
    const book = bookOf({ 表: shown, 底稿: utils.aoa_to_sheet([['旧']]) });
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
    const document = await readWorkbook(written(book, 'biff8'));
    expect(notesOf(document)).toEqual(['hidden 工作表“底稿”']);
    expect(cellAt(document, 2, 2)).toBe('1');
  });
});

const refusal = async (bytes: Uint8Array): Promise<UnreadableFile> => {
  const failure = await readWorkbook(bytes).then(
    () => null,
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(UnreadableFile);
  return failure as UnreadableFile;
};

describe('workbooks out of bounds', () => {
  it('claimed sizes and empty formatted cells cost nothing', async () => {
    const styled = Array.from({ length: 300 }, (_, i) => `<c r="${utils.encode_col(i * 54)}3" s="0"/>`).join(
      '',
    );
    const document = await readWorkbook(
      packed([
        {
          before: '<dimension ref="A1:XFD1048576"/>',
          data: `${head}${licensing(number('B2', 4))}<row r="3">${styled}</row>`,
        },
      ]),
    );
    expect(tablesIn(document)[0]).toMatchObject({ columns: 2 });
    expect(document.notes).toEqual([]);
  });

  it('a million rows are cut off, and told', async () => {
    const rows = Array.from(
      { length: LIMITS.rows + 50 },
      (_, i) => `<row><c><v>${i}</v></c><c><v>1</v></c></row>`,
    );
    const document = await readWorkbook(packed([{ data: rows.join('') }]));
    expect(notesOf(document)).toEqual([expect.stringMatching(/^truncated /)]);
  });

  it('one text referred to everywhere is cut off, and told', async () => {
    const cells = Array.from({ length: 5000 }, (_, i) => row(i + 1, `<c r="A${i + 1}" t="s"><v>0</v></c>`));
    const strings = `<si><t>${'甲'.repeat(30_000)}</t></si>`;
    const document = await readWorkbook(packed([{ data: cells.join('') }], { strings }));
    expect(notesOf(document)).toEqual([expect.stringMatching(/^truncated /)]);
  });

  it('merges over all of each other take no time', async () => {
    const cells = Array.from({ length: 300 }, (_, r) =>
      row(r + 1, ...Array.from({ length: 100 }, (_, c) => number(`${utils.encode_col(c)}${r + 1}`, 1))),
    );
    const merges = Array.from(
      { length: 20_000 },
      (_, i) => `<mergeCell ref="A${(i % 300) + 1}:XFD1048576"/>`,
    );
    const started = performance.now();
    await readWorkbook(
      packed([{ data: cells.join(''), after: `<mergeCells>${merges.join('')}</mergeCells>` }]),
    );
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('a part that unpacks to absurd size is a bomb', async () => {
    expect((await refusal(packed([{ data: ' '.repeat(LIMITS.docxUnpacked + 1) }]))).reason).toBe('bomb');
  });

  it.each([
    ['without its workbook', () => zipSync({ 'xl/worksheets/sheet1.xml': strToU8('<x/>') }), 'corrupt'],
    ['without a sheet', () => packed([]), 'corrupt'],
    ['binary', () => zipSync({ 'xl/workbook.bin': new Uint8Array(9) }), 'unsupported'],
    ['cut off', () => packed([{ data: head }]).slice(0, 900), 'corrupt'],
    [
      'an xls cut off',
      () => written(bookOf({ 表: utils.aoa_to_sheet([['甲']]) }), 'biff8').slice(0, 1200),
      'corrupt',
    ],
    ['an XML table without sheets', () => strToU8('<?xml version="1.0"?><Workbook></Workbook>'), 'corrupt'],
  ])('%s: refused with one sentence that says what to do', async (_, make, reason) => {
    const refused = await refusal(make());
    expect(refused.reason).toBe(reason);
    expect(refused.message).toMatch(/^[^\n]{8,90}。$/);
    expect(refused.message).toContain('请');
  });

  it('an unknown record of an xls is passed over without a line on the console', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    const sound = written(bookOf({ 表: utils.aoa_to_sheet([['行政许可', 46]]) }), 'biff8');
    const at = sound.findIndex((_, i) => sound[i] === 0x3d && sound[i + 1] === 0 && sound[i + 2] === 0x12);
    expect(at).toBeGreaterThan(0);
    sound.set([0xf1, 0x7f], at);
    expect(cellAt(await readWorkbook(sound), 1, 2)).toBe('46');
    expect(said).not.toHaveBeenCalled();
    said.mockRestore();
  });

  it('damaged bytes of an xls end in a document or one sentence, in time', async () => {
    const sound = written(
      bookOf({
        表: utils.aoa_to_sheet([
          ['信息内容', '数量'],
          ['行政许可', 46],
        ]),
      }),
      'biff8',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { maxLength: 30 }),
        async (changes) => {
          const bytes = sound.slice();
          for (const [at, value] of changes) bytes[at] = value;
          const started = performance.now();
          await readWorkbook(bytes).catch((error: unknown) => expect(error).toBeInstanceOf(UnreadableFile));
          expect(performance.now() - started).toBeLessThan(2000);
        },
      ),
      { numRuns: 150 },
    );
  });
});
