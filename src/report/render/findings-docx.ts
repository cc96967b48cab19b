import { type FindingsSheet, legend, type SheetItem } from './findings-sheet.ts';
import { listTable, small } from './list-table.ts';
import { ringed } from './markup.ts';
import { wordGap, wordParagraph, wordRun, wordTable } from './word-body.ts';
import { faces, fonts, wordFile } from './word-parts.ts';

const bold = '<w:b/>';
const quoted = '<w:u w:val="single"/>';

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
