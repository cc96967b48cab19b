import type { AgencyKind, AnnualReport } from '../../domain/annual/report.ts';
import {
  statisticsSense as causes,
  type StatisticsTier,
  statisticsRows,
  statisticsTierBasis,
} from '../../law/forms/statistics.ts';
import type { Report, Rule } from './rule.ts';
import { statisticsName, statisticsValues } from './statistics.ts';
import { figureOf, placeOf, relatedCells } from './support.ts';

/** 统计表: nobody trained without a training; no figure in a tier above the unit's own. */
export const statisticsSense: Rule = {
  code: 'R505',
  id: 'statistics-sense',
  severity: 'warning',
  name: '统计表情理',
  basis: [statisticsTierBasis.basis],
  check: ({ report: { statistics, agency } }) => [
    ...trainees(statistics),
    ...(agency === null ? [] : higherTiers(statistics, agency.kind)),
  ],
};

const trainees = (statistics: AnnualReport['statistics']): Report[] =>
  causes.flatMap(({ cause, effect, basis }): Report[] => {
    const [without, some] = statisticsValues(statistics, [cause, effect]) ?? [1, 0];
    if (without !== 0 || some === 0) return [];
    return [
      {
        message: `统计表“${statisticsName(cause)}”填 0，“${statisticsName(effect)}”却填 ${some}。没有培训就没有受训人员，请核对两格。`,
        cells: [effect, cause],
        at: placeOf(statistics, effect),
        related: relatedCells(statistics, [cause], statisticsName),
        basis: [basis],
      },
    ];
  });

/** Tiers that stand above the unit; a government above the county adds up all of them. */
const above: Readonly<Partial<Record<AgencyKind, readonly StatisticsTier[]>>> = {
  township: ['city', 'county'],
  subdistrict: ['city', 'county'],
  county: ['city'],
  countyDepartment: ['city'],
};

const tierRows = statisticsRows.flatMap(({ id, tier }) => (tier === null ? [] : [{ id, tier }]));

function higherTiers(statistics: AnnualReport['statistics'], kind: AgencyKind): Report[] {
  const tiers = above[kind] ?? [];
  const ids = tierRows
    .filter(({ id, tier }) => tiers.includes(tier) && (figureOf(statistics, id) ?? 0) > 0)
    .map(({ id }) => id);
  if (ids.length === 0) return [];
  const named = ids.map((id) => `“${statisticsName(id)}”填 ${figureOf(statistics, id)}`).join('，');
  return [
    {
      message: `统计表${named}，是上级单位的栏目。本单位的数字应填在本级栏目，上级栏目填 0。`,
      cells: ids,
      at: placeOf(statistics, ids[0]!),
      related: relatedCells(statistics, ids.slice(1), statisticsName),
    },
  ];
}
