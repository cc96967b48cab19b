import { type FindingsSheet, legend, type SheetItem } from './findings-sheet.ts';
import { htmlPage } from './html.ts';
import { markStyle, reportStyle } from './html-style.ts';
import { htmlTable } from './html-table.ts';
import { escapeMarkup, ringed } from './markup.ts';

const sheetStyle = `${reportStyle}${markStyle}u{text-decoration-thickness:2px;text-underline-offset:3px}
h3{font:400 1.125rem/1.8 KaiTi,"楷体","Noto Serif CJK SC",serif;margin:1rem 0 .25rem}
dl{display:grid;grid-template-columns:6em 1fr;margin:0 0 1rem;border:1px solid #44525d;font-size:1rem}dt,dd{margin:0;padding:.25rem .5rem;border-bottom:1px solid #dce2e6;overflow-wrap:anywhere}
table.list{min-width:40rem;font-size:.9375rem}table.list td,table.list th{text-align:left;vertical-align:top;padding:.375rem .5rem}table.list p{text-indent:0}
.number{white-space:nowrap;font-weight:700}.legend{text-indent:0;font-size:.875rem}.sign{display:grid;grid-template-columns:1fr 1fr;gap:1rem;margin-top:2rem}.sign p{text-indent:0}
@media print{table.list{font-size:10.5pt;line-height:1.4;min-width:0}dl{font-size:10.5pt;line-height:1.6}}
@media (max-width:40rem){.sign{grid-template-columns:1fr}}`;

const p = (text: string): string => `<p>${escapeMarkup(text)}</p>`;

const sentence = ({ quote }: SheetItem): string =>
  quote === null
    ? ''
    : `<p>原文：“${escapeMarkup(quote.before)}<u>${escapeMarkup(quote.words)}</u>${escapeMarkup(quote.after)}”</p>`;

const itemRow = (item: SheetItem): string =>
  `<tr id="f${item.number}"><th scope="row" class="number">${ringed(item.number)}</th><td>${(item.places.length === 0 ? ['全文'] : item.places).map(p).join('')}${sentence(item)}</td><td><p><strong>${escapeMarkup(item.rule)}（${item.code}）</strong></p>${p(item.message)}${item.todo.map((todo) => p(`怎么改：${todo}`)).join('')}${item.basis.length === 0 ? '' : p(`依据：${item.basis.join('；')}`)}</td></tr>`;

const groupTable = ({ heading, items }: FindingsSheet['groups'][number]): string =>
  `<h3>${escapeMarkup(heading)}</h3>
<div class="scroll" role="region" tabindex="0" aria-label="${escapeMarkup(heading)}"><table class="list"><colgroup><col style="width:8%"><col style="width:32%"><col style="width:60%"></colgroup>
<thead><tr><th scope="col">序号</th><th scope="col">位置</th><th scope="col">问题和修改要求</th></tr></thead>
<tbody>${items.map(itemRow).join('\n')}</tbody></table></div>
`;

/** A findings sheet as one self-contained page. */
export function findingsHtml(sheet: FindingsSheet): string {
  const facts = sheet.facts
    .map(([label, value]) => `<dt>${label}</dt><dd>${escapeMarkup(value)}</dd>`)
    .join('');
  const tables = sheet.tables.map(
    ({ heading, table }, i) =>
      `<h3>${escapeMarkup(heading)}</h3>\n${htmlTable(table, `s${i}-`, sheet.marks)}`,
  );
  return htmlPage(
    sheet.title,
    sheetStyle,
    `<h1>${sheet.title}</h1>
<dl>${facts}</dl>
${p(sheet.summary)}
${sheet.groups.length === 0 ? '' : '<h2>一、需要修改的地方</h2>\n'}${sheet.groups.map(groupTable).join('')}${
  tables.length === 0 ? '' : `<h2>二、表格中的位置</h2>\n${tables.join('')}<p class="legend">${legend}</p>\n`
}<div class="sign">${sheet.signature.map(p).join('')}</div>
`,
  );
}
