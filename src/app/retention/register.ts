import { answerOf } from '../../law/answers.ts';
import { instrumentName } from '../../law/instruments.ts';
import { deletionDuty, usualRetention } from '../../law/retention.ts';
import type { DestructionItem } from '../../store/destructions.ts';
import type { LooseItem } from './loose-items.ts';

interface RegisterHead {
  readonly agency: string;
  readonly proposedBy: string;
  readonly confirmedBy: string;
  /** Of the confirmation, YYYY-MM-DD. */
  readonly on: string;
}

const cell = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const line = (...cells: readonly (string | number)[]): string =>
  cells.map((each) => cell(String(each))).join(',');

/**
 * 销毁清册 as CSV: which cases, how long they were kept and why that long, who proposed and confirmed. No word in it tells
 * of an applicant.
 */
export function registerText(
  { agency, proposedBy, confirmedBy, on }: RegisterHead,
  items: readonly DestructionItem[],
  loose: readonly LooseItem[],
  files: ReadonlyMap<string, number>,
): string {
  const basis = `${instrumentName(deletionDuty.instrument)}${deletionDuty.article}`;
  const rows = items.map((item, index) =>
    line(
      index + 1,
      item.number,
      item.received_on ?? '',
      item.ended_on ?? '',
      item.answer === null ? '' : answerOf(item.answer).name,
      usualRetention[item.kind].label,
      item.counted_from,
      item.years,
      files.get(item.application_id) ?? 0,
    ),
  );
  return [
    `\uFEFF${line('个人信息销毁清册')}`,
    line('机关', agency),
    line('依据', basis),
    line('提请人', proposedBy),
    line('批准人', confirmedBy),
    line('销毁日期', on),
    line('件数', items.length + loose.length),
    line('序号', '编号', '收到之日', '办结之日', '处理结果', '类别', '保管起算日', '保管年限', '文件数'),
    ...rows,
    ...loose.map((one, index) =>
      line(
        items.length + index + 1,
        one.number ?? '—',
        one.receivedOn,
        one.countedFrom,
        one.result ?? '',
        one.kind,
        one.countedFrom,
        one.years,
        files.get(one.id) ?? 0,
      ),
    ),
    '',
  ].join('\r\n');
}
