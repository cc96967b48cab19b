import { describe, expect, it } from 'vitest';
import { ruled } from '../../../test/support/rule-tester.ts';
import { statisticsSense } from './statistics-sense.ts';

describe('统计表: figures against sense', () => {
  it('no trainees without a training', () => {
    const { reports, at } = ruled(statisticsSense, 'stat S7.2 = 0');
    expect(reports).toMatchObject([
      {
        message:
          '统计表“举办各类培训班数”填 0，“接受培训人员数”却填 45。没有培训就没有受训人员，请核对两格。',
        at: at('S7.3'),
      },
    ]);
  });

  it.each([
    ['township', 'S3.1', 1],
    ['township', 'S5.2', 1],
    ['subdistrict', 'S4.2', 1],
    ['county', 'S4.1', 1],
    ['county', 'S4.2', 0],
    ['county', 'S4.3', 0],
    ['city', 'S4.1', 0],
    ['countyDepartment', 'S4.1', 1],
    ['township', 'S4.3', 0],
  ])('a %s with a figure in %s: %i', (kind, id, findings) => {
    const { reports } = ruled(statisticsSense, `kind ${kind}\nstat ${id} = 2`);
    expect(reports.map((r) => r.cells)).toEqual(findings === 0 ? [] : [[id]]);
  });
});
