import type { LaidCell, LaidTable } from './laid-report.ts';
import { type CellMark, type CellMarks, noMarks } from './marks.ts';
import { escapeMarkup, ringed } from './markup.ts';
import { splitHeading } from './subheading.ts';
import { faces, fonts, TEXT_WIDTH } from './word-parts.ts';

/** A stretch of text; `properties` is the inside of its rPr. */
export const wordRun = (text: string, properties = ''): string =>
  text === ''
    ? ''
    : `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeMarkup(text)}</w:t></w:r>`;

/** A paragraph of runs; `properties` is the inside of its pPr after the style. */
export function wordParagraph(runs: string, style = '', properties = ''): string {
  const own = `${style === '' ? '' : `<w:pStyle w:val="${style}"/>`}${properties}`;
  return `<w:p>${own === '' ? '' : `<w:pPr>${own}</w:pPr>`}${runs}</w:p>`;
}

/** A paragraph of prose, its run-in heading in 楷体. */
export function wordProse(text: string): string {
  const [heading, rest] = splitHeading(text);
  return wordParagraph(wordRun(heading, fonts(faces.second)) + wordRun(rest));
}

/** A line thinner than text after a table, which Word needs between two of them. */
export const wordGap = wordParagraph('', 'Gap');

const shades = { error: 'F2D5D3', warning: 'F8E7C4', info: 'DCE9F0' } as const;
const lines = { error: 'single', warning: 'double', info: 'dashed' } as const;
const SIDES = ['top', 'left', 'bottom', 'right'] as const;

/** Thick lines, a shade and a number: never colour alone. */
function markedBorders({ severity }: CellMark): string {
  const width = severity === 'warning' ? 6 : 18;
  const sides = SIDES.map(
    (side) => `<w:${side} w:val="${lines[severity]}" w:sz="${width}" w:color="000000"/>`,
  );
  return `<w:tcBorders>${sides.join('')}</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="${shades[severity]}"/>`;
}

interface Grid {
  readonly widths: readonly number[];
  readonly style: string;
  readonly marks: CellMarks;
}

/** Widths of the columns in twips, together as wide as the text. */
function twips({ widths }: LaidTable): number[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const out = widths.map((width) => Math.round((width / total) * TEXT_WIDTH));
  out[out.length - 1]! += TEXT_WIDTH - out.reduce((sum, width) => sum + width, 0);
  return out;
}

const leftHeads: ReadonlySet<LaidCell['head']> = new Set(['row', 'corner']);

function wordCell(cell: LaidCell, continues: boolean, last: boolean, grid: Grid): string {
  const { widths, style, marks } = grid;
  const width = widths.slice(cell.column, cell.column + cell.colSpan).reduce((sum, each) => sum + each, 0);
  const mark = cell.cell === null || continues ? undefined : marks.get(cell.cell);
  const properties = [
    `<w:tcW w:w="${width}" w:type="dxa"/>`,
    cell.colSpan > 1 ? `<w:gridSpan w:val="${cell.colSpan}"/>` : '',
    cell.rowSpan > 1 ? `<w:vMerge w:val="${continues ? 'continue' : 'restart'}"/>` : '',
    mark === undefined ? '' : markedBorders(mark),
    '<w:vAlign w:val="center"/>',
  ].join('');
  const pins =
    mark === undefined
      ? ''
      : wordRun(mark.numbers.length === 0 ? '' : `${mark.numbers.map(ringed).join('')} `, '<w:b/>');
  const runs = continues ? '' : pins + wordRun(cell.text);
  const together = last ? '' : '<w:keepNext/>';
  const paragraph = wordParagraph(
    runs,
    style,
    together + (leftHeads.has(cell.head) ? '<w:jc w:val="left"/>' : ''),
  );
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph}</w:tc>`;
}

/** Each row with the cells that begin in it and those merged cells that reach into it, from left to right. */
function wholeRows({ rows }: LaidTable): { cell: LaidCell; continues: boolean }[][] {
  const whole = rows.map((row) => row.map((cell) => ({ cell, continues: false })));
  for (const cell of rows.flat())
    for (let y = cell.row + 1; y < cell.row + cell.rowSpan; y += 1) whole[y]?.push({ cell, continues: true });
  for (const row of whole) row.sort((a, b) => a.cell.column - b.cell.column);
  return whole;
}

const tableBorders = [...SIDES, 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('');

/** Tables of many columns are set in 小五, the others in 五号. */
const SMALL_FROM = 6;
const LONG = 30;

const rowProperties = (height: number, more: string): string =>
  `<w:trPr><w:cantSplit/><w:trHeight w:val="${height}" w:hRule="atLeast"/>${more}</w:trPr>`;

/**
 * A table with its merges kept. Rows do not break; the table stays on one page where it fits, for a merged label is
 * printed once only; else its head rows come again on the next. Notes stand as last rows.
 */
export function wordTable(table: LaidTable, marks: CellMarks = noMarks): string {
  const small = table.columns >= SMALL_FROM || table.rows.length > LONG;
  const style = small ? 'TableSmall' : 'TableText';
  const height = small ? 320 : 400;
  const grid: Grid = { widths: twips(table), style, marks };
  const rows = wholeRows(table).map((cells, y) => {
    const last = y === table.rows.length - 1 || table.rows.length > LONG;
    const body = cells.map(({ cell, continues }) => wordCell(cell, continues, last, grid)).join('');
    return `<w:tr>${rowProperties(height, y < table.headRows ? '<w:tblHeader/>' : '')}${body}</w:tr>`;
  });
  const notes = table.notes.map(
    (note) =>
      `<w:tr>${rowProperties(height, '')}<w:tc><w:tcPr><w:tcW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:gridSpan w:val="${table.columns}"/></w:tcPr>${wordParagraph(wordRun(note), 'TableSmall', '<w:jc w:val="left"/>')}</w:tc></w:tr>`,
  );
  const columns = grid.widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${tableBorders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${columns}</w:tblGrid>${rows.join('')}${notes.join('')}</w:tbl>`;
}
