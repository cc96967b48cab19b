import { describe, expect, it } from 'vitest';
import { directReading } from '../../../test/support/direct-reading.ts';
import { gridOf } from '../../../test/support/grids.ts';
import { readSample } from '../../../test/support/read-sample.ts';
import { sampleOf } from '../../../test/support/sample.ts';
import type { SampleReport } from '../../../test/support/sample-model.ts';
import type { AnnualReport, ReportCell } from '../../domain/annual/report.ts';
import { annualForms, type FormId, type TableId } from '../../law/forms/index.ts';
import { type LaidTable, tablesOf } from './laid-report.ts';
import { layReport } from './layout.ts';

const reportOf = (sample: SampleReport): AnnualReport => directReading(sample).report;
const table = (report: AnnualReport, id: TableId): LaidTable =>
  tablesOf(layReport(report)).find((each) => each.id === id)!;
const change = (report: AnnualReport, id: string, cell: Partial<ReportCell>): AnnualReport => ({
  ...report,
  cells: { ...report.cells, [id]: { ...report.cells[id]!, ...cell } },
});
const textAt = (laid: LaidTable, id: string) => laid.rows.flat().find(({ cell }) => cell === id)?.text;

/** How often each place of the grid is covered. */
function cover({ rows, columns }: LaidTable): number[] {
  const count = new Array<number>(rows.length * columns).fill(0);
  for (const { row, column, rowSpan, colSpan } of rows.flat())
    for (let y = row; y < row + rowSpan; y++)
      for (let x = column; x < column + colSpan; x++) count[y * columns + x]! += 1;
  return count;
}

describe.each(['2019', '2021'] as const)('the tables of the form of %s', (form: FormId) => {
  const { report: sample } = sampleOf(`form ${form}`);
  const report = reportOf(sample);

  it('hold every cell of the form once', () => {
    const ids = tablesOf(layReport(report)).flatMap(({ rows }) =>
      rows.flat().flatMap(({ cell }) => cell ?? []),
    );
    expect([...ids].sort()).toEqual(annualForms[form].cells.map(({ id }) => id).sort());
  });

  it.each(['disclosure', 'applications', 'appeals'] as const)('cover every place of the grid of %s', (id) => {
    const laid = table(report, id);
    expect(new Set(cover(laid))).toEqual(new Set([1]));
    expect(laid.widths).toHaveLength(laid.columns);
  });

  it.each(['disclosure', 'applications', 'appeals'] as const)(
    'print %s as the official grid has it',
    (id) => {
      const printed = table(report, id).rows.map((row) => row.map((c) => [c.text, c.colSpan, c.rowSpan]));
      expect(printed).toEqual(
        gridOf(sample, id).map((row) => row.map((c) => [c.text, c.colSpan, c.rowSpan])),
      );
    },
  );
});

describe('a collapsed table 三', () => {
  it('has one column for organisations and one row for a group, as printed', () => {
    const { report: sample } = sampleOf('form 2019\ncollapse');
    const laid = table(reportOf(sample), 'applications');
    expect(new Set(cover(laid))).toEqual(new Set([1]));
    expect(laid.rows.map((row) => row.map(({ text }) => text))).toEqual(
      gridOf(sample, 'applications').map((row) => row.map(({ text }) => text)),
    );
  });
});

describe('a figure', () => {
  const report = reportOf(sampleOf('').report);
  const id = 'applications.received.total';
  it.each([
    [{ value: 0, text: '无', status: 'inferred' }, '0'],
    [{ value: 3120, text: '3,120', status: 'read' }, '3120'],
    [{ value: -2, text: '-2', status: 'read' }, '-2'],
    [{ value: null, text: '', status: 'blank' }, ''],
    [{ value: null, text: '1=2', status: 'unreadable' }, ''],
  ] as const)('%o is printed as “%s”', (cell, text) => {
    expect(textAt(table(change(report, id, cell), 'applications'), id)).toBe(text);
  });

  it('keeps the sign that the report prints before an increase', () => {
    const old = reportOf(sampleOf('form 2019').report);
    const change2 = (text: string) =>
      textAt(
        table(change(old, 'disclosure.licensing.change', { value: 2, text }), 'disclosure'),
        'disclosure.licensing.change',
      );
    expect([change2('+2'), change2('增2'), change2('2')]).toEqual(['+2', '+2', '2']);
  });

  it('in 元 has its unit in the head', () => {
    const old = reportOf(sampleOf('form 2019').report);
    const money = change(old, 'disclosure.procurement.amount', {
      value: 23580000,
      text: '2358万',
      unit: '元',
    });
    const laid = table(money, 'disclosure');
    expect(textAt(laid, 'disclosure.procurement.amount')).toBe('23580000');
    expect(laid.rows.flat().map(({ text }) => text)).toContain('采购总金额（单位：元）');
  });
});

describe('what is not there', () => {
  it('is named under the table: cells that could not be read, rows that are missing', () => {
    const report = reportOf(sampleOf('').report);
    const unclear = change(report, 'applications.granted.total', {
      value: null,
      status: 'unreadable',
      text: '1=2',
    });
    expect(table(unclear, 'applications').notes).toEqual([
      '注：未能确定读出、留空待核的共 1 格：“（一）予以公开”（总计）。',
    ]);
    const lost = reportOf(sampleOf('drop row applications.received').report);
    expect(table(lost, 'applications').notes).toEqual([
      '注：原表缺少、留空待核的共 7 格：“一、本年新收政府信息公开申请数量”行。',
    ]);
    expect(table(report, 'applications').notes).toEqual([]);
  });

  it('is not drawn: a lost table, a lost section', () => {
    const report = reportOf(sampleOf('drop table appeals\ndrop section other').report);
    const laid = layReport(report);
    expect(tablesOf(laid).map(({ id }) => id)).toEqual(['disclosure', 'applications']);
    expect(laid.sections).toHaveLength(5);
  });

  it('does not take a table with it: it stands under the heading of the form, at its place', () => {
    const report = reportOf(sampleOf('').report);
    const lost = { ...report, sections: report.sections.filter(({ id }) => id !== 'applications') };
    const laid = layReport(lost);
    expect(laid.sections.map(({ heading }) => heading)).toEqual(
      annualForms['2021'].sections.map(({ heading }) => heading),
    );
    expect(laid.sections[2]!.tables[0]!.id).toBe('applications');
  });
});

describe('title, preamble and signature', () => {
  it('are those of the report as read', () => {
    const { report: sample } = sampleOf('');
    const laid = layReport(readSample(sample).report);
    expect([laid.title, laid.preamble, laid.closing]).toEqual([
      sample.title,
      sample.preamble,
      sample.closing,
    ]);
  });

  it('are the usual ones where an older record of the report does not tell them', () => {
    const { front: _, ...older } = readSample(sampleOf('').report).report;
    const laid = layReport(older);
    expect(laid.title).toBe('临溪县青石镇人民政府2022年政府信息公开工作年度报告');
    expect([...laid.preamble, ...laid.closing]).toEqual([]);
  });

  it('find their place at the end where the signature stands elsewhere', () => {
    const report = readSample(sampleOf('').report).report;
    const front = { ...report.front!, closing: [], signedBy: '青石镇人民政府', signedOn: '2023-01-20' };
    expect(layReport({ ...report, front }).closing).toEqual(['青石镇人民政府', '2023年1月20日']);
  });
});

describe('an attached 统计表', () => {
  it('stands after the signature with all its rows', () => {
    const laid = layReport(reportOf(sampleOf('statistics').report));
    expect(laid.attachments).toHaveLength(1);
    expect(laid.attachments[0]!.tables[0]).toMatchObject({ id: 'statistics', columns: 3 });
    expect(laid.attachments[0]!.tables[0]!.rows).toHaveLength(43);
  });
});
