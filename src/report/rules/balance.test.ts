import { describe, expect, it } from 'vitest';
import { ruled } from '../../../test/support/rule-tester.ts';
import { balance } from './balance.ts';

describe('表三: 新收 + 上年结转 = 总计 + 结转下年度, column by column', () => {
  it('names both sides, their figures and the difference', () => {
    const { reports } = ruled(balance, 'row applications.carriedOut = 2 0 0 0 0 0 2');
    expect(reports.map((r) => r.message)).toEqual([
      '表三“自然人”列收办不平：本年新收与上年结转合计 11（本年新收 10 + 上年结转 1），办理结果总计与结转下年度合计 12（总计 10 + 结转下年度 2），相差 1。请按登记台账核对这四项。',
      '表三“总计”列收办不平：本年新收与上年结转合计 13（本年新收 12 + 上年结转 1），办理结果总计与结转下年度合计 14（总计 12 + 结转下年度 2），相差 1。请按登记台账核对这四项。',
    ]);
  });

  it('points at the one cell whose every identity is broken, and says what it would have to be', () => {
    const { reports, at } = ruled(balance, 'cell applications.carriedIn.business = 3');
    expect(reports).toHaveLength(1);
    expect(reports[0]?.at).toEqual(at('applications.carriedIn.business'));
    expect(reports[0]?.cells).toEqual([
      'applications.received.business',
      'applications.carriedIn.business',
      'applications.concluded.business',
      'applications.carriedOut.business',
    ]);
    expect(reports[0]?.related?.map((r) => r.at)).toEqual([
      at('applications.received.business'),
      at('applications.concluded.business'),
      at('applications.carriedOut.business'),
    ]);
    expect(reports[0]?.suggestions).toEqual([
      '其余各格无误的，表三“二、上年结转政府信息公开申请数量”行“商业企业”列应为 0。',
    ]);
  });

  it('points at no cell when no figure of one alone would mend all', () => {
    const { reports, at } = ruled(balance, 'row applications.received = 0 2 0 0 0 0 15');
    expect(reports.map((r) => [r.at, r.suggestions])).toEqual([
      [at('applications.concluded.naturalPerson'), []],
      [at('applications.concluded.total'), []],
    ]);
  });

  it.each(['business', 'research', 'total'])('is judged in column %s too', (column) => {
    const { reports } = ruled(balance, `cell applications.received.${column} = 77`);
    expect(reports.map((r) => r.cells?.[0])).toEqual([`applications.received.${column}`]);
  });

  it('takes the sum of the outcomes where the row of the total is missing', () => {
    const { reports } = ruled(
      balance,
      'form 2019\ncollapse\ndrop row applications.other\ndrop row applications.concluded\nrow applications.carriedOut = 2 0 0 0 0 0 2',
    );
    expect(reports.map((r) => r.message.slice(0, 41))).toEqual([
      '表三“自然人”列收办不平：表中没有“（七）总计”行，以各项办理结果之和代之；本年新',
      '表三“总计”列收办不平：表中没有“（七）总计”行，以各项办理结果之和代之；本年新收',
    ]);
  });

  it('is not judged where the total and one outcome are both lost', () => {
    const lines = 'collapse\ndrop row applications.granted\ndrop row applications.concluded';
    expect(ruled(balance, lines).reports).toEqual([]);
  });

  it('says nothing of a column whose blank or unreadable cell may make it up', () => {
    for (const text of ['', '1?0'])
      expect(ruled(balance, `cell applications.received.total = ${text}`).reports).toEqual([]);
  });

  it('is judged all the same where a side without blanks is already too small', () => {
    const lines =
      'row applications.received = 10 2 0 0 0 0 12\ncell applications.carriedIn.business =\ncell applications.concluded.business = 1';
    const { reports, at } = ruled(balance, lines);
    expect(reports.map((r) => r.at)).toEqual([at('applications.concluded.business')]);
    expect(reports[0]?.message).toMatch(/相差 1。.*空着的格没有计入，填上只会使差额更大。$/);
    expect(reports[0]?.suggestions).toEqual([]);
    expect(ruled(balance, lines.replace('business = 1', 'business = 3')).reports).toEqual([]);
  });

  it('repeats what no splitting of glued figures can satisfy', () => {
    const glued = {
      table: 'applications' as const,
      cells: ['applications.received.total', 'applications.received.business'],
      impossible: [
        { rule: 'balance', subject: 'total', message: '怎样拆分都不平。' },
        { rule: 'row-total', subject: 'received', message: '另一条。' },
      ],
    };
    const { reports } = ruled(balance, '', (reading) => ({ ...reading, glued: [glued] }));
    expect(reports).toMatchObject([{ message: '怎样拆分都不平。', cells: ['applications.received.total'] }]);
  });
});
