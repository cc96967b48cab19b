import { type FindingsSheet, legend, type SheetItem } from './findings-sheet.ts';
import { ringed } from './markup.ts';
import { wordGap, wordParagraph, wordRun, wordTable } from './word-body.ts';
import { faces, fonts, TEXT_WIDTH, wordFile } from './word-parts.ts';

const left = '<w:jc w:val="left"/>';
const small = (runs: string): string => wordParagraph(runs, 'TableText', left);
const bold = '<w:b/>';
const quoted = '<w:u w:val="single"/>';

const lines = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('');

/** A plain table of paragraphs; `widths` are shares of the text's width. */
function listTable(widths: readonly number[], rows: readonly (readonly string[])[], head: boolean): string {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const twips = widths.map((width) => Math.round((width / total) * TEXT_WIDTH));
  const body = rows.map((row, y) => {
    const cells = row.map(
      (content, i) => `<w:tc><w:tcPr><w:tcW w:w="${twips[i]}" w:type="dxa"/></w:tcPr>${content}</w:tc>`,
    );
    const properties = `<w:trPr><w:cantSplit/>${head && y === 0 ? '<w:tblHeader/>' : ''}</w:trPr>`;
    return `<w:tr>${properties}${cells.join('')}</w:tr>`;
  });
  return `<w:tbl><w:tblPr><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${lines}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${twips.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${body.join('')}</w:tbl>`;
}

const sentence = ({ quote }: SheetItem): string =>
  quote === null
    ? ''
    : small(wordRun(`原文：“${quote.before}`) + wordRun(quote.words, quoted) + wordRun(`${quote.after}”`));

const itemRow = (item: SheetItem): string[] => [
  wordParagraph(wordRun(ringed(item.number), bold), 'TableText'),
  (item.places.length === 0 ? ['全文'] : item.places).map((place) => small(wordRun(place))).join('') +
    sentence(item),
  small(wordRun(`${item.rule}（${item.code}）`, bold)) +
    small(wordRun(item.message)) +
    item.todo.map((todo) => small(wordRun(`怎么改：${todo}`))).join('') +
    (item.basis.length === 0 ? '' : small(wordRun(`依据：${item.basis.join('；')}`))),
];

const headRow = ['序号', '位置', '问题和修改要求'].map((text) =>
  wordParagraph(wordRun(text, fonts(faces.first)), 'TableText'),
);

/** A findings sheet as a Word file that can be sent as it is. */
export function findingsDocx(sheet: FindingsSheet): Uint8Array {
  const heading = (text: string) => wordParagraph(wordRun(text), 'Heading1');
  const facts = sheet.facts.map(([label, value]) => [small(wordRun(label, bold)), small(wordRun(value))]);
  const body = [
    wordParagraph(wordRun(sheet.title), 'Title'),
    listTable([18, 82], facts, false),
    wordGap,
    wordParagraph(wordRun(sheet.summary)),
    ...(sheet.groups.length === 0 ? [] : [heading('一、需要修改的地方')]),
    ...sheet.groups.flatMap((group) => [
      wordParagraph(wordRun(group.heading, fonts(faces.second)), '', '<w:keepNext/>'),
      listTable([8, 32, 60], [headRow, ...group.items.map(itemRow)], true),
      wordGap,
    ]),
    ...(sheet.tables.length === 0 ? [] : [heading('二、表格中的位置')]),
    ...sheet.tables.flatMap(({ heading: name, table }) => [
      wordParagraph(wordRun(name, fonts(faces.second)), '', '<w:keepNext/>'),
      wordTable(table, sheet.marks),
      wordGap,
    ]),
    ...(sheet.tables.length === 0 ? [] : [small(wordRun(legend))]),
    ...sheet.instruments.map((name) => small(wordRun(name))),
    wordGap,
    listTable(
      [50, 50],
      [sheet.signature.slice(0, 2), sheet.signature.slice(2)].map((row) =>
        row.map((text) => small(wordRun(text))),
      ),
      false,
    ),
    wordGap,
  ];
  return wordFile(sheet.title, body.join(''));
}
