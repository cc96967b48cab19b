import { cite } from '../../law/citation.ts';
import type { Report, Rule } from './rule.ts';
import { previousStock, stockNames, stockRows } from './stock.ts';
import { figureOf, placeOf, relatedCells } from './support.ts';

/** 现行有效 rolls: last year's, plus what was made, less what was repealed (form of 2021, both years). */
export const stockContinuity: Rule = {
  code: 'R204',
  id: 'stock-continuity',
  severity: 'warning',
  name: '现行有效件数衔接',
  basis: [cite('form2021', '表二“本年制发件数”“本年废止件数”“现行有效件数”栏')],
  check: ({ report }, { previous }) => {
    if (previous === null) return [];
    const reports: Report[] = [];
    for (const row of stockRows) {
      const before = previousStock(report, previous, row);
      const issued = figureOf(report.cells, `disclosure.${row}.issued`);
      const repealed = figureOf(report.cells, `disclosure.${row}.repealed`);
      const id = `disclosure.${row}.inForce`;
      const inForce = figureOf(report.cells, id);
      if (before === null || issued === null || repealed === null || inForce === null) continue;
      const due = before + issued - repealed;
      if (due === inForce) continue;
      const others = [`disclosure.${row}.issued`, `disclosure.${row}.repealed`];
      reports.push({
        message:
          `${stockNames[row]}现行有效件数与上年不衔接：上年现行有效 ${before} + 本年制发 ${issued} − 本年废止 ${repealed} = ${due}，` +
          `本年填 ${inForce}，相差 ${Math.abs(due - inForce)}。失效的计入废止；口径有调整的，请在正文中说明。`,
        cells: [id, ...others],
        at: placeOf(report.cells, id),
        related: relatedCells(report.cells, others, (cell) =>
          cell.endsWith('issued') ? '本年制发' : '本年废止',
        ),
      });
    }
    return reports;
  },
};
