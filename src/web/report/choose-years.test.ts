import { describe, expect, it } from 'vitest';
import { sampleReport, township } from '../../../test/support/sample-services.ts';
import { chooseOthers } from './choose-years.ts';

const years = [2025, 2024, 2023, 2022].map((year) => sampleReport(township, year));
const chosen = (year: number, asked?: readonly string[]) =>
  chooseOthers(years, year, asked).map((other) => other.year);

describe('the years beside a report', () => {
  it('are the two before it unless others are asked for', () => {
    expect(chosen(2025)).toEqual([2024, 2023]);
    expect(chosen(2023)).toEqual([2022]);
    expect(chosen(2022)).toEqual([]);
  });
  it('are those asked for, newest first, at most two, never its own', () => {
    expect(chosen(2024, ['2022', '2025'])).toEqual([2025, 2022]);
    expect(chosen(2022, ['2023', '2024', '2025'])).toEqual([2025, 2024]);
    expect(chosen(2024, ['2024', '2023'])).toEqual([2023]);
  });
  it('are none when none is asked for, and unknown ones are passed over', () => {
    expect(chosen(2025, ['0'])).toEqual([]);
    expect(chosen(2025, ['1999', '2024', "'"])).toEqual([2024]);
  });
});
