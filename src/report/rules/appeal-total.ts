import { cite } from '../../law/citation.ts';
import { addends, identityReports } from './identities.ts';
import type { Rule } from './rule.ts';
import { columnName, partsOf, rowName } from './support.ts';

/** 总计 of a block of 表四 is its four results together. */
export const appealTotal: Rule = {
  code: 'R401',
  id: 'appeal-total',
  severity: 'error',
  name: '复议诉讼合计',
  basis: [cite('form2021', '表四“总计”栏')],
  check: (reading) => {
    const { cells } = reading.report;
    return identityReports(reading, 'appeal-total', ({ identity, left, right }, form) => {
      const name = (id: string) => columnName(form, 'appeals', identity.subject, partsOf(id).column);
      return (
        `表四“${rowName(form, 'appeals', identity.subject)}”各项结果合计 ${left}（${addends(cells, identity.left, name)}），` +
        `总计栏填 ${right}，相差 ${Math.abs(left - right)}。总计应为结果维持、结果纠正、其他结果、尚未审结四项之和，请核对。`
      );
    });
  },
};
