import type { FormId } from '../../../law/forms/index.ts';

/** Wordings that only one edition of the form has, with their weight. */
const MARKS: readonly (readonly [FormId, string, number])[] = [
  ['2019', '本年新制作数量', 3],
  ['2019', '本年新公开数量', 3],
  ['2019', '对外公开总数量', 3],
  ['2019', '上一年项目数量', 3],
  ['2019', '采购项目数量', 3],
  ['2019', '采购总金额', 2],
  ['2019', '其他对外管理服务事项', 2],
  ['2021', '本年制发件数', 3],
  ['2021', '本年废止件数', 3],
  ['2021', '现行有效件数', 3],
  ['2021', '本年处理决定数量', 3],
  ['2021', '本年收费金额', 3],
  ['2021', '逾期不补正', 2],
  ['2021', '逾期未按收费通知', 2],
  ['2021', '逾期不缴费', 1],
];

export const editionMarks: readonly string[] = MARKS.map(([, mark]) => mark);

const byMark = new Map(MARKS.map((mark) => [mark[1], mark]));

/** The edition whose own head words are among the marks that stand in the tables; null where none is. */
export function editionOf(standing: Iterable<string>): FormId | null {
  const weight = { '2019': 0, '2021': 0 };
  for (const word of standing) {
    const mark = byMark.get(word);
    if (mark !== undefined) weight[mark[0]] += mark[2];
  }
  if (weight['2019'] === weight['2021']) return null;
  return weight['2019'] > weight['2021'] ? '2019' : '2021';
}
