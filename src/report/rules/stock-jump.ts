import type { AnnualReport } from '../../domain/annual/report.ts';
import { cite } from '../../law/citation.ts';
import { annualForms } from '../../law/forms/index.ts';
import type { Report, Rule } from './rule.ts';
import { followsOn, stockNames, stockRows } from './stock.ts';
import { figureOf, placeOf, rowName } from './support.ts';

/** A change by more than half from one year to the next is worth a second look; it may well be right. */
export const stockJump: Rule = {
  code: 'R209',
  id: 'stock-jump',
  severity: 'info',
  name: '年际突变',
  basis: [
    cite('form2021', '表二“本年制发件数”“现行有效件数”栏'),
    cite('form2019', '表二“上一年项目数量”“本年增/减”栏'),
  ],
  check: ({ report }, { previous }) => {
    if (!followsOn(report, previous) || report.form !== previous.form) return [];
    if (report.form === '2021') return jumps(report, previous);
    return report.form === '2019' ? items(report, previous) : [];
  },
};

function jumps(report: AnnualReport, previous: AnnualReport): Report[] {
  const reports: Report[] = [];
  for (const row of stockRows)
    for (const [column, name] of [
      ['issued', '本年制发'],
      ['inForce', '现行有效'],
    ] as const) {
      const id = `disclosure.${row}.${column}`;
      const now = figureOf(report.cells, id);
      const before = figureOf(previous.cells, id);
      if (now === null || before === null || before === 0 || Math.abs(now - before) * 2 <= before) continue;
      reports.push({
        message: `${stockNames[row]}${name}由上年 ${before} 件变为 ${now} 件，变动超过一半。确有原因的，建议在正文中说明；否则请核对。`,
        cells: [id],
        at: placeOf(report.cells, id),
        basis: [cite('form2021', '表二“本年制发件数”“现行有效件数”栏')],
      });
    }
  return reports;
}

/** Form of 2019: 上一年项目数量 carries on from last year's figure and its 增/减. */
function items(report: AnnualReport, previous: AnnualReport): Report[] {
  const reports: Report[] = [];
  for (const row of ['licensing', 'otherServices', 'penalties', 'coercion', 'fees']) {
    const id = `disclosure.${row}.previousItems`;
    const now = figureOf(report.cells, id);
    const before = figureOf(previous.cells, id);
    const change = figureOf(previous.cells, `disclosure.${row}.change`);
    if (now === null || before === null || change === null || now === before + change) continue;
    const name = rowName(annualForms['2019'], 'disclosure', row);
    reports.push({
      message:
        `${name}上一年项目数量填 ${now}，而上年报告为 ${before}、增减 ${change}，应为 ${before + change}。` +
        '口径有调整的，建议说明；否则请核对。',
      cells: [id],
      at: placeOf(report.cells, id),
      basis: [cite('form2019', '表二“上一年项目数量”“本年增/减”栏')],
    });
  }
  return reports;
}
