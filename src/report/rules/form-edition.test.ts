import { describe, expect, it } from 'vitest';
import { speaks } from '../../../test/support/speaks.ts';
import { formEdition } from './form-edition.ts';

const cites = (words: string, year = 2022): string =>
  `${year < 2021 ? 'form 2019\n' : ''}preamble: 根据${words}编制本报告，统计期限自${year}年1月1日起至${year}年12月31日止，电话：0000-1234567。`;

describe('the edition of the form', () => {
  it.each([
    [
      'the form of 2019 in a report of 2022',
      'form 2019\nyear 2022',
      '应当用国办公开办函〔2021〕30号规定的2021年格式',
    ],
    ['the form of 2021 in a report of 2020', 'year 2020', '应当用国办公开办函〔2019〕60号规定的2019年格式'],
    ['the form of 2021 in a report of 2017', 'year 2017', '2019年以前的年度报告没有这种格式'],
  ])('%s is out of force', (_, lines, words) => {
    expect(speaks(formEdition, lines)).toEqual([expect.stringContaining(words)]);
  });

  it.each(['form 2019\nyear 2019', 'form 2019', 'year 2021', '', 'year 2025'])('in force: %j', (lines) => {
    expect(speaks(formEdition, lines)).toEqual([]);
  });
});

describe('instruments cited', () => {
  it.each([
    ['国办公开办函〔2019〕60号', 2022],
    ['国办公开办函[2019]60号', 2021],
    ['《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》', 2023],
    ['《条例》（国务院令第492号）', 2020],
  ])('%s in a report of %i is replaced', (words, year) => {
    expect(speaks(formEdition, cites(words, year))).toHaveLength(1);
  });

  it.each([
    ['国办公开办函〔2019〕60号', 2020],
    ['国办公开办函〔2021〕30号', 2022],
    ['《济宁市人民政府办公室关于政府信息公开工作年度报告有关事项的通知》', 2023],
    ['《条例》（国务院令第711号）', 2020],
    ['《条例》（2007年国务院令第492号公布，2019年国务院令第711号修订）', 2022],
  ])('%s in a report of %i may be cited', (words, year) => {
    expect(speaks(formEdition, cites(words, year))).toEqual([]);
  });
});
