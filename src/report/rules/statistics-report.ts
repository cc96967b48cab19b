import { cite } from '../../law/citation.ts';
import { statisticsCrossChecks, statisticsRowById } from '../../law/forms/statistics.ts';
import type { Claim, Reading } from '../reading.ts';
import { figureText, isOwnFigure, quote } from './prose.ts';
import type { Report, Rule } from './rule.ts';
import { cellName, figureOf, formOf, placeOf } from './support.ts';

/** What the prose counts that rows of the statistics form count as well; any row of the list may be meant. */
const pairs: readonly (readonly [Claim['subject'], readonly string[]])[] = [
  ...statisticsCrossChecks.flatMap(({ row, claim }) => (claim === null ? [] : [[claim, [row]] as const])),
  ['responses', ['S2.1', 'S2.2.4', 'S2.2.5']],
  ['interpretations', ['S2.2.3']],
  ['interviews', ['S2.2.2']],
  ['briefings', ['S2.2.1']],
  ['readingPoints', ['S4']],
  ['visitors', ['S5']],
  ['staffFullTime', ['S6.2.1']],
  ['staffPartTime', ['S6.2.2']],
];

const label = (id: string): string =>
  `统计表“${(statisticsRowById.get(id)?.label ?? id).replace(/^(?:（.）|[0-9]\.|[一二三四五六七]、)/, '')}”`;

const agrees = (claim: Claim, value: number): boolean =>
  claim.precision === 'exact'
    ? claim.value === value
    : claim.precision === 'atLeast'
      ? value >= claim.value
      : Math.abs(value - claim.value) <= claim.value / 6;

function againstProse(reading: Reading): Report[] {
  const { statistics } = reading.report;
  if (Object.keys(statistics).length === 0) return [];
  const own = reading.claims.filter(
    (claim) => isOwnFigure(claim, reading.report) && claim.groupRole !== 'part' && claim.part === null,
  );
  return pairs.flatMap(([subject, rows]): Report[] => {
    const values = rows.map((row) => figureOf(statistics, row)).filter((value) => value !== null);
    const claims = own.filter((claim) => claim.subject === subject);
    const first = claims[0];
    if (values.length === 0 || first === undefined) return [];
    if (claims.some((claim) => values.some((value) => agrees(claim, value)))) return [];
    const row = rows[0]!;
    return [
      {
        message: `正文${quote(first)}中的 ${figureText(first)} 与${label(row)}的 ${values.join('、')} 不符。请核对统计口径，更正正文或统计表。`,
        cells: rows.filter((id) => id in statistics),
        at: placeOf(statistics, row),
        related: [{ at: first.at, message: `正文：${figureText(first)}` }],
      },
    ];
  });
}

function againstTables(reading: Reading): Report[] {
  const form = formOf(reading.report);
  if (form === null) return [];
  return statisticsCrossChecks.flatMap(({ row, cell, basis }): Report[] => {
    const counted = figureOf(reading.report.statistics, row);
    const stated = cell === null ? null : figureOf(reading.report.cells, cell);
    if (cell === null || counted === null || stated === null || counted === stated) return [];
    return [
      {
        message: `${label(row)}为 ${counted}，${cellName(form, cell)}为 ${stated}，两表不一致。请核实后更正。`,
        cells: [row, cell],
        at: placeOf(reading.report.statistics, row),
        related: [{ at: placeOf(reading.report.cells, cell), message: `${cellName(form, cell)}：${stated}` }],
        basis: [basis],
      },
    ];
  });
}

/** Headcounts of the staff as each sentence gives them: roles added up, or one total. */
function headcounts(claims: readonly Claim[]): { readonly count: number; readonly claim: Claim }[] {
  const found: { count: number; claim: Claim }[] = [];
  for (const claim of claims) {
    const same = found.find((entry) => entry.claim.sentence === claim.sentence);
    if (same === undefined) found.push({ count: claim.value, claim });
    else same.count += claim.value;
  }
  return found;
}

/** Several headcounts in the prose, none of which is the one of the statistics form. */
function againstStaff(reading: Reading): Report[] {
  const counted = figureOf(reading.report.statistics, 'S6.2');
  if (counted === null) return [];
  const staff = reading.claims.filter(
    (claim) => claim.subject === 'staff' && claim.precision === 'exact' && claim.scope === 'own',
  );
  const found = headcounts(staff);
  if (new Set(found.map((entry) => entry.count)).size < 2 || found.some((entry) => entry.count === counted))
    return [];
  return [
    {
      message:
        `正文所述工作人员数（${found.map((entry) => `${entry.count}人`).join('、')}）彼此不同，` +
        `也都不同于${label('S6.2')}的 ${counted}。请核实后统一。`,
      cells: ['S6.2'],
      at: placeOf(reading.report.statistics, 'S6.2'),
      related: found.map((entry) => ({
        at: entry.claim.at,
        message: `${entry.claim.noun}：${entry.count}人`,
      })),
    },
  ];
}

/** The attached 统计表 against the tables and the prose of the report itself. */
export const statisticsReport: Rule = {
  code: 'R504',
  id: 'statistics-report',
  severity: 'warning',
  name: '统计表与报告不符',
  basis: [cite('statistics2014', '政府信息公开情况统计表')],
  check: (reading) => [...againstTables(reading), ...againstProse(reading), ...againstStaff(reading)],
};
