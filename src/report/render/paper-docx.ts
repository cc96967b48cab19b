import { listTable, small } from './list-table.ts';
import type { Paper, PaperBlock, PaperCell } from './paper.ts';
import { wordGap, wordParagraph, wordRun } from './word-body.ts';
import { faces, fonts, wordFile } from './word-parts.ts';

const lines = (text: string): readonly string[] => text.split(/\s*\n\s*/);
const cellOf = (cell: PaperCell): string =>
  (typeof cell === 'string' ? lines(cell) : [cell.text, ...cell.small.filter((line) => line !== '')])
    .map((line) => small(wordRun(line)))
    .join('');
const flush = '<w:ind w:firstLineChars="0" w:firstLine="0"/>';
const head = (text: string): string => wordParagraph(wordRun(text, fonts(faces.first)), 'TableText');

function blockOf(block: PaperBlock): string {
  switch (block.kind) {
    case 'heading':
      return wordParagraph(wordRun(block.text, fonts(faces.first)), '', `<w:keepNext/>${flush}`);
    case 'text':
      return wordParagraph(wordRun(block.text));
    case 'facts':
      return (
        listTable(
          [22, 78],
          block.rows.map(([label, value]) => [small(wordRun(label, fonts(faces.first))), cellOf(value)]),
          false,
        ) + wordGap
      );
    default:
      return (
        listTable(block.widths, [block.heads.map(head), ...block.rows.map((row) => row.map(cellOf))], true) +
        wordGap
      );
  }
}

/** A paper of the office as a Word file, to be circulated and signed; the same paper gives the same bytes. */
export const renderPaperDocx = (paper: Paper): Uint8Array =>
  wordFile(
    paper.title,
    [
      wordParagraph(wordRun(paper.title), 'Title'),
      ...(paper.lead === '' ? [] : [small(wordRun(paper.lead)), wordGap]),
      ...paper.blocks.map(blockOf),
    ].join(''),
  );
