import { cite } from '../../law/citation.ts';
import { annualForms } from '../../law/forms/index.ts';
import type { Report, Rule } from './rule.ts';
import { followsOn } from './stock.ts';
import { columnName, figureOf, formOf, placeOf } from './support.ts';

const columns = [...annualForms['2021'].applicationColumns.map((column) => column.id), 'organisation'];

/** What last year left open is what this year began with, column by column (both editions alike). */
export const carryOver: Rule = {
  code: 'R304',
  id: 'carry-over',
  severity: 'error',
  name: '结转衔接',
  basis: [cite('form2021', '表三“二、上年结转政府信息公开申请数量”行、“四、结转下年度继续办理”行')],
  check: ({ report }, { previous }) => {
    const form = formOf(report);
    if (form === null || !followsOn(report, previous)) return [];
    const reports: Report[] = [];
    for (const column of columns) {
      const id = `applications.carriedIn.${column}`;
      const now = figureOf(report.cells, id);
      const before = figureOf(previous.cells, `applications.carriedOut.${column}`);
      if (now === null || before === null || now === before) continue;
      reports.push({
        message:
          `表三“${columnName(form, 'applications', 'carriedIn', column)}”列：本年报告填上年结转 ${now} 件，` +
          `${previous.year}年报告填结转下年度继续办理 ${before} 件，两年不衔接。` +
          '请查明未办结申请的实际件数，更正有误的一年。',
        cells: [id],
        at: placeOf(report.cells, id),
        suggestions: [`${previous.year}年报告无误的，本格应为 ${before}。`],
      });
    }
    return reports;
  },
};
