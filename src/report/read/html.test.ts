import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlStyles, htmlTable, meantTables } from '../../../test/arbitraries/documents.ts';
import type { Block, SourceDocument, Table } from '../document.ts';
import { readHtml } from './html.ts';
import { LIMITS } from './limits.ts';

const read = (html: string): SourceDocument => readHtml(html, 'utf-8');

/** Blocks in short: paragraphs as text, tables row by row, pictures by their description. */
const brief = (blocks: readonly Block[]): unknown[] =>
  blocks.map((block) => {
    if (block.kind === 'paragraph') return block.level === null ? block.text : [block.level, block.text];
    return block.kind === 'picture' ? { picture: block.alt } : rows(block);
  });
const rows = (table: Table): string[] =>
  Array.from({ length: table.rows }, (_, index) =>
    table.cells
      .filter(({ row }) => row === index + 1)
      .map(({ text }) => text)
      .join('|'),
  );
const tableOf = (html: string): Table => read(html).blocks.find((block) => block.kind === 'table') as Table;

describe('paragraphs and headings', () => {
  it.each<[string, string, unknown[]]>([
    ['runs split anywhere', '<p><span>20</span><font face=x>21</font><span>年</span></p>', ['2021年']],
    ['blocks split', '<div>甲<div>乙</div>丙</div>', ['甲', '乙', '丙']],
    ['unclosed paragraphs', '<p>甲<p>乙<li>丙', ['甲', '乙', '丙']],
    ['line breaks', '<div>甲<br>乙<BR/>丙</div>', ['甲', '乙', '丙']],
    ['line breaks of a heading', '<h1>某县<br>年度报告</h1>', [[1, '某县\n年度报告']]],
    ['headings', '<h2>一、<b>总体情况</b></h2>文', [[2, '一、总体情况'], '文']],
    ['white space', '<p>\n  甲\n\t乙&nbsp; </p>', ['甲 乙']],
    ['references', '<p>&lt;12&gt;&#20214;&#x4EF6;&nbsp3&unknown;&amp</p>', ['<12>件件\u00a03&unknown;&']],
    ['preformatted text', '<pre>规章\t0\n许可  1</pre>', ['规章\t0', '许可  1']],
    ['a lone angle bracket', '<p>1 < 2 <3</p>', ['1 < 2 <3']],
    ['upper case and odd closing', '<P ALIGN=center>甲</P></DIV></TD>乙', ['甲', '乙']],
    ['text without any element', '甲', ['甲']],
    ['nothing', '', []],
  ])('reads %s', (_, html, expected) => {
    expect(brief(read(html).blocks)).toEqual(expected);
  });

  it('places paragraphs by number, the lines of one by column', () => {
    const at = read('<p>甲</p><p>乙乙<br>丙</p>').blocks.map((block) => block.at);
    expect(at).toEqual([
      { paragraph: 1, column: 1 },
      { paragraph: 2, column: 1 },
      { paragraph: 2, column: 4 },
    ]);
  });
});

describe('what is not shown', () => {
  it.each([
    ['scripts and styles', '<style>p{}</style>甲<script>if(a<b)"</p>"</script>乙', ['甲乙']],
    ['comments', '甲<!-- <p>乙</p> --><!--[if gte mso 9]><xml>丙</xml><![endif]-->', ['甲']],
    [
      'what Word hides from old browsers',
      '<!--[if !mso]><!-->甲<!--<![endif]--><![if !supportLists]>乙<![endif]>',
      ['甲乙'],
    ],
    ['noscript and templates', '<noscript>甲</noscript><template><p>乙</template>丙', ['丙']],
    [
      'hidden elements',
      '<p>甲</p><div style="x:y; DISPLAY : none">乙<div>丙</div></div><p hidden>丁</p>戊',
      ['甲', '戊'],
    ],
    ['a hidden paragraph that is not closed', '<p style="display:none">甲<p>乙', ['乙']],
    ['a hidden run that is not closed', '<div><span style="display:none">甲</div><p>乙</p>', ['乙']],
    ['a list of choices', '<select><option>2020</select>甲', ['甲']],
    ['deleted text', '<p>收到<del>3</del><ins>4</ins>件</p>', ['收到4件']],
    ['an empty block', '<p>&nbsp;</p><p><o:p></o:p></p>甲', ['甲']],
  ])('leaves out %s', (_, html, expected) => {
    expect(brief(read(html).blocks)).toEqual(expected);
  });

  it('notes deletions as tracked changes', () => {
    expect(read('<p>3<del>4</del></p>').notes.map(({ kind }) => kind)).toEqual(['trackedChanges']);
  });

  it('reads what is hidden when nothing else is there', () => {
    expect(brief(read('<div style="display:none"><p>甲</p></div>').blocks)).toEqual(['甲']);
  });

  it('tells page heads and feet, unless they hold most of the page', () => {
    const origins = (html: string): string[] =>
      read(html).blocks.map((block) => (block.kind === 'paragraph' ? block.origin : ''));
    expect(origins('<nav>首页</nav><p>正文很长很长很长</p><footer>主办</footer>')).toEqual([
      'header',
      'body',
      'footer',
    ]);
    expect(origins('<nav>首页<p>正文没有合上的导航</p>')).toEqual(['body', 'body']);
  });
});

describe('tables', () => {
  it('reads any table the same however it is written', () => {
    fc.assert(
      fc.property(meantTables(), htmlStyles(), (meant, style) => {
        const table = tableOf(`<p>前</p>${htmlTable(meant, style)}<p>后</p>`);
        expect([table.rows, table.columns]).toEqual([meant.rows, meant.columns]);
        const cells = table.cells.map(({ text, row, column, rowSpan, colSpan }) => ({
          text,
          row,
          column,
          rowSpan,
          colSpan,
        }));
        expect(cells).toEqual(meant.cells);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['paragraphs of a cell', '<td><p>商业</p><p>企业</p><td>0', ['商业\n企业|0']],
    ['blank cells', '<td><o:p>&nbsp;</o:p><td>　<td>\u200b', ['||']],
    ['cells without a row', '<td>甲<td>乙', ['甲|乙']],
    ['rows that are empty', '<tr></tr><tr><td>甲<td>乙</tr><tr></tr>', ['甲|乙']],
    ['a hidden cell', '<tr><td>甲<td style="display:none">乙<td>丙</tr>', ['甲|丙']],
    ['a hidden row', '<tr style="display:none"><td>甲<td>乙<tr><td>丙<td>丁</tr>', ['丙|丁']],
  ])('reads %s', (_, inner, expected) => {
    expect(rows(tableOf(`<table>${inner}</table>`))).toEqual(expected);
  });

  it.each([
    ['0', '<tr><td rowspan=0>甲<td>1<tr><td>2', [2, 1]],
    ['999999', '<tr><td rowspan=999999>甲<td>1<tr><td>2', [2, 1]],
    ['-5', '<tr><td rowspan=-5 colspan=-5>甲<td>1<tr><td>2<td>3', [1, 1]],
    ['abc', '<tr><td rowspan=abc colspan>甲<td>1<tr><td>2<td>3', [1, 1]],
  ])('clamps a span of %s', (_, inner, [rowSpan, colSpan]) => {
    expect(tableOf(`<table>${inner}</table>`).cells[0]).toMatchObject({ rowSpan, colSpan });
  });

  it('does not count columns in which no cell begins', () => {
    const table = tableOf('<table><tr><td colspan=50>题<tr><td colspan=9>甲<td colspan=3>乙</table>');
    expect(table.columns).toBe(2);
    expect(table.cells.map(({ column, colSpan }) => [column, colSpan])).toEqual([
      [1, 2],
      [1, 1],
      [2, 1],
    ]);
  });

  it('counts pictures in cells and keeps those that stand alone, but no ornaments', () => {
    const { blocks } = read(
      '<img src=a alt="表三"><img src=b width=16><table><tr><td><img src=c>甲<td>乙</table>',
    );
    expect(brief(blocks)).toEqual([{ picture: '表三' }, ['甲|乙']]);
    expect((blocks[1] as Table).cells.map(({ images }) => images)).toEqual([1, 0]);
  });

  it('keeps a nested table in its cell and right after the table too', () => {
    const { blocks } = read('<table><tr><td>甲<table><tr><td>1<td>2</table></td><td>乙</td></tr></table>后');
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table', 'paragraph', 'paragraph']);
  });

  it('says nothing of columns beyond the limit that are empty', () => {
    const wide = read(`<table>${`<tr><td>甲<td>1${'<td>'.repeat(254)}</tr>`.repeat(3)}</table>`);
    expect(wide.notes).toEqual([]);
  });

  it('cuts off what is wider than any form and says so', () => {
    const wide = read(`<table>${`<tr>${'<td>1'.repeat(20_000)}</tr>`.repeat(2)}</table>后`);
    expect((wide.blocks[0] as Table).columns).toBeLessThanOrEqual(LIMITS.columns);
    expect(wide.blocks[1]).toMatchObject({ text: '后' });
    expect(wide.notes.map(({ kind }) => kind)).toEqual(['truncated']);
  });
});

describe('tables that lay out the page', () => {
  const data = '<table><tr><td>规章<td>0<td>7</tr><tr><td>行政规范性文件<td>1<td>2</tr></table>';
  const long = '本机关按照规定公开各类信息。'.repeat(15);

  it.each([
    ['one cell around everything', `<table><tr><td><h1>题</h1><p>甲</p>${data}<p>乙</p></td></tr></table>`],
    [
      'a row for each part',
      `<table><tr><td><h1>题</h1></td></tr><tr><td><p>甲</p>${data}<p>乙</p></td></tr></table>`,
    ],
    [
      'three in one another',
      `<table><tr><td><table><tr><td><h1>题</h1><table><tr><td><p>甲</p>${data}</table></table><p>乙</p></table>`,
    ],
  ])('dissolve: %s', (_, html) => {
    expect(brief(read(html).blocks)).toEqual([[1, '题'], '甲', ['规章|0|7', '行政规范性文件|1|2'], '乙']);
  });

  it('dissolve around prose, and the rows between that are a table stay one', () => {
    const html =
      `<table><tr><td colspan=3>某县年度报告</td></tr><tr><td colspan=3>一、总体情况</td></tr>` +
      `<tr><td colspan=3>${long}</td></tr><tr><td colspan=3>二、主动公开政府信息情况</td></tr>` +
      `<tr><td colspan=3>第二十条第（一）项</td></tr><tr><td>规章<td>0<td>7</tr><tr><td>文件<td>1<td>2</tr></table>`;
    expect(brief(read(html).blocks)).toEqual([
      '某县年度报告',
      '一、总体情况',
      long,
      '二、主动公开政府信息情况',
      ['第二十条第（一）项', '规章|0|7', '文件|1|2'],
    ]);
  });

  it('dissolve around the headings of a report that is one single table', () => {
    const html =
      '<table><tr><td colspan=2>一、总体情况</tr><tr><td colspan=2>（略）</tr><tr><td colspan=2>二、主动公开政府信息情况</tr>' +
      '<tr><td>规章<td>0</tr><tr><td>文件<td>1</tr><tr><td colspan=2>三、收到和处理申请情况</tr><tr><td>新收<td>5</tr></table>';
    expect(brief(read(html).blocks)).toEqual([
      '一、总体情况',
      '（略）',
      '二、主动公开政府信息情况',
      ['规章|0', '文件|1'],
      '三、收到和处理申请情况',
      ['新收|5'],
    ]);
  });

  it('number paragraphs and tables as they are read', () => {
    const { blocks } = read(`<table><tr><td><p>甲</p>${data}<p>乙</p></td></tr></table>`);
    expect(blocks.map(({ at }) => at)).toEqual([
      { paragraph: 1, column: 1 },
      { table: 1, row: 1, column: 1 },
      { paragraph: 2, column: 1 },
    ]);
  });
});

describe('the page itself', () => {
  it('gives its title as a hint', () => {
    expect(read('<html><head><title> 某县\n报告&amp;表 </title></head>甲').metaTitle).toBe('某县 报告&表');
    expect(read('甲').metaTitle).toBeNull();
  });

  it('stays linear on two hundred thousand elements in one another', () => {
    const { blocks } = read(`${'<div>'.repeat(200_000)}甲${'</div>'.repeat(200_000)}`);
    expect(brief(blocks)).toEqual(['甲']);
  }, 10_000);
});
