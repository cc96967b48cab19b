import { cite } from '../../law/citation.ts';
import { addends, identityReports } from './identities.ts';
import type { Rule } from './rule.ts';
import { columnName, partsOf, rowName } from './support.ts';

/** （七）总计 of a column of 表三 is the sum of its outcomes: one application, one outcome. */
export const outcomeSum: Rule = {
  code: 'R303',
  id: 'outcome-sum',
  severity: 'error',
  name: '办理结果合计',
  basis: [cite('form2021', '表三“（七）总计”行')],
  check: (reading) => {
    const { cells } = reading.report;
    return identityReports(reading, 'outcome-sum', ({ identity, left, right }, form) => {
      const name = (id: string) => rowName(form, 'applications', partsOf(id).row);
      return (
        `表三“${columnName(form, 'applications', 'concluded', identity.subject)}”列各项办理结果合计 ${left}` +
        `（${addends(cells, identity.left, name)}），“（七）总计”填 ${right}，相差 ${Math.abs(left - right)}。` +
        '一件申请只计一种办理结果，请核对各项结果与总计。'
      );
    });
  },
};
