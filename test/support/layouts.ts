import type { TableId } from '../../src/law/forms/index.ts';
import { type Grid, gridOf, positions, statisticsGrid } from './grids.ts';
import { type HtmlStyle, htmlOf } from './html-layouts.ts';
import { type SampleReport, tableOfSection } from './sample-model.ts';

/** A way published reports are set. `lossless`: every printed figure can be told for certain from the file. */
export interface Layout {
  readonly name: string;
  readonly fileName: 'report.txt' | 'report.html';
  readonly lossless: boolean;
  readonly write: (report: SampleReport) => string;
}

type TableWriter = (grid: Grid, table: TableId | 'statistics') => string[];

/** The report as plain text, its tables set by `write`, all else one paragraph a line. */
export function textOf(report: SampleReport, write: TableWriter): string {
  const lines: string[] = [];
  if (report.title !== null) lines.push(report.title, '');
  lines.push(...report.preamble);
  for (const section of report.sections) {
    lines.push(section.heading, ...section.paragraphs);
    const table = section.id === null ? undefined : tableOfSection[section.id];
    if (section.table === 'picture') lines.push('[image: 图表]');
    if (table !== undefined && section.table === 'table') lines.push(...write(gridOf(report, table), table));
  }
  lines.push(...report.closing);
  if (report.statistics !== null)
    lines.push(
      '',
      '附件',
      `${report.agency}${report.year}年政府信息公开情况统计表`,
      ...write(statisticsGrid(report.statistics), 'statistics'),
    );
  return `${lines.join('\n')}\n`;
}

const texts = (grid: Grid): string[][] => grid.map((row) => row.map((cell) => cell.text));

/** Every place of the grid, a merged cell in its first one and '' in the rest. */
const expand = (grid: Grid): string[][] =>
  positions(grid).map((row) => row.map((at) => (at !== null && at.dx + at.dy === 0 ? at.cell.text : '')));

/** Where a merged cell goes on below its first row, Word's text has an empty cell. */
const withContinuations = (grid: Grid): string[][] =>
  positions(grid).map((row) =>
    row.flatMap((at) => (at === null || at.dx > 0 ? [] : [at.dy === 0 ? at.cell.text : ''])),
  );

const width = (text: string): number => {
  let n = 0;
  for (const character of text) n += character > '⺀' ? 2 : 1;
  return n;
};
const pad = (text: string, to: number): string => text + ' '.repeat(Math.max(1, to - width(text)));

/** A long label broken over lines as a narrow column breaks it. */
function wrap(text: string, columns: number): string[] {
  const lines: string[] = [''];
  for (const character of text)
    if (width(lines.at(-1)! + character) > columns) lines.push(character);
    else lines[lines.length - 1] += character;
  return lines;
}

/** Columns by spaces as `pdftotext -layout` gives them: labels wrap, figures stand beside the middle line. */
function pdfTable(grid: Grid): string[] {
  const lines: string[] = [];
  for (const row of grid) {
    const labels = row.filter((cell) => cell.id === null);
    const figures = row.filter((cell) => cell.id !== null).map((cell) => cell.text);
    if (figures.length === 0) {
      lines.push(
        labels
          .map((cell) => pad(cell.text, 14))
          .join('')
          .trimEnd(),
        '',
      );
      continue;
    }
    if (labels.length === 0) {
      lines.push(
        figures
          .map((text) => pad(text, 8))
          .join('')
          .trimEnd(),
        '',
      );
      continue;
    }
    const [last, ...groups] = labels.map((cell) => cell.text).reverse();
    for (const group of groups.reverse()) lines.push(`  ${group}`);
    const wrapped = wrap(last ?? '', 38);
    const middle = Math.floor((wrapped.length - 1) / 2);
    wrapped.forEach((part, i) => {
      const side = i === middle ? figures.map((text) => pad(text, 8)).join('') : '';
      lines.push(`    ${pad(part, 44)}${side}`.trimEnd());
    });
    lines.push('');
  }
  return lines;
}

const fullWidth = (text: string): string =>
  text.replace(/^[-+]?[\d.]+$/, (figure) =>
    figure.replace(/[-+.\d]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  );

/** A markdown table a band or block, as converters cut a merged table. */
function markdown(grid: Grid): string[] {
  const rows = expand(grid);
  const line = (row: string[]) => `| ${row.join(' | ')} |`;
  return ['', line(rows[0]!), `|${'---|'.repeat(rows[0]!.length)}`, ...rows.slice(1).map(line), ''];
}

const text = (name: string, write: TableWriter, lossless = true): Layout => ({
  name,
  fileName: 'report.txt',
  lossless,
  write: (report) => textOf(report, write),
});
const html = (name: string, style: HtmlStyle): Layout => ({
  name,
  fileName: 'report.html',
  lossless: true,
  write: (report) => htmlOf(report, style),
});
const cellLines = (rows: string[][]): string[] => rows.flatMap((row) => [...row.map((c) => `\t${c}`), '']);

/** The layouts reports are published in, by name. */
export const layouts: readonly Layout[] = [
  text('tab', (grid) => cellLines(texts(grid))),
  text('tab with empty cells for merges', (grid) => cellLines(withContinuations(grid))),
  text('full-width figures', (grid) => cellLines(texts(grid).map((row) => row.map(fullWidth)))),
  text('rows by pipes', (grid) => texts(grid).map((row) => `${row.join(' | ')} |`)),
  text('cells with trailing pipes', (grid) =>
    texts(grid)
      .flat()
      .map((c) => `${c} |`),
  ),
  text('rows opened by a pipe', (grid) => texts(grid).flatMap((row) => ['|', ...row.map((c) => `${c} |`)])),
  text('pipes on their own lines', (grid) =>
    texts(grid)
      .flat()
      .flatMap((c) => [c, '|']),
  ),
  text('cells between blank lines', (grid) =>
    grid.flat().flatMap((c) => ['', c.id === null ? c.text : ` ${c.text}`]),
  ),
  text('rows by tabs', (grid) => texts(grid).map((row) => row.join('\t'))),
  text('rows by spaces', (grid) => texts(grid).map((row) => row.join(' '))),
  text('markdown', markdown),
  text('pdf columns', pdfTable),
  text('glued', (grid) => [texts(grid).flat().join('')], false),
  html('html', 'plain'),
  html('html from Word', 'word'),
  html('html in shards', 'shards'),
  html('html in site chrome', 'chrome'),
];

/** A layout by its name; an unknown one is an error. */
export function layoutNamed(name: string): Layout {
  const found = layouts.find((layout) => layout.name === name);
  if (found === undefined) throw new Error(`no layout ${name}`);
  return found;
}
