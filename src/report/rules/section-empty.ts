import { cite } from '../../law/citation.ts';
import { type AnnualForm, annualForms, type FormSection, type TableId } from '../../law/forms/index.ts';
import { followsForm, isExcerpt } from '../narrative/passages.ts';
import type { Reading, SectionReading } from '../reading.ts';
import type { Rule } from './rule.ts';
import { tableIds } from './support.ts';

const printedTable: Readonly<Record<TableId, string>> = {
  disclosure: '主动公开政府信息情况表',
  applications: '收到和处理政府信息公开申请情况表',
  appeals: '政府信息公开行政复议、行政诉讼情况表',
};

/** R003: a section without a word, or without its table, or with a table that holds no figure at all. */
export const sectionEmpty: Rule = {
  code: 'R003',
  id: 'section-empty',
  severity: 'error',
  name: '部分或其表格为空',
  basis: [cite('form2021', '年度报告格式'), cite('tiaoli2019', '第五十条')],
  check: (reading) => {
    if (!followsForm(reading)) return [];
    const { form } = reading.report;
    const excerpt = isExcerpt(reading);
    return annualForms[form === '2019' ? '2019' : '2021'].sections.flatMap((section) => {
      const parts = reading.sections.filter((part) => part.id === section.id);
      const first = parts[0];
      if (first === undefined) return [];
      const message = faultOf(reading, section, parts, excerpt);
      return message === null ? [] : [{ message, at: first.at, basis: [section.basis] }];
    });
  },
};

function faultOf(
  reading: Reading,
  { heading, table }: FormSection,
  parts: readonly SectionReading[],
  excerpt: boolean,
): string | null {
  const words = parts.some((part) => part.passages.some((passage) => passage.text.trim() !== ''));
  if (table === null)
    return words || excerpt || parts.some((part) => part.table === 'picture')
      ? null
      : `“${heading}”下面没有内容。请写明情况；确实没有的，写“无”。`;
  if (parts.every((part) => part.table === 'none') && reading.tables[table] === 'missing')
    return words
      ? `“${heading}”只有文字，没有规定的${printedTable[table]}。请按格式补上表格，没有发生的填 0。`
      : `“${heading}”是空的，规定的${printedTable[table]}也没有。请按格式补上表格，没有发生的填 0。`;
  return isBlank(reading, table)
    ? `“${heading}”的表格没有填任何数字。请逐格填写，没有发生的填 0，不留空格。`
    : null;
}

const idsByForm = new Map<AnnualForm, ReadonlyMap<TableId, readonly string[]>>();

/** Cells of a form by table. */
function idsOf(form: AnnualForm): ReadonlyMap<TableId, readonly string[]> {
  const known = idsByForm.get(form);
  if (known !== undefined) return known;
  const ids = (table: TableId) => form.cells.filter((cell) => cell.table === table).map(({ id }) => id);
  const made = new Map(tableIds.map((table) => [table, ids(table)] as const));
  idsByForm.set(form, made);
  return made;
}

/** Whether every cell that the table has is empty; cells of a collapsed table stand beside the form's. */
function isBlank({ report: { cells, form } }: Reading, table: TableId): boolean {
  let blank = 0;
  for (const id of idsOf(annualForms[form === '2019' ? '2019' : '2021']).get(table)!) {
    const status = cells[id]?.status;
    if (status === undefined || status === 'absent') continue;
    if (status !== 'blank') return false;
    blank++;
  }
  return (
    blank > 0 &&
    Object.entries(cells).every(
      ([id, { status }]) => !id.startsWith(`${table}.`) || status === 'blank' || status === 'absent',
    )
  );
}
