import { annualForms, type TableId } from '../../src/law/forms/index.ts';
import { cleanReport, randomOf } from './generate.ts';
import { type Grid, type GridCell, gridOf } from './grids.ts';
import { type SampleReport, tableOfSection } from './sample-model.ts';

/** What stands where the form has 0: the figure, nothing, a sign, or now one and now another. */
export type Gaps = 'full' | 'blanks' | 'signs' | 'mixed';

const SIGNS = ['—', '/', '无', '-'];

/** A clean report some of whose noughts are printed otherwise, with decimals and figures of five digits. */
export function gappedReport(seed: number, form: '2019' | '2021', gaps: Gaps): SampleReport {
  const report = cleanReport(seed, { form, prose: 600 });
  if (gaps === 'full') return report;
  const random = randomOf(seed * 7 + 1);
  const sign = SIGNS[Math.floor(random() * SIGNS.length)]!;
  const cells = { ...report.cells };
  for (const { id } of annualForms[form].cells) {
    if (cells[id] !== '0') continue;
    const drawn = random();
    if (gaps === 'blanks') cells[id] = drawn < 0.8 ? '' : '0';
    else if (gaps === 'signs') cells[id] = sign;
    else if (drawn < 0.7) cells[id] = drawn < 0.3 ? '' : SIGNS[Math.floor(random() * SIGNS.length)]!;
  }
  return { ...report, cells };
}

/** How a page of tables without all of its lines is set. */
export interface OpenLook {
  readonly name: string;
  readonly css: string;
  /** Rows of the head come again on each page. */
  readonly repeat?: boolean;
  /** The names of columns stand one character below another. */
  readonly stacked?: boolean;
}

const page = (rest: string) => `@page{${rest}}`;
const A4 = page('size:A4;margin:20mm 15mm');
const WIDE = page('size:A4 landscape;margin:15mm');
const base = `${A4}body{font:12pt/1.6 "Noto Serif CJK SC",serif}table{border-collapse:collapse;width:100%;font-size:9pt;line-height:1.3;margin:6pt 0}td{padding:2pt 3pt;text-align:center;vertical-align:middle}`;
const looks: readonly (readonly [string, string, Partial<OpenLook>?])[] = [
  ['centred', ''],
  ['left', 'td{text-align:left}'],
  ['figures right', 'td.f{text-align:right}td.l{text-align:left}'],
  ['all right', 'td{text-align:right}td.l{text-align:left}'],
  ['heads left, figures right', 'td{text-align:left}td.f{text-align:right}'],
  ['figures left', 'td.f{text-align:left}'],
  ['labels left', 'td.l{text-align:left}'],
  ['top', 'td{vertical-align:top}td.l{text-align:left}'],
  ['bottom', 'td{vertical-align:bottom}'],
  ['label top, figures bottom', 'td.l{text-align:left;vertical-align:top}td.f{vertical-align:bottom}'],
  ['zebra rows', 'tr:nth-child(even){background:#eee}'],
  ['zebra cells', 'table{border-collapse:separate;border-spacing:2px}tr:nth-child(even) td{background:#eee}'],
  ['grounds', 'table{border-collapse:separate;border-spacing:2px}td{background:#e8eef8}'],
  ['head ground', 'td.h{background:#dde}td.l{text-align:left}'],
  ['three lines', 'table{border-top:1.5pt solid;border-bottom:1.5pt solid}td.h{border-bottom:.5pt solid}'],
  ['level lines', 'td{border-bottom:.5pt solid}td.l{text-align:left}'],
  ['dotted level lines', 'td{border-bottom:1px dotted #555}'],
  ['dashed grid', 'td{border:1px dashed #555}'],
  ['dotted grid', 'td{border:1px dotted #555}'],
  ['frame', 'table{border:1pt solid}'],
  ['frame and level lines', 'table{border:1pt solid}td{border-bottom:.5pt solid}'],
  ['upright lines', 'td{border-left:.5pt solid;border-right:.5pt solid}'],
  ['frame and uprights', 'table{border:1pt solid}td{border-left:.5pt solid}'],
  ['head lines', 'td.h{border:.5pt solid}'],
  ['head lines, figures right', 'td.h{border:.5pt solid}td.f{text-align:right}'],
  ['label lines', 'td.l{border:.5pt solid;text-align:left}'],
  ['white lines', 'td{border:1pt solid #fff;background:#f0f0f0}'],
  ['hair lines grey', 'td{border-bottom:.25pt solid #ccc}'],
  ['landscape', WIDE],
  ['landscape right', `${WIDE}td.f{text-align:right}td.l{text-align:left}`],
  ['tight', 'td{padding:0 1pt}table{font-size:7.5pt;line-height:1.1}'],
  ['tight right', 'td{padding:0 1pt}td.f{text-align:right}table{font-size:7.5pt;line-height:1.1}'],
  ['small', 'table{font-size:5.5pt;line-height:1.15}td{padding:1pt}'],
  ['large', 'table{font-size:12pt}td{padding:3pt 1pt}td.l{text-align:left}', { repeat: true }],
  ['large without repeat', 'table{font-size:12pt}td{padding:3pt 1pt}'],
  ['broken rows', 'table{font-size:11pt}td.l{text-align:left}tr{break-inside:auto}'],
  ['repeated heads', 'body{font-size:16pt}', { repeat: true }],
  ['stacked heads', 'td.h{line-height:1.05}', { stacked: true }],
  ['stacked heads right', 'td.f{text-align:right}', { stacked: true }],
  ['vertical heads', 'td.c{writing-mode:vertical-rl}'],
  ['turned heads', 'td.c{writing-mode:sideways-lr;writing-mode:vertical-rl;text-orientation:sideways}'],
  ['narrow labels', 'td.i{width:14%}td.g{width:7%}td.l{text-align:left}'],
  ['narrow labels centred', 'td.i{width:14%}td.g{width:7%}'],
  ['wide labels', 'td.i{white-space:nowrap}td.l{text-align:left}'],
  ['natural width', 'table{width:auto;margin:0 auto}'],
  ['natural width, left', 'table{width:auto}td{text-align:left}'],
  ['fixed columns', 'table{table-layout:fixed}td.l{text-align:left}'],
  ['sans', 'body{font-family:"Noto Sans CJK SC"}td.f{font-family:"DejaVu Sans","Noto Sans CJK SC"}'],
  ['spaced', 'td{letter-spacing:.5pt;padding:5pt}'],
  ['figures in other type', 'td.f{font-family:monospace;font-size:10pt}td.l{text-align:left}'],
];

export const openLooks: readonly OpenLook[] = looks.map(([name, css, rest]) => ({
  name,
  css: base + css,
  ...rest,
}));

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Rows of the head a table begins with. */
const headRows = (id: TableId): number => (id === 'applications' || id === 'appeals' ? 3 : 0);

function kindOf(cell: GridCell, row: number, column: number, id: TableId): string {
  if (cell.id !== null) return 'f';
  const head = row < headRows(id) || (id === 'disclosure' && (cell.colSpan === 4 || isName(cell)));
  if (!head) return cell.colSpan > 1 ? 'l' : column === 0 ? 'l a' : /^（/.test(cell.text) ? 'l g' : 'l i';
  const note = id === 'applications' && row === 0 && column === 0;
  return note ? 'h n' : id !== 'disclosure' && cell.colSpan === 1 ? 'h c' : 'h';
}
const isName = ({ text }: GridCell): boolean => /数量|件数|金额|信息内容|增/.test(text);

function cellOf(cell: GridCell, kind: string, look: OpenLook): string {
  const spans =
    (cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : '') +
    (cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '');
  const text = look.stacked && kind === 'h c' ? [...cell.text].map(escaped).join('<br>') : escaped(cell.text);
  return `<td class="${kind}"${spans}>${text}</td>`;
}

function tableOf(grid: Grid, id: TableId, look: OpenLook): string {
  const rows = grid.map(
    (row, y) => `<tr>${row.map((cell, x) => cellOf(cell, kindOf(cell, y, x, id), look)).join('')}</tr>`,
  );
  const heads = look.repeat ? headRows(id) : 0;
  const head = heads > 0 ? `<thead>${rows.slice(0, heads).join('\n')}</thead>` : '';
  return `<table>${head}<tbody>\n${rows.slice(heads).join('\n')}\n</tbody></table>`;
}

/** The report as a page of that look. */
export function openPage(report: SampleReport, look: OpenLook): string {
  const body = [`<h2 style="text-align:center">${escaped(report.title ?? '')}</h2>`];
  const paragraph = (text: string) => body.push(`<p>${escaped(text)}</p>`);
  report.preamble.forEach(paragraph);
  for (const section of report.sections) {
    paragraph(section.heading);
    section.paragraphs.forEach(paragraph);
    const id = section.id === null ? undefined : tableOfSection[section.id];
    if (id !== undefined) body.push(tableOf(gridOf(report, id), id, look));
  }
  report.closing.forEach(paragraph);
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><style>${look.css}</style></head><body>${body.join('\n')}</body></html>`;
}
