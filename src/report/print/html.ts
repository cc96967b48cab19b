import type { AnnualReport, Finding } from '../../domain/annual/report.ts';
import { asPrinted, headingOf, legend } from '../render/findings-sheet.ts';
import { markStyle, tableStyle } from '../render/html-style.ts';
import { htmlTable } from '../render/html-table.ts';
import { tablesOf } from '../render/laid-report.ts';
import { layReport } from '../render/layout.ts';
import { bySeverity, marksOf } from '../render/marks.ts';
import { escapeMarkup, ringed } from '../render/markup.ts';
import { countsText, summaryText } from './pretty.ts';
import { placeText, ruleName, severityNames } from './words.ts';

const line = (name: string, text: string): string => `<p class="${name}">${escapeMarkup(text)}</p>`;

/** Shape and word beside colour; nothing newer than the browsers of offices (Chromium 86). */
const style = `body{margin:0 auto;max-width:60rem;padding:16px;font:16px/1.8 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1d2429}
h1{font-size:28px;line-height:1.35}h2{font-size:18px;margin:32px 0 4px;overflow-wrap:anywhere}ol{margin:0;padding:0;list-style:none}
li{border-left:4px solid #5d6b75;padding:4px 12px;margin:8px 0;background:#f6f8f9}li.error{border-color:#b3261e}li.warning{border-color:#8a5a00}
p{margin:0}.what{font-weight:700}.basis,.counts{color:#4a565e;font-size:14px}footer{border-top:1px solid #c6ced3;margin-top:32px;padding-top:8px}
summary{cursor:pointer;padding:4px 0}h3{font-size:16px;margin:16px 0 4px}
@media print{li{break-inside:avoid}}
${tableStyle}${markStyle}`;

/** Everything before the first report: a page that stands by itself, without script. */
export const htmlHead = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>年度报告检查结果</title><style>${style}</style></head>
<body><main><h1>年度报告检查结果</h1>
`;

/** One finding as an item of its report's list; its number, from 1, stands in the cells it speaks of. */
export function htmlFinding(finding: Finding, number: number): string {
  const { severity, code, message, related, basis, suggestions } = finding;
  const head = `${ringed(number)} ${severityNames[severity]} ${code} ${ruleName(finding)}`;
  const place = placeText(finding.at);
  return `<li class="${severity}">${[
    line('what', place === '' ? head : `${head}　${place}`),
    line('message', message),
    ...related.map((r) => line('related', `${placeText(r.at)}　${r.message}`)),
    ...suggestions.map((suggestion) => line('suggestion', `建议：${suggestion}`)),
    ...(basis.length === 0
      ? []
      : [line('basis', `依据：${basis.map((b) => `${b.instrument}${b.article}`).join('；')}`)]),
  ].join('')}</li>\n`;
}

/** Whether the tables with marked cells are shown, folded up, or left out, as a page of thousands of reports must. */
export type HtmlTables = 'open' | 'folded' | 'none';

/** The tables of a report with the cells marked that its findings speak of; empty where none is. */
function markedTables(report: AnnualReport, tables: HtmlTables): string {
  const marks = tables === 'none' ? null : marksOf(report, report.findings);
  if (marks === null || marks.size === 0) return '';
  const marked = tablesOf(layReport(report)).filter(({ rows }) =>
    rows.some((row) => row.some(({ cell }) => cell !== null && marks.has(cell))),
  );
  if (marked.length === 0) return '';
  const shown = marked.map(
    (table) =>
      `<h3>${escapeMarkup(headingOf(table))}</h3>${htmlTable(asPrinted(table, report, marks), null, marks)}`,
  );
  return `<details${tables === 'open' ? ' open' : ''}><summary>有问题的数据格（${marks.size} 格）</summary>
${shown.join('')}${line('basis', legend)}</details>
`;
}

/** A report with its findings by severity, its list left open for more; `htmlEnd` closes it. */
export function htmlReport(report: AnnualReport, tables: HtmlTables): string {
  const { agency, year, source } = report;
  const findings = bySeverity(report.findings);
  const title = `${agency?.name ?? '机关不明'}　${year === null ? '年度不明' : `${year}年`}`;
  return `<section><h2>${escapeMarkup(title)}</h2>${line('counts', `${source.file}：${countsText(findings)}`)}${markedTables({ ...report, findings }, tables)}<ol>
${findings.map((finding, i) => htmlFinding(finding, i + 1)).join('')}`;
}

export const htmlEnd = '</ol></section>\n';

/** Everything after the last report. */
export const htmlTail = (summary: Parameters<typeof summaryText>[0]): string =>
  `</main><footer>${escapeMarkup(summaryText(summary))}</footer></body></html>\n`;
