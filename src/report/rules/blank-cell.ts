import { cite } from '../../law/citation.ts';
import type { Rule } from './rule.ts';
import { cellName, cellNames, placeOf, relatedCells, tableNames } from './support.ts';
import { surveyOf } from './survey.ts';

/** A figure that is nought is written 0: an empty cell says neither that there was none nor that it was counted. */
export const blankCell: Rule = {
  code: 'R201',
  id: 'blank-cell',
  severity: 'error',
  name: '空格',
  basis: [cite('form2021', '表二、表三、表四各数据格')],
  check: (reading) => {
    const survey = surveyOf(reading);
    if (survey === null) return [];
    const { form, blank } = survey;
    const { cells } = reading.report;
    return [...blank].map(([table, ids]) => {
      const all = form.cells.filter((cell) => cell.table === table).length;
      const what =
        ids.length === all
          ? `${tableNames[table]}的 ${all} 个数据格全部空着`
          : `${tableNames[table]}有 ${ids.length} 个数据格空着：${cellNames(form, ids)}`;
      return {
        message: `${what}。没有发生的应填 0，不能留空；请逐格核实后填写。`,
        cells: ids,
        at: placeOf(cells, ids[0]!),
        related: relatedCells(cells, ids.slice(1), (id) => cellName(form, id)),
        suggestions: ['确认没有发生的，填 0。'],
      };
    });
  },
};
