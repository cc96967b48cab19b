import { cite } from '../../law/citation.ts';
import { annualForms } from '../../law/forms/index.ts';
import type { Report, Rule } from './rule.ts';
import { formOf, tableIds, tableNames } from './support.ts';

/** A table must be a table: a picture can be neither searched nor checked nor read aloud; nor may prose stand in. */
export const tableImage: Rule = {
  code: 'R207',
  id: 'table-image',
  severity: 'error',
  name: '表格缺失',
  basis: [cite('form2021', '附件“年度报告格式”表二、表三、表四')],
  check: (reading) => {
    const form = formOf(reading.report) ?? (reading.report.form === null ? annualForms['2021'] : null);
    if (form === null) return [];
    return tableIds.flatMap((table): Report[] => {
      const state = reading.tables[table];
      const section = reading.sections.find((s) => s.id === table);
      if (state === 'found' || section === undefined) return [];
      if (state === 'missing' && section.passages.length === 0) return [];
      const name = tableNames[table];
      return [
        {
          message:
            state === 'picture'
              ? `${name}是图片，数据无法读取、检索和核对。请换成表格，逐格填写数字。`
              : `“${section.heading}”只有文字，没有${name}。请按格式补上表格，逐格填写数字。`,
          at: section.at,
          basis: [form.basis],
        },
      ];
    });
  },
};
