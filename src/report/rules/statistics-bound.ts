import type { AnnualReport } from '../../domain/annual/report.ts';
import { cite } from '../../law/citation.ts';
import { statisticsBounds, statisticsChannels } from '../../law/forms/statistics.ts';
import type { Report, Rule } from './rule.ts';
import { statisticsName, statisticsValues } from './statistics.ts';
import { placeOf, relatedCells } from './support.ts';

/**
 * 统计表: 其中 is no more than its whole; what several channels carried counts once, so the whole lies between the
 * largest channel and the sum of all.
 */
export const statisticsBound: Rule = {
  code: 'R502',
  id: 'statistics-bound',
  severity: 'error',
  name: '统计表上下限',
  basis: [cite('statistics2014', '统计表“其中”栏、“主动公开政府信息数”栏')],
  check: ({ report: { statistics } }) => [...parts(statistics), ...channels(statistics)],
};

const parts = (statistics: AnnualReport['statistics']): Report[] =>
  statisticsBounds
    .filter(({ firm }) => firm)
    .flatMap(({ part, whole, basis }): Report[] => {
      const [inner, all] = statisticsValues(statistics, [part, whole]) ?? [0, 0];
      if (inner! <= all!) return [];
      return [
        {
          message: `统计表“${statisticsName(part)}”填 ${inner}，多于“${statisticsName(whole)}” ${all}。“其中”项不能大于总数，请核对两格。`,
          cells: [part, whole],
          at: placeOf(statistics, part),
          related: relatedCells(statistics, [whole], statisticsName),
          basis: [basis],
        },
      ];
    });

/**
 * What was published was published by some channel: no channel carried more than there is. The channels of S2.2 also
 * count 解读 and interviews that answer no hotspot, so there only the sum binds.
 */
const channels = (statistics: AnnualReport['statistics']): Report[] =>
  statisticsChannels.flatMap(({ id, whole, channels: ids, basis }): Report[] => {
    const [all, ...each] = statisticsValues(statistics, [whole, ...ids]) ?? [];
    if (all === undefined) return [];
    const least = id === 'ST-06' ? Math.max(...each) : 0;
    const most = each.reduce((a, b) => a + b, 0);
    if (all >= least && all <= most) return [];
    const carried = ids.filter((_, i) => each[i]! > 0);
    return [
      {
        message:
          `统计表“${statisticsName(whole)}”填 ${all}，各渠道合计 ${most}` +
          (carried.length > 0
            ? `（${carried.map((id) => `${statisticsName(id)} ${each[ids.indexOf(id)]}`).join('、')}）`
            : '') +
          `。不同渠道的同一${id === 'ST-06' ? '信息' : '事件'}计一次，总数应${least > 0 ? `不少于最多的一个渠道 ${least}、` : ''}不多于各渠道之和 ${most}，请核对。`,
        cells: [whole, ...ids],
        at: placeOf(statistics, whole),
        related: relatedCells(statistics, ids, statisticsName),
        basis: [basis],
      },
    ];
  });
