import { cite } from '../../law/citation.ts';
import type { LabelReading } from '../reading.ts';
import type { Report, Rule } from './rule.ts';
import { formOf, tableNames } from './support.ts';

const kinds: Readonly<Record<LabelReading['kind'], string>> = {
  row: '行名',
  column: '列名',
  group: '栏目名',
  note: '表头注',
};

/** Width of characters, spaces and line breaks make no other label. */
const letters = (label: string): string => label.normalize('NFKC').replace(/\s/g, '');

/** The national grid keeps its words: a changed label changes what is counted (不予受理 is not 不予处理). */
export const rowLabel: Rule = {
  code: 'R205',
  id: 'row-label',
  severity: 'warning',
  name: '行列名称',
  basis: [cite('form2021', '附件“年度报告格式”表二、表三、表四行列名称')],
  check: (reading) => {
    const form = formOf(reading.report);
    if (form === null) return [];
    const retyped = reading.labels.some(({ table, kind }) => table === 'applications' && kind !== 'note');
    return reading.labels.flatMap((label): Report[] => {
      if (label.found !== null && letters(label.found) === letters(label.expected)) return [];
      if (label.found !== null)
        return [
          {
            message: `${tableNames[label.table]}${kinds[label.kind]}“${label.found}”与格式不符，应为“${label.expected}”。请按格式改正。`,
            at: label.at,
            basis: [form.basis],
          },
        ];
      // Copying out of a page or a PDF often loses the note alone: it counts beside other departures from the form.
      if (label.kind !== 'note' || !retyped) return [];
      return [
        {
          message: `${tableNames[label.table]}缺表头注“${label.expected}”。请按格式补上。`,
          at: label.at,
          basis: [form.basis],
        },
      ];
    });
  },
};
