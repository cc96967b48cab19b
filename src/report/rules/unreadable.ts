import { cite } from '../../law/citation.ts';
import type { Report, Rule } from './rule.ts';
import { cellName, cellNames, placeOf, relatedCells, tableNames } from './support.ts';
import { surveyOf } from './survey.ts';

/** Said rather than guessed: figures that stand in the report and cannot be told for certain. */
export const unreadable: Rule = {
  code: 'R901',
  id: 'unreadable',
  severity: 'warning',
  name: '无法辨认',
  basis: [cite('tiaoli2019', '第五十条')],
  check: (reading) => {
    const survey = surveyOf(reading);
    const { cells, statistics } = reading.report;
    const reports: Report[] = [];
    for (const [table, ids] of survey?.unreadable ?? []) {
      const { form } = survey!;
      const all = form.cells.filter((cell) => cell.table === table).length;
      reports.push({
        message:
          `${tableNames[table]}有 ${ids.length} 个数据格（共 ${all} 格）不能确定是什么数字：${cellNames(form, ids)}。` +
          '数字粘连、错位或残缺的，不作猜测，也不参加核对；请用分格完整的文件重新提交，或对照原件人工核对。',
        cells: ids,
        at: placeOf(cells, ids[0]!),
        related: relatedCells(cells, ids.slice(1, 50), (id) => cellName(form, id)),
      });
    }
    const rows = Object.keys(statistics).filter((id) => statistics[id]!.status === 'unreadable');
    if (rows.length > 0)
      reports.push({
        message: `统计表有 ${rows.length} 格不能确定是什么数字：${rows.join('、')}。请对照原件人工核对。`,
        cells: rows,
        at: placeOf(statistics, rows[0]!),
      });
    return reports;
  },
};
