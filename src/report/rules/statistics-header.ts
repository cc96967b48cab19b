import { statisticsHeaderBasis } from '../../law/forms/statistics.ts';
import type { Rule } from './rule.ts';
import { statisticsName } from './statistics.ts';

/** 统计表: a heading has no figure of its own. */
export const statisticsHeader: Rule = {
  code: 'R503',
  id: 'statistics-header',
  severity: 'warning',
  name: '统计表标题栏',
  basis: [statisticsHeaderBasis.basis],
  check: ({ statisticsHeaders }) =>
    statisticsHeaders.map(({ id, text, at }) => ({
      message: `统计表“${statisticsName(id)}”是标题栏，不填数字，现填“${text.trim()}”。请删去，数字填在其下各栏。`,
      cells: [id],
      at,
    })),
};
