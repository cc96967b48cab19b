import { cite } from '../citation.ts';
import type { DisclosureBand, FormColumn, FormRow } from './form.ts';
import { carriedOut, commonApplicationRows, concluded, defineForm, formRow } from './shared.ts';

const issued: readonly FormColumn[] = [
  { id: 'issued', label: '本年制发件数', kind: 'count' },
  { id: 'repealed', label: '本年废止件数', kind: 'count' },
  { id: 'inForce', label: '现行有效件数', kind: 'count' },
];
const decisions: readonly FormColumn[] = [{ id: 'decisions', label: '本年处理决定数量', kind: 'count' }];

const row = (id: string, label: string): FormRow => formRow(id, label, null, null);
const band = (item: string, columns: readonly FormColumn[], rows: readonly FormRow[]): DisclosureBand => ({
  title: `第二十条第（${item}）项`,
  columns,
  rows,
  basis: cite('tiaoli2019', `第二十条第（${item}）项`),
});
const other = '（六）其他处理';

/** 国办公开办函〔2021〕30号: the form from report year 2021 (10 + 175 + 15 cells). */
export const annualReport2021 = defineForm({
  id: '2021',
  years: { from: 2021, to: null },
  instrument: 'form2021',
  bands: [
    band('一', issued, [row('regulations', '规章'), row('normative', '行政规范性文件')]),
    band('五', decisions, [row('licensing', '行政许可')]),
    band('六', decisions, [row('penalties', '行政处罚'), row('coercion', '行政强制')]),
    band(
      '八',
      [{ id: 'amountWan', label: '本年收费金额（单位：万元）', kind: 'wan' }],
      [row('fees', '行政事业性收费')],
    ),
  ],
  applicationRows: [
    ...commonApplicationRows,
    formRow(
      'other.correctionOverdue',
      '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
      other,
      '第三十条',
    ),
    {
      ...formRow(
        'other.feeOverdue',
        '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
        other,
        null,
      ),
      basis: cite('fee2020', '政府信息公开信息处理费管理办法'),
    },
    formRow('other.misc', '3.其他', other, null),
    concluded,
    carriedOut,
  ],
});
