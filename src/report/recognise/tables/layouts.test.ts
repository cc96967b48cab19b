import { describe, expect, it } from 'vitest';
import { cleanReport, randomOf } from '../../../../test/support/generate.ts';
import { type Grid, positions } from '../../../../test/support/grids.ts';
import { layouts as published, textOf } from '../../../../test/support/layouts.ts';
import type { SampleReport } from '../../../../test/support/sample-model.ts';
import { readAtOnce } from '../../read/index.ts';
import { readTables } from './index.ts';

/** A layout as this test needs it. */
interface Layout {
  readonly name: string;
  readonly fileName: string;
  readonly lossless: boolean;
  readonly write: (report: SampleReport) => Uint8Array;
}
const bytes = (content: string): Uint8Array => new TextEncoder().encode(content);
const layouts: readonly Layout[] = published
  .filter((l) => l.fileName.endsWith('.txt') || l.fileName.endsWith('.html'))
  .map((l) => ({
    name: l.name,
    fileName: l.fileName,
    lossless: l.lossless,
    write: (report) => bytes(l.write(report)),
  }));

const texts = (grid: Grid): string[][] => grid.map((row) => row.map((cell) => cell.text));
/** Merges written out: the text in the first place, '' in the others. */
const spread = (grid: Grid): string[][] =>
  positions(grid).map((row) => row.map((at) => (at !== null && at.dx + at.dy === 0 ? at.cell.text : '')));
const text = (name: string, write: (grid: Grid) => string[], lossless = true): Layout => ({
  name,
  fileName: 'report.txt',
  lossless,
  write: (report) => bytes(textOf(report, write)),
});
const isFigure = (cell: string): boolean => /^(?:[-+]?\d[\d.]*)?$/.test(cell);

const more: readonly Layout[] = [
  text('markdown with merges written out', (g) => spread(g).map((r) => `| ${r.join(' | ')} |`)),
  text('pipes between cells only', (g) => texts(g).map((r) => r.join(' | '))),
  text('pipes between cells only, merges written out', (g) => spread(g).map((r) => r.join('|'))),
  text('box drawing', (g) => spread(g).flatMap((r) => [`│ ${r.join(' │ ')} │`, '├────┼────┤'])),
  text('tabs, merges written out', (g) => spread(g).map((r) => r.join('\t'))),
  text('a tab after each cell', (g) => texts(g).flatMap((r) => r.map((c) => `${c}\t`))),
  text('commas', (g) => texts(g).map((r) => r.join(','))),
  text('no-break spaces', (g) => texts(g).map((r) => r.join('\u00a0'))),
  text('ideographic spaces', (g) => texts(g).map((r) => r.join('　'))),
  text('one cell a line', (g) => texts(g).flat()),
  text('one cell a line, an empty line after each row', (g) => texts(g).flatMap((r) => [...r, ''])),
  text('all in one line', (g) => [texts(g).flat().join(' ')]),
  text('ordinals dropped', (g) =>
    texts(g).map((r) => r.map((c) => (isFigure(c) ? c : c.replace(/^(（.）|.、|\d\.)/, ''))).join(' | ')),
  ),
  text('a serial number before each row', (g) => texts(g).map((r, i) => [String(i + 1), ...r].join(' | '))),
  text('a remark after each row', (g) =>
    texts(g).map((r, i) => `${[...r, i === 1 ? '备注' : ''].join(' | ')} |`),
  ),
  text('captions', (g) => ['表格 1', ...texts(g).map((r) => `${r.join(' | ')} |`), '']),
  text('labels broken over lines', (g) =>
    texts(g).flatMap((r) => [...r.map((c) => `\t${isFigure(c) ? c : c.replace(/(.{4})/g, '$1\n')}`), '']),
  ),
  text('labels spaced out', (g) =>
    texts(g).map((r) => r.map((c) => (isFigure(c) ? c : [...c].join(' '))).join(' | ')),
  ),
  text('repeated cells deleted', (g) => [...new Set(texts(g).flat())], false),
  text('repeated cells of a row deleted', (g) => texts(g).map((r) => [...new Set(r)].join(' ')), false),
  text('blank cells deleted', (g) => texts(g).map((r) => r.filter((c) => c !== '').join(' ')), false),
  text(
    'cells lost here and there',
    (g) => texts(g).map((r, y) => r.filter((_, x) => (y * 7 + x * 13) % 11 !== 0).join(' ')),
    false,
  ),
  text(
    'lines lost here and there',
    (g) =>
      texts(g)
        .flat()
        .filter((_, k) => (k * 7919) % 17 !== 0),
    false,
  ),
];

type Change =
  | 'clean'
  | 'blank cells'
  | 'broken identities'
  | 'signs for none'
  | 'a column missing'
  | 'rows missing';
const changes: readonly Change[] = [
  'clean',
  'blank cells',
  'broken identities',
  'signs for none',
  'a column missing',
  'rows missing',
];

/** Where cells were lost at random, blank cells and missing rows or columns would leave a table that looks whole. */
const possible = (layout: Layout): readonly Change[] =>
  layout.lossless ? changes : ['clean', 'broken identities', 'signs for none'];

interface Case {
  readonly report: SampleReport;
  /** By cell what is printed; null where nothing is. */
  readonly truth: Readonly<Record<string, number | null>>;
}

/** A report with its figures or labels changed at random. */
function changed(seed: number, change: Change): Case {
  const random = randomOf(seed * 31 + change.length);
  const report = cleanReport(seed, { prose: 120, form: seed % 2 === 0 ? '2021' : '2019' });
  const cells = { ...report.cells };
  const labels: Record<string, string | null> = {};
  const signs = ['无', '—', '/', '-', '零', '——'];
  for (const id of Object.keys(cells)) {
    const draw = random();
    if (change === 'blank cells' && draw < 0.3) cells[id] = '';
    if (change === 'broken identities' && draw < 0.05) cells[id] = String(Math.floor(random() * 500));
    if (change === 'signs for none' && draw < 0.2) cells[id] = signs[Math.floor(random() * 6)]!;
  }
  const gone: string[] = [];
  if (change === 'a column missing') {
    const column = ['business', 'research', 'nonprofit', 'legalService', 'otherOrg'][
      Math.floor(random() * 5)
    ]!;
    labels[`column applications.${column}`] = null;
    gone.push(`.${column}`);
  }
  if (change === 'rows missing')
    for (const id of Object.keys(cells)) {
      const row = id.slice(0, id.lastIndexOf('.'));
      if (!row.startsWith('appeals') && !(`row ${row}` in labels) && random() < 0.01) {
        labels[`row ${row}`] = null;
        gone.push(`${row}.`);
      }
    }
  const truth = Object.fromEntries(
    Object.entries(cells).map(([id, printed]) => {
      const lost = gone.some((part) =>
        part.startsWith('.') ? id.startsWith('applications') && id.endsWith(part) : id.startsWith(part),
      );
      return [id, lost || printed === '' ? null : isFigure(printed) ? Number(printed) : 0];
    }),
  );
  return { report: { ...report, cells, labels }, truth };
}

function read(layout: Layout, report: SampleReport) {
  return readTables(readAtOnce(layout.write(report), layout.fileName));
}

describe('tables in layouts of every kind', () => {
  for (const layout of [...layouts, ...more])
    it.each(possible(layout))(`${layout.name}: no wrong figure with %s`, (change) => {
      for (const seed of [1, 2, 3]) {
        const { report, truth } = changed(seed, change);
        const { cells } = read(layout, report);
        for (const [id, value] of Object.entries(truth)) {
          const cell = cells[id];
          if (cell?.status === 'read' || cell?.status === 'inferred')
            expect(cell.value, `${seed} ${id} “${cell.text}”`).toBe(value);
        }
      }
    });

  for (const layout of [...layouts, ...more].filter((l) => l.lossless))
    it(`${layout.name}: every figure is told`, () => {
      for (const change of ['clean', 'broken identities'] as const) {
        const { report, truth } = changed(4, change);
        const { cells, form, labels } = read(layout, report);
        expect(form).toBe('2021');
        expect(labels).toEqual([]);
        const lost = Object.entries(truth).filter(([id, value]) => cells[id]?.value !== value);
        expect(lost).toEqual([]);
      }
    });

  it.each([
    'tab',
    'cells with trailing pipes',
    'rows by pipes',
    'cells between blank lines',
    'html',
    'one cell a line',
  ])('%s: a blank cell is blank, never 0', (name) => {
    const layout = [...layouts, ...more].find((l) => l.name === name)!;
    const { report, truth } = changed(2, 'blank cells');
    const { cells } = read(layout, report);
    const blank = Object.entries(truth).filter(
      ([id, value]) => value === null && id.startsWith('applications'),
    );
    expect(blank.length).toBeGreaterThan(20);
    for (const [id] of blank) expect(cells[id]?.status, id).toBe('blank');
  });
});
