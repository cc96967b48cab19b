import { search } from '../queries/search.ts';
import type { FindPart } from './found.ts';

/** Published annual reports by their text: public, so everybody finds all of them. */
export const findReports: FindPart = {
  label: '年度报告',
  async find(context, text, limit) {
    const { hits } = await search(context, { text, cursor: null, limit });
    return hits.map(({ agency, year, section, snippet }) => ({
      title: `${agency.name}${year}年政府信息公开工作年度报告`,
      about: section === null ? '' : `${section}：${snippet}`,
      path: `/a/${encodeURIComponent(agency.slug)}/reports/${year}`,
    }));
  },
};
