import { statisticsRows } from '../../src/law/forms/statistics.ts';

const figures: Record<string, string> = {
  'S1.1': '58',
  'S1.1.1': '3',
  'S1.1.2': '3',
  'S1.2.2': '58',
  'S1.2.4': '21',
  'S2.1': '2',
  'S2.2.2': '1',
  'S2.2.4': '2',
  S3: '1',
  'S3.3': '1',
  S4: '2',
  'S4.3': '2',
  S5: '36',
  'S5.3': '36',
  'S6.1': '1',
  'S6.2': '3',
  'S6.2.1': '1',
  'S6.2.2': '2',
  'S6.3': '0.5',
  'S7.1': '4',
  'S7.2': '2',
  'S7.3': '45',
};

/** Figures of a 统计表 in which every sum and bound holds; headings carry none. */
export const sampleStatistics = (): Record<string, string> =>
  Object.fromEntries(
    statisticsRows.filter((row) => !row.header).map((row) => [row.id, figures[row.id] ?? '0']),
  );
