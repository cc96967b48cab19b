import { cite } from '../../law/citation.ts';
import { addends, identityReports } from './identities.ts';
import type { Rule } from './rule.ts';
import { columnName, partsOf, rowName } from './support.ts';

/** 总计 of a row of 表三 is 自然人 and the five kinds of 法人或其他组织 together. */
export const rowTotal: Rule = {
  code: 'R302',
  id: 'row-total',
  severity: 'error',
  name: '各类申请人合计',
  basis: [cite('form2021', '表三“总计”栏')],
  check: (reading) => {
    const { cells } = reading.report;
    return identityReports(reading, 'row-total', ({ identity, left, right }, form) => {
      const name = (id: string) => columnName(form, 'applications', identity.subject, partsOf(id).column);
      return (
        `表三“${rowName(form, 'applications', identity.subject)}”行各类申请人合计 ${left}` +
        `（${addends(cells, identity.left, name)}），总计栏填 ${right}，相差 ${Math.abs(left - right)}。` +
        '总计应为自然人与法人或其他组织各栏之和，请核对本行。'
      );
    });
  },
};
