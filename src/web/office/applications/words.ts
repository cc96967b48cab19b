import type { RunningClock } from '../../../domain/application/case-clock.ts';
import type { Clock } from '../../../domain/application/clock.ts';
import { type Phase, phaseNames } from '../../../domain/application/phases.ts';
import { type Calendar, dayNumber, workdayTable } from '../../../domain/workday/index.ts';
import { type IntakeChannel, receiptRules } from '../../../law/intake.ts';
import type { Due } from '../../theme/due-chip.tsx';
import type { State } from '../../theme/status.ts';

export const channelName = (channel: IntakeChannel): string =>
  receiptRules.find((rule) => rule.channel === channel)!.name;

/** Where a case stands, with what it waits for. */
export function stepWords(phase: Phase, waitingFor: 'correction' | 'payment' | null): string {
  if (phase !== 'waiting') return phaseNames[phase];
  return waitingFor === 'payment' ? '等待缴费' : '等待补正';
}

const states: Readonly<Record<Phase, State>> = {
  draft: 'draft',
  submitted: 'waiting',
  received: 'waiting',
  inReview: 'running',
  waiting: 'paused',
  drafting: 'running',
  reviewing: 'running',
  approving: 'running',
  sent: 'done',
  closed: 'done',
  archived: 'done',
  withdrawn: 'done',
  abandoned: 'done',
  rerouted: 'done',
};
export const stateOf = (phase: Phase): State => states[phase];

/** Beside a day reckoned before receipt was confirmed (第三十一条第（三）项). */
export const unconfirmedWords = '按系统回执之日暂计';

/** The due chip of a clock; days past it are working days too. `endedOn`: when it ended without an answer. */
export function dueOf(
  clock: (Clock & Partial<RunningClock>) | null,
  calendar: Calendar,
  endedOn: string | null = null,
): Due {
  if (clock === null) return endedOn === null ? { kind: 'none', words: '收到后计算' } : { kind: 'none' };
  const { state, due, left, on, late, provisional } = clock;
  const note = clock.unconfirmed ? { note: unconfirmedWords } : {};
  switch (state) {
    case 'withdrawn':
      return { kind: 'done', late: false, on: endedOn ?? on, words: '已撤回' };
    case 'abandoned':
      // Until the office closes it, it is the applicant's day that has passed.
      return { kind: 'done', late: false, on: endedOn, words: endedOn === null ? '申请人逾期' : '视为放弃' };
    case 'answered':
      return { kind: 'done', late, on: endedOn };
    case 'paused':
      return { kind: 'paused', why: '等待对方' };
    case 'overdue': {
      const table = workdayTable(calendar);
      const by = table.upTo(dayNumber(on)) - table.upTo(dayNumber(due!));
      return { kind: 'overdue', by, on: due!, unit: '工作日', ...note };
    }
    case 'running':
      return due === null
        ? { kind: 'none' }
        : { kind: 'running', left, on: due, unit: '工作日', provisional, ...note };
  }
}

const minutes = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});
/** YYYY-MM-DD HH:MM in Shanghai. */
export const minuteOf = (at: Date): string => minutes.format(at);
