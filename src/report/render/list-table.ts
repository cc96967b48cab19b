import { wordParagraph } from './word-body.ts';
import { TEXT_WIDTH } from './word-parts.ts';

const left = '<w:jc w:val="left"/>';
/** A paragraph of a cell, in small type. */
export const small = (runs: string): string => wordParagraph(runs, 'TableText', left);
const lines = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('');

/** A plain table of paragraphs; `widths` are shares of the text's width. */
export function listTable(
  widths: readonly number[],
  rows: readonly (readonly string[])[],
  head: boolean,
): string {
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
