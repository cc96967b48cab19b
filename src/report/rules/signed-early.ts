import { cite } from '../../law/citation.ts';
import { printedDay, yearEnd } from '../narrative/years.ts';
import type { Rule } from './rule.ts';

/** R008: the day under the report lies before the end of the year it reports, so its figures cannot be whole. */
export const signedEarly: Rule = {
  code: 'R008',
  id: 'signed-early',
  severity: 'error',
  name: '落款早于统计期满',
  basis: [cite('tiaoli2019', '第四十九条、第五十条')],
  check: ({ signedOn, report: { year } }) =>
    signedOn === null || year === null || signedOn.day > yearEnd(year)
      ? []
      : [
          {
            message: `落款日期是${printedDay(signedOn.day)}，${year}年还没有结束，全年数据不可能完整。统计截至${year}年12月31日，请核对各项数据，落款改为${year + 1}年的实际日期。`,
            at: signedOn.at,
          },
        ],
};
