import { describe, expect, it } from 'vitest';
import { cleanReport } from '../../../../test/support/generate.ts';
import { layoutNamed } from '../../../../test/support/layouts.ts';
import type { SampleReport } from '../../../../test/support/sample-model.ts';
import { readAtOnce } from '../../read/index.ts';
import { readTables } from './index.ts';

const text = (content: string) => readTables(readAtOnce(new TextEncoder().encode(content), 'report.txt'));
const as = (layout: string, report: SampleReport) => text(layoutNamed(layout).write(report));
const report = (form: '2019' | '2021', changes: Partial<SampleReport> = {}): SampleReport => ({
  ...cleanReport(form === '2019' ? 1 : 2, { form, prose: 100 }),
  ...changes,
});

describe('what the tables of a text tell', () => {
  it('tells the form by its head words, not by the year', () => {
    expect(as('rows by pipes', { ...report('2019'), year: 2023 }).form).toBe('2019');
    expect(as('tab', { ...report('2021'), year: 2019 }).form).toBe('2021');
  });

  it('counts labels and figures: a blank form has no figure', () => {
    const blank = report('2021');
    const cells = Object.fromEntries(Object.keys(blank.cells).map((id) => [id, '']));
    const reading = as('cells with trailing pipes', { ...blank, cells });
    expect(reading.counts).toEqual({ labels: 31, figures: 0 });
    expect(new Set(Object.values(reading.cells).map((c) => c.status))).toEqual(new Set(['blank']));
  });

  it('keeps a collapsed table in its own rows and the column of organisations', () => {
    const own = report('2019');
    const cells: Record<string, string> = {
      ...own.cells,
      'applications.denied.organisation': '4',
      'applications.declined.total': '6',
    };
    for (const id of [
      'received',
      'carriedIn',
      'granted',
      'partial',
      'denied',
      'unavailable',
      'declined',
      'other',
      'concluded',
      'carriedOut',
    ])
      for (const column of ['naturalPerson', 'organisation', 'total'])
        cells[`applications.${id}.${column}`] ??= '1';
    const reading = as('tab', { ...own, cells, collapsed: true });
    expect(reading.cells['applications.denied.organisation']).toMatchObject({ value: 4, status: 'read' });
    expect(reading.cells['applications.declined.total']).toMatchObject({ value: 6, status: 'read' });
    expect(reading.cells['applications.denied.stateSecret.total']).toMatchObject({
      value: null,
      status: 'absent',
    });
    expect(reading.cells['applications.received.business']!.status).toBe('absent');
  });

  it('gives the line and column of every figure', () => {
    const content = layoutNamed('rows by pipes').write(report('2021'));
    const lines = content.split('\n');
    for (const [id, cell] of Object.entries(text(content).cells)) {
      const at = cell.at as { line: number; column: number; length: number };
      expect(lines[at.line - 1]!.slice(at.column - 1, at.column - 1 + at.length), id).toBe(cell.text);
    }
  });

  it('takes a unit printed apart from its figure for part of it', () => {
    const content = layoutNamed('rows by spaces').write(report('2019'));
    const amount = content.replace(/^(政府集中采购 \S+) .*$/m, '$1 2358 万元');
    expect(text(amount).cells['disclosure.procurement.amount']).toMatchObject({
      value: 23_580_000,
      unit: '元',
    });
  });

  it('claims the lines of the tables and no line of prose', () => {
    const content = layoutNamed('tab').write(report('2021'));
    const lines = content.split('\n');
    const { tableBlocks } = text(content);
    const heading = lines.findIndex((l) => l.startsWith('三、收到和处理'));
    const problems = lines.findIndex((l) => l.startsWith('五、存在的主要问题'));
    expect(tableBlocks[heading]).toBe(0);
    expect(tableBlocks[heading + 1]).toBe(1);
    expect(tableBlocks.lastIndexOf(1)).toBeLessThan(problems);
  });

  it('names a table that stands as a picture or is lost', () => {
    const own = report('2021');
    const sections = own.sections.map((s) =>
      s.id === 'applications'
        ? { ...s, table: 'picture' as const }
        : s.id === 'appeals'
          ? { ...s, table: 'none' as const }
          : s,
    );
    expect(as('tab', { ...own, sections }).tables).toEqual({
      disclosure: 'found',
      applications: 'picture',
      appeals: 'missing',
    });
  });

  it('reports labels that differ or are missing, and no others', () => {
    const labels = {
      'row disclosure.normative': '规范性文件',
      'row applications.carriedOut': '四、结转下半年继续办理',
      'row applications.declined.publication': null,
      'group applications.declined': '（五）不予受理',
    };
    for (const layout of ['tab', 'rows by pipes', 'one line'].slice(0, 2)) {
      const found = as(layout, report('2021', { labels })).labels.map((l) => [l.kind, l.id, l.found]);
      expect(found).toEqual([
        ['row', 'normative', '规范性文件'],
        ['row', 'declined.publication', null],
        ['row', 'carriedOut', '四、结转下半年继续办理'],
        ['group', 'declined', '（五）不予受理'],
      ]);
      expect(as(layout, report('2021')).labels).toEqual([]);
    }
  });
});

describe('glued tables', () => {
  const cells = { ...report('2021').cells };
  it('are told apart by the identities where one way is left, and table 二 never is', () => {
    const reading = as('glued', report('2021'));
    for (const [id, cell] of Object.entries(reading.cells)) {
      if (cell.status === 'inferred' || cell.status === 'read')
        expect(cell.value, id).toBe(Number(cells[id]));
      if (/^disclosure\.(regulations|normative)/.test(id)) expect(cell.status).toBe('unreadable');
    }
    expect(reading.cells['applications.received.total']!.status).toBe('inferred');
  });

  it('tell the column that no way of splitting can balance, and infer nothing in that table', () => {
    const broken = { ...cells };
    for (const column of ['naturalPerson', 'total'])
      broken[`applications.granted.${column}`] = String(
        Number(cells[`applications.granted.${column}`]) + 1000,
      );
    const reading = as('glued', report('2021', { cells: broken }));
    const glued = reading.glued.find((g) => g.table === 'applications')!;
    expect(glued.impossible.map((i) => `${i.rule} ${i.subject}`)).toEqual([
      'outcome-sum naturalPerson',
      'outcome-sum total',
    ]);
    expect(glued.impossible[0]!.message).toContain('自然人');
    expect(reading.cells['applications.received.total']!.status).toBe('unreadable');
  });

  it('say nothing for certain where blank cells are among them', () => {
    const blank: Record<string, string> = { ...cells, 'applications.granted.business': '' };
    for (const column of ['research', 'nonprofit', 'legalService', 'otherOrg'])
      blank[`applications.granted.${column}`] = '';
    const reading = as('glued', report('2021', { cells: blank }));
    expect(reading.cells['applications.received.total']!.status).toBe('unreadable');
  });
});

describe('attached statistics and the older form', () => {
  it('reads the 统计表 by its ids and notes a value in a heading row', () => {
    const figures = { 'S1.1': '12', 'S1.2': '0', 'S1.2.2': '9', 'S6.3': '0.5', 'S5.3': '87' };
    for (const layout of ['tab', 'rows by pipes', 'rows by tabs']) {
      const reading = as(layout, report('2021', { statistics: figures }));
      expect(reading.statistics['S1.2.2']).toMatchObject({ value: 9, status: 'read' });
      expect(reading.statistics['S6.3']).toMatchObject({ value: 0.5, status: 'read' });
      expect(reading.statistics['S5.3']).toMatchObject({ value: 87, status: 'read' });
      expect(reading.statistics['S2.1']!.status).toBe('blank');
      expect(reading.statisticsHeaders.map((h) => [h.id, h.text])).toEqual([['S1.2', '0']]);
    }
  });

  const old = (separator: string): string =>
    [
      '指标名称',
      '计量单位',
      '2016年度',
      '历年累计',
      '主动公开文件数',
      '条',
      '31',
      '4050',
      '其中：1、政府网站公开数',
      '条',
      '20',
      '31',
      '2、政府公报公开数',
      '条',
      '0',
      '0',
      '受理依申请公开信息总数',
      '条',
      '0',
      '1',
      '其中：1、当面申请数',
      '条',
      '0',
      '0',
      '2、网上申请数',
      '条',
      '0',
      '1',
      '行政复议数',
      '件',
      '0',
      '0',
      '行政诉讼数',
      '件',
      '0',
      '0',
    ].join(separator);

  it('reads the indicators of a report before 2019 by label', () => {
    const reading = text(`六、政府信息公开情况统计表 ${old(' ')}`);
    expect(reading.form).toBe('pre2019');
    expect(reading.indicators.主动公开文件数).toMatchObject({
      year: 31,
      cumulative: 4050,
      status: 'read',
      unit: '条',
    });
    expect(reading.indicators.网上申请数).toMatchObject({ year: 0, cumulative: 1 });
  });

  it('splits glued indicators only where there is one way', () => {
    const { indicators } = text(`六、政府信息公开情况统计表${old('')}`);
    expect(indicators.政府公报公开数).toMatchObject({ year: 0, cumulative: 0, status: 'inferred' });
    expect(indicators.受理依申请公开信息总数).toMatchObject({
      year: 0,
      cumulative: 1,
      status: 'inferred',
    });
    expect(indicators.主动公开文件数).toMatchObject({
      year: null,
      cumulative: null,
      status: 'unreadable',
    });
    expect(indicators.政府网站公开数!.status).toBe('unreadable');
  });
});

describe('hostile texts', () => {
  it.each([
    ['labels without end', '予以公开部分公开'.repeat(20_000)],
    ['pipes without end', `一、本年新收政府信息公开申请数量${'|'.repeat(100_000)}`],
    ['digits without end', `（一）予以公开${'1'.repeat(100_000)}（二）部分公开${'12'.repeat(13)}`],
    ['heads without end', '结果维持结果纠正其他结果尚未审结总计1 '.repeat(5000)],
    ['brackets without end', `统计指标${'（'.repeat(100_000)}`],
  ])('%s are read in good time', (_, content) => {
    const before = performance.now();
    expect(text(content).statistics).toEqual({});
    expect(performance.now() - before).toBeLessThan(3000);
  });
});
