import { type Due, dueWords } from '../theme/due-chip.tsx';
import type { State } from '../theme/status.ts';

/** An invented application as a list shows it. */
export interface KitRow {
  readonly number: string;
  readonly subject: string;
  readonly receivedOn: string;
  readonly pages: number | null;
  readonly fee: number;
  readonly due: Due;
  readonly state: State;
  readonly step: string;
  readonly handler: string | null;
}

export const TODAY = '2026-10-16';

const running = (left: number, on: string): Due => ({ kind: 'running', left, on, unit: '工作日' });

const row = (
  number: string,
  subject: string,
  receivedOn: string,
  pages: number | null,
  due: Due,
  state: State,
  step: string,
  handler: string | null = '周文静',
  fee = 0,
): KitRow => ({ number, subject, receivedOn, pages, fee, due, state, step, handler });

export const kitRows: readonly KitRow[] = [
  row(
    '2026-0187',
    '农村公路养护资金安排和支出情况',
    '2026-09-16',
    48,
    running(6, '2026-10-26'),
    'running',
    '拟写答复',
  ),
  row(
    '2026-0184',
    '大坪镇集镇排水工程验收资料',
    '2026-09-14',
    112,
    { kind: 'paused', why: '征求意见' },
    'paused',
    '征求意见',
    '周文静',
    160,
  ),
  row(
    '2026-0180',
    '2025 年村级公益事业奖补项目名单',
    '2026-09-14',
    17,
    running(2, '2026-10-20'),
    'running',
    '待签发',
  ),
  row(
    '2026-0176',
    '河口村土地承包合同台账',
    '2026-09-09',
    null,
    { kind: 'overdue', by: 1, on: '2026-10-15', unit: '工作日' },
    'over',
    '待答复',
    '林嘉',
  ),
  row('2026-0171', '石桥水库移民安置资金发放明细', '2026-09-07', 6, running(0, TODAY), 'soon', '待送达'),
  row(
    '2026-0169',
    '=2+3 与 <b>标记</b> 都只是文字',
    '2026-09-04',
    31,
    { kind: 'done', late: false, on: '2026-10-12' },
    'done',
    '已办结',
    null,
  ),
  row(
    '2026-0162',
    '敬老院 2025 年运行经费',
    '2026-08-31',
    0,
    { ...running(11, '2026-11-02'), provisional: true } as Due,
    'returned',
    '被退回',
    '何立言',
  ),
];

export const dueOf = ({ due }: KitRow): string => {
  const shown = dueWords(due);
  return shown === null ? '' : `${shown.words}${shown.on === null ? '' : ` ${shown.on}`}`;
};
