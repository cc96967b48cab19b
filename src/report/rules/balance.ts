import { cite } from '../../law/citation.ts';
import { addends, identityReports } from './identities.ts';
import type { Rule } from './rule.ts';
import { columnName, partsOf, rowName } from './support.ts';

const shortNames: Readonly<Record<string, string>> = {
  received: '本年新收',
  carriedIn: '上年结转',
  concluded: '总计',
  carriedOut: '结转下年度',
};

/** 表三 note: 第一项加第二项之和，等于第三项加第四项之和, column by column. */
export const balance: Rule = {
  code: 'R301',
  id: 'balance',
  severity: 'error',
  name: '收办平衡',
  basis: [cite('form2021', '表三表头注“第一项加第二项之和，等于第三项加第四项之和”')],
  check: (reading) => {
    const { cells } = reading.report;
    return identityReports(reading, 'balance', (broken, form) => {
      const column = columnName(form, 'applications', 'received', broken.identity.subject);
      const name = (id: string) =>
        shortNames[partsOf(id).row] ?? rowName(form, 'applications', partsOf(id).row);
      const outcomes = broken.identity.right.slice(0, -1);
      const noTotal = outcomes.length > 1 ? '表中没有“（七）总计”行，以各项办理结果之和代之；' : '';
      return (
        `表三“${column}”列收办不平：${noTotal}` +
        `本年新收与上年结转合计 ${broken.left}（${addends(cells, broken.identity.left, name)}），` +
        `办理结果总计与结转下年度合计 ${broken.right}（${addends(cells, broken.identity.right, name)}），` +
        `相差 ${Math.abs(broken.left - broken.right)}。请按登记台账核对这${outcomes.length > 1 ? '几' : '四'}项。`
      );
    });
  },
};
