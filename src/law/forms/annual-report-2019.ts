import { cite } from '../citation.ts';
import type { DisclosureBand, FormColumn, FormRow } from './form.ts';
import { carriedOut, commonApplicationRows, concluded, defineForm, formRow } from './shared.ts';

const made: readonly FormColumn[] = [
  { id: 'made', label: '本年新制作数量', kind: 'count' },
  { id: 'published', label: '本年新公开数量', kind: 'count' },
  { id: 'totalPublic', label: '对外公开总数量', kind: 'count' },
];
const previousItems: FormColumn = { id: 'previousItems', label: '上一年项目数量', kind: 'count' };
const change: FormColumn = { id: 'change', label: '本年增/减', kind: 'signed' };
const decisions: FormColumn = { id: 'decisions', label: '处理决定数量', kind: 'count' };

const row = (id: string, label: string): FormRow => formRow(id, label, null, null);
const band = (item: string, columns: readonly FormColumn[], rows: readonly FormRow[]): DisclosureBand => ({
  title: `第二十条第（${item}）项`,
  columns,
  rows,
  basis: cite('tiaoli2019', `第二十条第（${item}）项`),
});

/** 国办公开办函〔2019〕60号, annex: the form for report years 2019 and 2020 (22 + 161 + 15 cells). */
export const annualReport2019 = defineForm({
  id: '2019',
  years: { from: 2019, to: 2020 },
  instrument: 'form2019',
  bands: [
    band('一', made, [row('regulations', '规章'), row('normative', '规范性文件')]),
    band(
      '五',
      [previousItems, change, decisions],
      [row('licensing', '行政许可'), row('otherServices', '其他对外管理服务事项')],
    ),
    band(
      '六',
      [previousItems, change, decisions],
      [row('penalties', '行政处罚'), row('coercion', '行政强制')],
    ),
    band('八', [previousItems, change], [row('fees', '行政事业性收费')]),
    band(
      '九',
      [
        { id: 'items', label: '采购项目数量', kind: 'count' },
        { id: 'amount', label: '采购总金额', kind: 'yuan' },
      ],
      [row('procurement', '政府集中采购')],
    ),
  ],
  applicationRows: [
    ...commonApplicationRows,
    formRow('other', '（六）其他处理', null, null),
    concluded,
    carriedOut,
  ],
});
