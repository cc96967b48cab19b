import { describe, expect, it } from 'vitest';
import { cleanReport } from '../../../../test/support/generate.ts';
import { type Grid, type GridCell, positions, gridOf as sampleGrid } from '../../../../test/support/grids.ts';
import { readAtOnce } from '../../read/index.ts';
import { readTables, type TablesReading } from './index.ts';

const label = (text: string, colSpan = 1, rowSpan = 1): GridCell => ({ text, id: null, rowSpan, colSpan });
const html = (grid: Grid): string =>
  `<table>${grid
    .map(
      (row) =>
        `<tr>${row.map((c) => `<td colspan=${c.colSpan} rowspan=${c.rowSpan}>${c.text}</td>`).join('')}</tr>`,
    )
    .join('')}</table>`;
/** Merges written out, a label in each of its places, a figure in its first. */
const spread = (grid: Grid): Grid =>
  positions(grid).map((row) =>
    row.map((at) => {
      if (at === null) return label('');
      const first = at.dx + at.dy === 0;
      return { ...at.cell, text: first || at.cell.id === null ? at.cell.text : '', colSpan: 1, rowSpan: 1 };
    }),
  );
const turned = (grid: Grid): Grid => spread(grid)[0]!.map((_, x) => spread(grid).map((row) => row[x]!));
const names = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
/** One head row, the columns in another order or fewer. */
const flat = (grid: Grid, order: readonly number[]): Grid => [
  [label('项目'), ...order.map((i) => label(names[i]!))],
  ...spread(grid)
    .slice(3)
    .map((row) => [row.slice(0, 3).findLast((c) => c.text !== '')!, ...order.map((i) => row[3 + i]!)]),
];

type Three = { readonly disclosure: Grid; readonly applications: Grid; readonly appeals: Grid };
const { cells } = cleanReport(6, { form: '2021', prose: 100 });
const report = { ...cleanReport(6, { form: '2021', prose: 100 }), cells };
const three: Three = {
  disclosure: sampleGrid(report, 'disclosure'),
  applications: sampleGrid(report, 'applications'),
  appeals: sampleGrid(report, 'appeals'),
};
const page = (parts: readonly string[]): TablesReading =>
  readTables(
    readAtOnce(new TextEncoder().encode(`<html><body>${parts.join('\n')}</body></html>`), 'report.html'),
  );
const withTable3 = (grid: Grid): TablesReading =>
  page([html(three.disclosure), html(grid), html(three.appeals)]);
const values = (reading: TablesReading): Record<string, number | null> =>
  Object.fromEntries(Object.entries(reading.cells).map(([id, cell]) => [id, cell.value]));
const truth = Object.fromEntries(Object.entries(cells).map(([id, text]) => [id, Number(text)]));

describe('printed grids', () => {
  const figures = three.appeals[3]!;
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'].map((t) => label(t));
  it.each<[string, () => TablesReading]>([
    [
      'as the form prints them',
      () => page([html(three.disclosure), html(three.applications), html(three.appeals)]),
    ],
    [
      'with merges written out',
      () => page([three.disclosure, three.applications, three.appeals].map((g) => html(spread(g)))),
    ],
    [
      'with table 三 in another order of columns',
      () => withTable3(flat(three.applications, [6, 0, 2, 1, 3, 5, 4])),
    ],
    ['with table 三 turned', () => withTable3(turned(three.applications))],
    [
      'with a serial column',
      () => withTable3(three.applications.map((row, i) => [label(i < 3 ? '' : String(i)), ...row])),
    ],
    [
      'with a column of remarks',
      () => withTable3(three.applications.map((row, i) => [...row, label(i === 0 ? '备注' : '')])),
    ],
    [
      'with the head of table 三 one column narrow',
      () =>
        withTable3(
          three.applications.map((row, i) => (i === 0 ? [label(row[0]!.text, 2, 3), row[1]!] : row)),
        ),
    ],
    [
      'with table 三 cut at a page end',
      () =>
        page([
          html(three.disclosure),
          html(spread(three.applications).slice(0, 12)),
          html(spread(three.applications).slice(12)),
          html(three.appeals),
        ]),
    ],
    [
      'with a table for each row, under invented heads',
      () =>
        page([
          html(three.disclosure),
          ...spread(three.applications)
            .slice(3)
            .map((row) =>
              html([
                [label('类别'), ...[1, 2, 3, 4, 5, 6].map((i) => label(`数据${i}`)), label('总计')],
                row.slice(2),
              ]),
            ),
          html(three.appeals),
        ]),
    ],
    [
      'with table 四 as three tables',
      () =>
        page([
          html(three.disclosure),
          html(three.applications),
          ...['行政复议', '行政诉讼（未经复议直接起诉）', '行政诉讼（复议后起诉）'].flatMap((title, i) => [
            `<p>${title}</p>`,
            html([results, figures.slice(5 * i, 5 * i + 5)]),
          ]),
        ]),
    ],
    [
      'nested in a table for layout',
      () =>
        page([
          `<table><tr><td>${html(three.disclosure)}</td></tr><tr><td>${html(three.applications)}</td></tr><tr><td>${html(three.appeals)}</td></tr></table>`,
        ]),
    ],
    ['all in one table', () => page([html([...three.disclosure, ...three.applications, ...three.appeals])])],
  ])('are read whole %s', (_, read) => {
    const reading = read();
    expect(reading.form).toBe('2021');
    expect(values(reading)).toEqual(truth);
  });

  it('say which column is missing and shift no figure', () => {
    const reading = withTable3(flat(three.applications, [0, 1, 3, 4, 5, 6]));
    for (const [id, value] of Object.entries(truth))
      expect(reading.cells[id]!.value, id).toBe(/^applications\..*\.research$/.test(id) ? null : value);
    expect(reading.cells['applications.received.research']!.status).toBe('absent');
    expect(reading.labels).toContainEqual(
      expect.objectContaining({ kind: 'column', id: 'research', found: null }),
    );
  });

  it('leave a value that is merged over several columns unreadable', () => {
    const grid = three.applications.map((row, i) => (i === 5 ? [...row.slice(0, -7), label('3', 7)] : row));
    const reading = withTable3(grid);
    expect(reading.cells['applications.granted.naturalPerson']).toMatchObject({
      value: null,
      status: 'unreadable',
    });
  });

  it('leave a row that stands twice with different figures unreadable', () => {
    const twice = three.applications.flatMap((row, i) =>
      i === 3 ? [row, row.map((c) => (c.id?.endsWith('.total') ? { ...c, text: '9999' } : c))] : [row],
    );
    expect(withTable3(twice).cells['applications.received.total']!.status).toBe('unreadable');
  });

  it('report each label that is not the form’s, with its place', () => {
    const grid = three.applications.map((row) =>
      row.map((c) => ({
        ...c,
        text: c.text
          .replace('不予处理', '不予受理')
          .replace('结转下年度', '结转下半年')
          .replace('商业企业', '商业企叶'),
      })),
    );
    const reading = withTable3(grid);
    expect(values(reading)).toEqual(truth);
    expect(reading.labels.map(({ kind, id, found }) => [kind, id, found])).toEqual([
      ['column', 'business', '商业企叶'],
      ['group', 'declined', '（五）不予受理'],
      ['row', 'carriedOut', '四、结转下半年继续办理'],
    ]);
    expect(reading.labels.every((l) => l.at !== null)).toBe(true);
  });
});
