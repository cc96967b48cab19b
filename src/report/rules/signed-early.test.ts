import { describe, expect, it } from 'vitest';
import { speaks } from '../../../test/support/speaks.ts';
import { signedEarly } from './signed-early.ts';

describe('the day under the report', () => {
  it.each(['2022-01-05', '2022-12-30', '2022-12-31'])('%s lies within the year 2022', (day) => {
    expect(speaks(signedEarly, `signed ${day}`)).toHaveLength(1);
  });

  it.each(['2023-01-01', '2023-01-20', '2024-03-05'])('%s lies after it', (day) => {
    expect(speaks(signedEarly, `signed ${day}`)).toEqual([]);
  });

  it('says which day and what to do', () => {
    expect(speaks(signedEarly, 'signed 2022-12-30')[0]).toMatch(
      /^落款日期是2022年12月30日.*改为2023年的实际日期/,
    );
  });

  it('without date or year nothing is said', () => {
    expect(speaks(signedEarly, 'drop closing')).toEqual([]);
  });
});
