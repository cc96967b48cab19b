import { cite } from '../../law/citation.ts';
import { annualForms } from '../../law/forms/index.ts';
import { followsForm } from '../narrative/passages.ts';
import type { Rule } from './rule.ts';

/** R002: one of the six sections is absent. Both editions have the same six. */
export const sectionMissing: Rule = {
  code: 'R002',
  id: 'section-missing',
  severity: 'error',
  name: '缺少规定的部分',
  basis: [cite('tiaoli2019', '第五十条')],
  check: (reading) => {
    if (!followsForm(reading)) return [];
    const { form } = reading.report;
    const { sections, basis } = annualForms[form === '2019' ? '2019' : '2021'];
    const found = new Set(reading.sections.map((section) => section.id));
    return sections
      .filter((section) => !found.has(section.id))
      .map((section) => ({
        message: `报告缺少“${section.heading}”。六个部分不能遗漏，没有内容的写“无”。请补上这一部分${section.table === null ? '' : '和其中的表格'}。`,
        basis: [section.basis, basis],
      }));
  },
};
