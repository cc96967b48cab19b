import { cite } from '../../law/citation.ts';
import { mayMakeRegulations } from '../../law/regulation-authority.ts';
import type { Rule } from './rule.ts';
import { cellName, figureOf, formOf, placeOf, relatedCells } from './support.ts';

const regulationCells = {
  '2019': ['made', 'published', 'totalPublic'].map((column) => `disclosure.regulations.${column}`),
  '2021': ['issued', 'repealed', 'inForce'].map((column) => `disclosure.regulations.${column}`),
};

/** 规章 of a body that cannot make any; 规章制度 (internal rules) are not 规章, the usual cause of the error. */
export const regulationAuthority: Rule = {
  code: 'R203',
  id: 'regulation-authority',
  severity: 'error',
  name: '规章制定权',
  basis: [cite('lifafa2023', '第九十一条、第九十三条')],
  check: ({ report }) => {
    const form = formOf(report);
    if (form === null || report.agency === null) return [];
    const { may, basis } = mayMakeRegulations(report.agency);
    if (may !== 'no') return [];
    const ids = regulationCells[form.id].filter((id) => (figureOf(report.cells, id) ?? 0) > 0);
    if (ids.length === 0) return [];
    const figures = ids.map((id) => `${cellName(form, id)}填 ${figureOf(report.cells, id)}`).join('，');
    return [
      {
        message:
          `${report.agency.name}无权制定规章，${figures}。规章只能由国务院部门和省、自治区、直辖市、设区的市、自治州人民政府制定；` +
          '内部规章制度不是规章，规范性文件填入下一行。本机关没有制定的，本行应填 0。',
        cells: ids,
        at: placeOf(report.cells, ids[0]!),
        related: relatedCells(report.cells, ids.slice(1), (id) => cellName(form, id)),
        basis: [basis],
        suggestions: ['本行各格填 0。'],
      },
    ];
  },
};
