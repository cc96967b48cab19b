import { cite } from '../../law/citation.ts';
import { statisticsSums } from '../../law/forms/statistics.ts';
import type { Report, Rule } from './rule.ts';
import { statisticsName, statisticsValues } from './statistics.ts';
import { placeOf, relatedCells } from './support.ts';

/** 统计表: where the parts make up their whole (websites, reading points, visitors, staff). */
export const statisticsSum: Rule = {
  code: 'R501',
  id: 'statistics-sum',
  severity: 'error',
  name: '统计表合计',
  basis: [cite('statistics2014', '统计表注“各子栏目数总数要等于总栏目数量”')],
  check: ({ report: { statistics } }) =>
    statisticsSums.flatMap(({ whole, parts, basis }): Report[] => {
      const values = statisticsValues(statistics, [whole, ...parts]);
      if (values === null) return [];
      const [total, ...rest] = values as [number, ...number[]];
      const sum = rest.reduce((a, b) => a + b, 0);
      if (sum === total) return [];
      return [
        {
          message:
            `统计表“${statisticsName(whole)}”填 ${total}，各子栏目合计 ${rest.join(' + ')} = ${sum}，` +
            `相差 ${Math.abs(total - sum)}。请核对总数与各子栏目。`,
          cells: [whole, ...parts],
          at: placeOf(statistics, whole),
          related: relatedCells(statistics, parts, statisticsName),
          basis: [basis],
        },
      ];
    }),
};
