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

/** Where a narrow head may break: 结果|维持, 社会|公益|组织, （三）|不予公开. */
function breakable({ head, colSpan, text }: LaidCell): string {
  if (head === 'group') return escapeMarkup(text).replace('）', '）<wbr>');
  if (head !== 'column' || colSpan > 1 || ![4, 6].includes(text.length)) return escapeMarkup(text);
  return (text.match(/../gu) ?? []).map(escapeMarkup).join('<wbr>');
}

interface Writing {
  readonly marks: CellMarks;
  /** Ids of the heads; null where the table has none. */
  readonly ids: ReadonlyMap<LaidCell, string> | null;
  readonly headersFor: (cell: LaidCell) => string;
}

const pinOf = (number: number, linked: boolean): string =>
  linked
    ? `<a class="pin" href="#f${number}" aria-label="问题 ${number}">${ringed(number)}</a>`
    : `<b class="pin">${ringed(number)}</b>`;

function cellHtml(cell: LaidCell, { marks, ids, headersFor }: Writing): string {
  if (cell.head !== null) {
    const id = ids?.get(cell);
    return `<th${spans(cell)} scope="${scopeOf(cell)}"${id === undefined ? '' : ` id="${id}"`} class="${cell.head}">${breakable(cell)}</th>`;
  }
  const mark = cell.cell === null ? undefined : marks.get(cell.cell);
  const pins = mark?.numbers.map((number) => pinOf(number, ids !== null)).join('') ?? '';
  const headers = ids === null ? '' : ` headers="${headersFor(cell)}"`;
  const name = cell.cell === null ? 'unit' : mark?.severity;
  return `<td${spans(cell)}${headers}${name === undefined ? '' : ` class="${name}"`}>${pins}${escapeMarkup(cell.text)}</td>`;
}

/**
 * A table in accessible HTML: heads with scope, every figure with the ids of its heads, a caption for assistive
 * software, notes in the foot. `name` begins the ids and must be its own in the page; without a name there are no ids
 * and no links, where a page holds many reports.
 */
export function htmlTable(table: LaidTable, name: string | null, marks: CellMarks = noMarks): string {
  const heads = table.rows.flat().filter(({ head }) => head !== null && head !== 'corner');
  const ids = name === null ? null : new Map(heads.map((cell, i) => [cell, `${name}${i}`]));
  const writing: Writing = { marks, ids, headersFor: headersOf(heads, (cell) => ids?.get(cell) ?? '') };
  const row = (cells: readonly LaidCell[]): string =>
    `<tr>${cells.map((cell) => cellHtml(cell, writing)).join('')}</tr>`;
  const total = table.widths.reduce((sum, width) => sum + width, 0);
  const columns = table.widths.map((width) => `<col style="width:${((width / total) * 100).toFixed(1)}%">`);
  const head = table.rows.slice(0, table.headRows).map(row);
  const body = table.rows.slice(table.headRows).map(row);
  const notes = table.notes.map(
    (note) => `<tr><td colspan="${table.columns}" class="note">${escapeMarkup(note)}</td></tr>`,
  );
  const caption = escapeMarkup(table.caption);
  return `<div class="scroll" role="region" tabindex="0" aria-label="${caption}"><table class="${table.id}">
<caption class="visually-hidden">${caption}</caption><colgroup>${columns.join('')}</colgroup>
${head.length === 0 ? '' : `<thead>${head.join('\n')}</thead>\n`}<tbody>${body.join('\n')}</tbody>
${notes.length === 0 ? '' : `<tfoot>${notes.join('')}</tfoot>\n`}</table></div>
`;
}
