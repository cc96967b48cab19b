import { type Grid, type GridCell, gridOf, positions, statisticsGrid } from './grids.ts';
import { type SampleReport, tableOfSection } from './sample-model.ts';

/** plain: one table each · word: runs split as Word saves them · shards: tables cut up · chrome: inside a site's page. */
export type HtmlStyle = 'plain' | 'word' | 'shards' | 'chrome';

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Word breaks a run wherever the caret once stood; here after the first character and between script changes. */
function wordRuns(text: string): string {
  if (text === '') return '<span><o:p>&nbsp;</o:p></span>';
  const runs = text.split(/(?<=[^\d.])(?=[\d.])|(?<=[\d.])(?=[^\d.])/);
  const [first = '', ...rest] = runs;
  const opening = /^\d/.test(first)
    ? `<span>${escapeHtml(first)}</span>`
    : `<span>${escapeHtml(first.slice(0, 1))}</span><span>${escapeHtml(first.slice(1))}</span>`;
  return `${opening}${rest
    .map((run) =>
      /^\d/.test(run)
        ? `<span lang="EN-US" style="font-family:&quot;Times New Roman&quot;">${escapeHtml(run)}</span>`
        : `<span style="font-family:仿宋_GB2312">${escapeHtml(run)}</span>`,
    )
    .join('')}<span><o:p></o:p></span>`;
}

const paragraph = (text: string, style: HtmlStyle): string =>
  style === 'word'
    ? `<p class="MsoNormal" style="text-indent:32.0pt">${wordRuns(text)}</p>`
    : `<p style="text-indent: 2em;">${escapeHtml(text)}</p>`;

function cellHtml(cell: GridCell, style: HtmlStyle): string {
  const spans =
    (cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : '') +
    (cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '');
  const inner =
    style === 'word'
      ? `<p class="MsoNormal" align="center" style="text-align:center;line-height:20.0pt">${wordRuns(cell.text)}</p>`
      : `<p>${cell.text === '' ? '&nbsp;' : escapeHtml(cell.text)}</p>`;
  const borders =
    style === 'word' ? ' style="border:solid windowtext 1.0pt;padding:0cm 5.4pt 0cm 5.4pt"' : '';
  return `<td${spans}${borders}>${inner}</td>`;
}

const tableHtml = (grid: Grid, style: HtmlStyle): string =>
  `<table border="1" cellspacing="0"><tbody>\n${grid
    .map((row) => `<tr>${row.map((cell) => cellHtml(cell, style)).join('')}</tr>`)
    .join('\n')}\n</tbody></table>`;

/** Cuts a table every ten rows, as page breaks do: a merged cell goes on, empty, in the next part. */
function shards(grid: Grid): Grid[] {
  const parts: Grid[] = [];
  const placed = positions(grid);
  for (let top = 0; top < grid.length; top += 10) {
    const rows = placed.slice(top, top + 10);
    parts.push(
      rows.map((row, y) =>
        row.flatMap((at): GridCell[] => {
          if (at === null || at.dx > 0 || (at.dy > 0 && y > 0)) return [];
          const { cell, dy } = at;
          const rowSpan = Math.min(cell.rowSpan - dy, rows.length - y);
          return [{ ...cell, rowSpan, text: dy > 0 ? '' : cell.text }];
        }),
      ),
    );
  }
  return parts;
}

const navigation = ['首页', '政务公开', '办事服务', '互动交流', '走进临溪', '数据开放'];
const before = `<div class="top"><a href="#main">跳到正文</a><ul>${navigation
  .map((name) => `<li><a href="/${name}/">${name}</a></li>`)
  .join(
    '',
  )}</ul></div><div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; 年度报告</div>`;
const after =
  '<div class="share">分享到： <a>微信</a> <a>微博</a> <a onclick="window.print()">打印本页</a> <a>关闭窗口</a></div>' +
  '<div class="footer"><p>主办单位：临溪县人民政府办公室　网站标识码：0000000000</p><p><a>网站地图</a> | <a>联系我们</a></p></div>';

/** The report as a page. */
export function htmlOf(report: SampleReport, style: HtmlStyle): string {
  const body: string[] = [];
  const table = (grid: Grid) => {
    for (const part of style === 'shards' ? shards(grid) : [grid]) body.push(tableHtml(part, style));
  };
  body.push(...report.preamble.map((text) => paragraph(text, style)));
  for (const section of report.sections) {
    body.push(paragraph(section.heading, style), ...section.paragraphs.map((text) => paragraph(text, style)));
    const id = section.id === null ? undefined : tableOfSection[section.id];
    if (section.table === 'picture') body.push('<p><img src="table.png" alt=""></p>');
    if (id !== undefined && section.table === 'table') table(gridOf(report, id));
  }
  body.push(...report.closing.map((text) => paragraph(text, style)));
  if (report.statistics !== null) {
    body.push(paragraph(`${report.agency}${report.year}年政府信息公开情况统计表`, style));
    table(statisticsGrid(report.statistics));
  }
  return page(report, body.join('\n'), style);
}

function page(report: SampleReport, body: string, style: HtmlStyle): string {
  const title = report.title === null ? '' : `<h1>${escapeHtml(report.title)}</h1>`;
  const article = `<article id="main">${title}\n${body}\n</article>`;
  return (
    `<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(report.title ?? '')}</title>` +
    `<style>td{padding:2px}</style></head><body>\n${style === 'chrome' ? before : ''}${article}` +
    `${style === 'chrome' ? after : ''}\n</body></html>\n`
  );
}
