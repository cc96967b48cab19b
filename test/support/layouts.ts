import type { TableId } from '../../src/law/forms/index.ts';
import { docxOf } from './docx-layout.ts';
import { type Grid, gridOf, positions, statisticsGrid } from './grids.ts';
import { type HtmlStyle, htmlOf } from './html-layouts.ts';
import { type SampleReport, tableOfSection } from './sample-model.ts';

/** A way published reports are set. `lossless`: every printed figure can be told for certain from the file. */
export interface FileLayout {
  readonly name: string;
  readonly fileName: 'report.txt' | 'report.html' | 'report.docx';
  readonly lossless: boolean;
  readonly bytes: (report: SampleReport) => Uint8Array;
}

/** A layout whose file is text. */
export interface Layout extends FileLayout {
  readonly fileName: 'report.txt' | 'report.html';
  readonly write: (report: SampleReport) => string;
}

const encoder = new TextEncoder();
const inUtf8 =
  (write: Layout['write']): FileLayout['bytes'] =>
  (report) =>
    encoder.encode(write(report));

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

/** A long label broken over lines as a narrow column breaks it. */
function wrap(text: string, columns: number): string[] {
  const lines: string[] = [''];
  for (const character of text)
    if (width(lines.at(-1)! + character) > columns) lines.push(character);
    else lines[lines.length - 1] += character;
  return lines;
}

/** Cells at their columns, each wrapped to its width; the line of the middle carries the short ones. */
function setColumns(cells: readonly { text: string; at: number; room: number }[]): string[] {
  const wrapped = cells.map((cell) => ({ ...cell, lines: wrap(cell.text, cell.room) }));
  const height = Math.max(...wrapped.map((cell) => cell.lines.length));
  return Array.from({ length: height }, (_, y) =>
    wrapped
      .reduce((line, { lines, at }) => {
        const text = lines[y - Math.floor((height - lines.length) / 2)] ?? '';
        return text === ''
          ? line
          : `${line}${' '.repeat(Math.max(line === '' ? 0 : 1, at - width(line)))}${text}`;
      }, '')
      .trimEnd(),
  );
}

/** Where the columns of a table stand: labels to the left, figures in columns of one width. */
const pdfColumns = {
  disclosure: { labels: 1, left: 24, each: 16 },
  applications: { labels: 3, left: 50, each: 10 },
  appeals: { labels: 0, left: 0, each: 8 },
  statistics: { labels: 1, left: 70, each: 10 },
} as const;

/** Columns by spaces as `pdftotext -layout` gives them: labels wrap, figures stand beside the middle line. */
function pdfTable(grid: Grid, table: keyof typeof pdfColumns): string[] {
  const { labels, left, each } = pdfColumns[table];
  const start = (x: number) => (x < labels ? 4 + x * 6 : left + (x - labels) * each);
  return positions(grid).flatMap((row) => {
    const cells = row.flatMap((place, x) => {
      if (place === null || place.dx > 0 || place.dy > 0 || place.cell.text === '') return [];
      const end = start(x + place.cell.colSpan);
      return [
        {
          text: place.cell.text,
          at: start(x),
          room: Math.max(end - start(x) - 2, x < labels ? left - start(x) - 2 : 4),
        },
      ];
    });
    const groups = cells.filter((cell) => cell.at < left && cell !== cells.findLast((c) => c.at < left));
    return [
      ...groups.map((cell) => ' '.repeat(cell.at) + cell.text),
      ...setColumns(cells.filter((cell) => !groups.includes(cell))),
      '',
    ];
  });
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

function text(name: string, table: TableWriter, lossless = true): Layout {
  const write = (report: SampleReport) => textOf(report, table);
  return { name, fileName: 'report.txt', lossless, write, bytes: inUtf8(write) };
}
function html(name: string, style: HtmlStyle): Layout {
  const write = (report: SampleReport) => htmlOf(report, style);
  return { name, fileName: 'report.html', lossless: true, write, bytes: inUtf8(write) };
}
const cellLines = (rows: string[][]): string[] => rows.flatMap((row) => [...row.map((c) => `\t${c}`), '']);

/** The layouts in text that reports are published in, by name. */
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

/** All of them, Word files included. */
export const fileLayouts: readonly FileLayout[] = [
  ...layouts,
  { name: 'docx', fileName: 'report.docx', lossless: true, bytes: docxOf },
];

/** A layout by its name; an unknown one is an error. */
export function layoutNamed(name: string): Layout {
  const found = layouts.find((layout) => layout.name === name);
  if (found === undefined) throw new Error(`no layout ${name}`);
  return found;
}
