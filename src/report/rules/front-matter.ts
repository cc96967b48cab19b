import { cite } from '../../law/citation.ts';
import { followsForm, isExcerpt } from '../narrative/passages.ts';
import { printedDay, yearEnd } from '../narrative/years.ts';
import type { Reading } from '../reading.ts';
import type { Report, Rule } from './rule.ts';

/**
 * R007: statistics period, contact, signing agency or date are not there, or the period is not the report's year.
 * What the form says of them was not to be read in full: [from memory].
 */
export const frontMatter: Rule = {
  code: 'R007',
  id: 'front-matter',
  severity: 'warning',
  name: '统计期限、联系方式、落款',
  basis: [cite('form2021', '年度报告格式：导语和落款')],
  check: (reading) => {
    if (!followsForm(reading)) return [];
    const missing = isExcerpt(reading) ? [] : missingOf(reading);
    const period = periodFault(reading);
    return [
      ...(missing.length === 0
        ? []
        : [{ message: `报告没有写${missing.join('、')}。请补上，公众要据此查阅、联系和核对。` }]),
      ...(period === null ? [] : [period]),
    ];
  },
};

function missingOf({ period, contact, signedBy, signedOn, publishedOn }: Reading): string[] {
  return [
    ...(period === null ? ['数据的统计期限'] : []),
    ...(contact === null ? ['联系方式（地址、电话）'] : []),
    ...(signedBy === null ? ['落款的机关名称'] : []),
    ...(signedOn === null && publishedOn === null ? ['落款日期'] : []),
  ];
}

function periodFault({ period, report: { year } }: Reading): Report | null {
  if (period === null || year === null) return null;
  if (period.from === `${year}-01-01` && period.to === yearEnd(year)) return null;
  return {
    message: `统计期限写的是${printedDay(period.from)}至${printedDay(period.to)}，${year}年年度报告应为${year}年1月1日至${year}年12月31日。请改正，并核对数据是不是按全年统计的。`,
    at: period.at,
  };
}
