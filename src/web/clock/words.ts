import type { AccountDay } from '../../domain/application/account.ts';
import type { ClockState } from '../../domain/application/clock.ts';
import type { Citation } from '../../law/citation.ts';
import { instrumentName } from '../../law/instruments.ts';

export const stateWords: Readonly<Record<ClockState, string>> = {
  withdrawn: '申请人已撤回',
  answered: '已答复',
  abandoned: '视为放弃申请',
  overdue: '已超期',
  paused: '期限中止',
  running: '正在办理',
};

/** 2026年10月26日. */
export const longDay = (day: string): string =>
  `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;

/** An article as short as people say it beside a date; other instruments by their title. */
export const basisWords = (basis: Citation | string): string =>
  typeof basis === 'string'
    ? basis
    : basis.instrument === 'tiaoli2019'
      ? `条例${basis.article}`
      : `${instrumentName(basis.instrument)}${basis.article}`;

/** What stands under the date in a small calendar, at most three characters. */
export function shortWord({ kind, number, why }: AccountDay): string {
  if (kind === 'counted') return `第${number}`;
  if (kind === 'start') return why.startsWith('收到申请') ? '收到' : '重算';
  if (kind === 'asking') return '征求';
  if (kind === 'correction') return '补正';
  if (kind === 'payment') return '缴费';
  if (kind === 'rest') return '休';
  return why.slice(0, 2);
}
