import type { AnnualReport } from '../../domain/annual/report.ts';
import { reportStyle } from './html-style.ts';
import { htmlTable } from './html-table.ts';
import type { LaidSection } from './laid-report.ts';
import { layReport } from './layout.ts';
import { escapeMarkup } from './markup.ts';
import { splitHeading } from './subheading.ts';

function paragraph(text: string): string {
  const [heading, rest] = splitHeading(text);
  return `<p>${heading === '' ? '' : `<b>${escapeMarkup(heading)}</b>`}${escapeMarkup(rest)}</p>\n`;
}

const heading = (text: string): string => (text === '' ? '' : `<h2>${escapeMarkup(text)}</h2>\n`);

const section = (laid: LaidSection, name: string): string =>
  heading(laid.heading) +
  laid.paragraphs.map(paragraph).join('') +
  laid.tables.map((table, i) => htmlTable(table, `${name}${'abc'[i] ?? 'd'}`)).join('');

/** A page that stands by itself: no script, no request to anywhere. `body` is what stands in its main part. */
export const htmlPage = (title: string, style: string, body: string): string => `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(title)}</title><style>${style}</style></head>
<body><main>
${body}</main></body></html>
`;

/** A report as one self-contained, accessible page in the statutory layout. Text in UTF-8. */
export function renderHtml(report: AnnualReport): string {
  const laid = layReport(report);
  const closing = laid.closing.map((line) => `<p>${escapeMarkup(line)}</p>\n`).join('');
  return htmlPage(
    laid.title,
    reportStyle,
    `<h1>${escapeMarkup(laid.title)}</h1>
${laid.preamble.map(paragraph).join('')}${laid.sections.map((each, i) => section(each, `s${i}`)).join('')}${
  closing === '' ? '' : `<div class="closing">\n${closing}</div>\n`
}${laid.attachments.map((each, i) => section(each, `t${i}`)).join('')}`,
  );
}
