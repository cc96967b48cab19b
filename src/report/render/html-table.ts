import type { LaidCell, LaidTable } from './laid-report.ts';
import { type CellMarks, noMarks } from './marks.ts';
import { escapeMarkup, ringed } from './markup.ts';

const scopes = { column: 'col', row: 'row', group: 'rowgroup', band: 'colgroup', corner: 'col' } as const;

const scopeOf = ({ head, colSpan }: LaidCell): string =>
  head === 'column' && colSpan > 1 ? 'colgroup' : scopes[head!];

/** The heads of every figure: labels left of it, column heads over it since the last band, the band itself. */
function headersOf(heads: readonly LaidCell[], idOf: (cell: LaidCell) => string) {
  return ({ row, column }: LaidCell): string => {
    let band: LaidCell | null = null;
    for (const cell of heads) if (cell.head === 'band' && cell.row < row) band = cell;
    const since = band?.row ?? -1;
    return heads
      .filter((cell) => {
        if (cell === band) return true;
        if (cell.head === 'row' || cell.head === 'group')
          return cell.row <= row && row < cell.row + cell.rowSpan;
        if (cell.head !== 'column' || cell.row <= since || cell.row > row) return false;
        return cell.column <= column && column < cell.column + cell.colSpan;
      })
      .map(idOf)
      .join(' ');
  };
}

const spans = ({ rowSpan, colSpan }: LaidCell): string =>
  (rowSpan > 1 ? ` rowspan="${rowSpan}"` : '') + (colSpan > 1 ? ` colspan="${colSpan}"` : '');

function markOf(cell: LaidCell, marks: CellMarks): { attributes: string; pins: string } {
  const mark = cell.cell === null ? undefined : marks.get(cell.cell);
  if (mark === undefined) return { attributes: '', pins: '' };
  const pins = mark.numbers
    .map((n) => `<a class="pin" href="#f${n}" aria-label="问题 ${n}">${ringed(n)}</a>`)
    .join('');
  return { attributes: ` class="${mark.severity}"`, pins };
}

/** Where a narrow head may break: 结果|维持, 社会|公益|组织, （三）|不予公开. */
function breakable({ head, colSpan, text }: LaidCell): string {
  if (head === 'group') return escapeMarkup(text).replace('）', '）<wbr>');
  if (head !== 'column' || colSpan > 1 || ![4, 6].includes(text.length)) return escapeMarkup(text);
  return (text.match(/../gu) ?? []).map(escapeMarkup).join('<wbr>');
}

/**
 * A table in accessible HTML: heads with scope, every figure with the ids of its heads, a caption for assistive
 * software, notes in the foot. `name` begins the ids and must be its own in the page.
 */
export function htmlTable(table: LaidTable, name: string, marks: CellMarks = noMarks): string {
  const heads = table.rows.flat().filter(({ head }) => head !== null && head !== 'corner');
  const ids = new Map(heads.map((cell, i) => [cell, `${name}${i}`]));
  const headersFor = headersOf(heads, (cell) => ids.get(cell)!);
  const total = table.widths.reduce((sum, width) => sum + width, 0);
  const columns = table.widths.map((width) => `<col style="width:${((width / total) * 100).toFixed(1)}%">`);
  const row = (cells: readonly LaidCell[]): string =>
    `<tr>${cells
      .map((cell) => {
        const { attributes, pins } = markOf(cell, marks);
        const text = pins + breakable(cell);
        if (cell.head !== null)
          return `<th${spans(cell)} scope="${scopeOf(cell)}"${ids.has(cell) ? ` id="${ids.get(cell)}"` : ''} class="${cell.head}">${text}</th>`;
        return `<td${spans(cell)} headers="${headersFor(cell)}"${cell.cell === null ? ' class="unit"' : attributes}>${text}</td>`;
      })
      .join('')}</tr>`;
  const head = table.rows.slice(0, table.headRows).map(row);
  const notes = table.notes.map(
    (note) => `<tr><td colspan="${table.columns}" class="note">${escapeMarkup(note)}</td></tr>`,
  );
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escapeMarkup(table.caption)}"><table class="${table.id}">
<caption class="visually-hidden">${escapeMarkup(table.caption)}</caption><colgroup>${columns.join('')}</colgroup>
${head.length === 0 ? '' : `<thead>${head.join('\n')}</thead>\n`}<tbody>${table.rows.slice(table.headRows).map(row).join('\n')}</tbody>
${notes.length === 0 ? '' : `<tfoot>${notes.join('')}</tfoot>\n`}</table></div>
`;
}
