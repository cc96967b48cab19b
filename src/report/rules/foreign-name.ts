import { cite } from '../../law/citation.ts';
import { foreignPlaces } from '../narrative/foreign-places.ts';
import { foreignSelves } from '../narrative/foreign-selves.ts';
import { superiorActs } from '../narrative/superior-acts.ts';
import type { Rule } from './rule.ts';

/** R013: another agency's name, or a superior's act as the agency's own, as copied texts keep them. */
export const foreignName: Rule = {
  code: 'R013',
  id: 'foreign-name',
  severity: 'warning',
  name: '他机关的名称或行为',
  basis: [cite('form2021', '通知正文：对内容雷同、敷衍的报告追究责任'), cite('tiaoli2019', '第五十条')],
  check: (reading, { places }) => {
    if (reading.refused !== null || reading.report.agency === null) return [];
    return [
      ...superiorActs(reading, places ?? null),
      ...foreignSelves(reading),
      ...(places ? foreignPlaces(reading, places) : []),
    ];
  },
};
