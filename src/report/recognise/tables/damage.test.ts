import { describe, expect, it } from 'vitest';
import { cleanReport } from '../../../../test/support/generate.ts';
import { type Grid, type GridCell, positions, gridOf as sampleGrid } from '../../../../test/support/grids.ts';
import { textOf } from '../../../../test/support/layouts.ts';
import type { SampleReport } from '../../../../test/support/sample-model.ts';
import { readAtOnce } from '../../read/index.ts';
import { readTables } from './index.ts';

const reports: readonly SampleReport[] = [3, 6, 11].map((seed) => cleanReport(seed, { form: '2021' }));
const other = cleanReport(40, { form: '2021' });

/** Cells told with another figure than printed, and how many are told at all. */
function judge(report: SampleReport, fileName: string, content: string): { wrong: string[]; told: number } {
  const { cells } = readTables(readAtOnce(new TextEncoder().encode(content), fileName));
  const wrong: string[] = [];
  let told = 0;
  for (const [id, cell] of Object.entries(cells)) {
    if (cell.status !== 'read' && cell.status !== 'inferred') continue;
    told++;
    const printed = report.cells[id];
    if (printed === undefined || cell.value !== Number(printed)) wrong.push(`${id}: ${cell.value}`);
  }
  return { wrong, told };
}

const isFigure = (cell: string): boolean => /^(?:[-+]?\d[\d.]*)?$/.test(cell);
const texts = (grid: Grid): string[][] => grid.map((row) => row.map((cell) => cell.text));
const repeated = (grid: Grid): string[][] =>
  positions(grid).map((row) => row.map((at) => at?.cell.text ?? ''));
const total = (report: SampleReport): number => Object.keys(report.cells).length;

type Damage = (cell: GridCell, index: number) => { readonly rows: number; readonly columns: number };
const html = (report: SampleReport, damage: Damage, blankRows = false): string =>
  (['disclosure', 'applications', 'appeals'] as const)
    .map((table) => {
      const rows = sampleGrid(report, table).map((row, y) => {
        const cells = row.map((cell) => {
          const { rows: tall, columns } = damage(cell, y);
          return `<td rowspan=${tall} colspan=${columns}>${cell.text}</td>`;
        });
        return `<tr>${cells.join('')}</tr>${blankRows ? '<tr></tr>' : ''}`;
      });
      return `<table>${rows.join('')}</table>`;
    })
    .join('<p>下一张表</p>');

const asPrinted: Damage = (cell) => ({ rows: cell.rowSpan, columns: cell.colSpan });
const pages: readonly (readonly [string, (report: SampleReport) => string])[] = [
  ['without any merges', (r) => html(r, () => ({ rows: 1, columns: 1 }))],
  ['with an empty row after each row', (r) => html(r, asPrinted, true)],
  [
    'with merges one row too tall',
    (r) => html(r, (c) => ({ rows: c.rowSpan > 1 ? c.rowSpan + 1 : 1, columns: c.colSpan })),
  ],
  [
    'with merges one column too wide',
    (r) => html(r, (c) => ({ rows: c.rowSpan, columns: c.colSpan > 1 ? c.colSpan + 1 : 1 })),
  ],
  [
    'with merges one column too narrow',
    (r) => html(r, (c) => ({ rows: c.rowSpan, columns: Math.max(1, c.colSpan - 1) })),
  ],
  [
    'with merges one row too short here and there',
    (r) => html(r, (c, y) => ({ rows: Math.max(1, c.rowSpan - (y % 2)), columns: c.colSpan })),
  ],
];

describe('a page whose merges are drawn wrong', () => {
  it.each(pages)('%s: no figure moves under another head', (_, write) => {
    for (const report of reports) {
      const { wrong, told } = judge(report, 'report.html', write(report));
      expect(wrong).toEqual([]);
      expect(told).toBeGreaterThan(0.9 * total(report));
    }
  });
});

const figures = (row: readonly string[]): string[] => row.filter((c) => c !== '' && isFigure(c));
const labels = (row: readonly string[]): string[] => row.filter((c) => !isFigure(c));

const loose: readonly (readonly [string, (grid: Grid) => string[]])[] = [
  [
    'all labels first, then the rows',
    (g) => [...texts(g).flatMap(labels), ...texts(g).map((r) => figures(r).join(' '))],
  ],
  [
    'figures of two rows after their labels',
    (g) => {
      const rows = texts(g);
      return rows.flatMap((row, y) =>
        y % 2 === 1 || y + 1 === rows.length
          ? [...labels(row), ...(y % 2 === 1 ? figures(rows[y - 1]!) : []), ...figures(row)]
          : labels(row),
      );
    },
  ],
  [
    'the first figures of a row before its label',
    (g) =>
      texts(g).flatMap((row, y) =>
        y % 3 === 0
          ? [...figures(row).slice(0, 2), ...labels(row), ...figures(row).slice(2)]
          : [...labels(row), ...figures(row)],
      ),
  ],
  ['column by column', (g) => repeated(g)[0]!.flatMap((_, x) => repeated(g).map((row) => row[x] ?? ''))],
];

describe('a text whose figures do not follow their labels', () => {
  it.each(loose)('%s: no figure is told for another row', (_, write) => {
    for (const report of reports)
      expect(judge(report, 'report.txt', textOf(report, write)).wrong).toEqual([]);
  });
});

const blank = (report: SampleReport, write: (grid: Grid) => string[]) => {
  const cells = Object.entries(report.cells).map(([id, v], i) => [id, i % 3 === 0 ? '' : v] as const);
  return judge(
    { ...report, cells: Object.fromEntries(cells) } as SampleReport,
    'report.txt',
    textOf({ ...report, cells: Object.fromEntries(cells) } as SampleReport, write),
  );
};
const spread = (grid: Grid): string[][] =>
  positions(grid).map((row) => row.map((at) => (at !== null && at.dx + at.dy === 0 ? at.cell.text : '')));

const trimmed: readonly (readonly [string, (grid: Grid) => string[]])[] = [
  ['tabs, blank ends of lines cut off', (g) => spread(g).map((r) => r.join('\t').trimEnd())],
  ['tabs, merged labels repeated', (g) => repeated(g).map((r) => r.join('\t'))],
  ['one cell a line, merges written out', (g) => spread(g).flat()],
  ['commas', (g) => spread(g).map((r) => r.join(','))],
];

describe('a text with blank cells', () => {
  it.each(trimmed)('%s: no figure is told for its neighbour', (_, write) => {
    for (const report of reports) expect(blank(report, write).wrong).toEqual([]);
  });
});

const quoted = (separator: string) => (g: Grid) =>
  texts(g).map((r) => r.map((c) => `"${c.replaceAll('"', '""')}"`).join(separator));

describe('a text with cells in quotation marks, semicolons or drawn boxes', () => {
  it.each<readonly [string, (grid: Grid) => string[]]>([
    ['quotation marks and tabs', quoted('\t')],
    ['quotation marks and commas', quoted(',')],
    ['double lines', (g) => spread(g).flatMap((r) => [`║ ${r.join(' ║ ')} ║`, '╠════╬════╬════╣'])],
    ['heads repeated in every column', (g) => repeated(g).map((r) => `| ${r.join(' | ')} |`)],
  ])('%s: every figure is told', (_, write) => {
    for (const report of reports) {
      const { wrong, told } = judge(report, 'report.txt', textOf(report, write));
      expect(wrong).toEqual([]);
      expect(told).toBe(total(report));
    }
  });
});

describe('two tables of one kind in a report', () => {
  it.each<readonly [string, (grid: Grid) => string[]]>([
    ['pipes', (g) => spread(g).map((r) => `| ${r.join(' | ')} |`)],
    ['spaces', (g) => texts(g).map((r) => r.join(' '))],
  ])('%s: what they tell differently is nobody’s', (_, write) => {
    for (const report of reports)
      for (const content of [
        `${textOf(report, write)}\n附：上年度数据\n${textOf(other, write)}`,
        `上年度数据\n${textOf(other, write)}\n${textOf(report, write)}`,
      ])
        expect(judge(report, 'report.txt', content).wrong).toEqual([]);
  });
});
