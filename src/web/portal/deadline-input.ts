import { type AccountDay, accountOf } from '../../domain/application/account.ts';
import { type Reckoning, reckon } from '../../domain/application/clock.ts';
import { type ClockEventType, clockEvents, clockEventTypes } from '../../domain/application/events.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { type Calendar, type Day, parseDay, workdayTable } from '../../domain/workday/index.ts';

/** One line of the form: what happened, when, and what some events also need. */
export interface EventLine {
  readonly type: string;
  readonly on: string;
  readonly due: string;
  readonly days: string;
}

/** The form as filled in, empty strings where nothing stands. */
export interface DeadlineForm {
  readonly received: string;
  readonly on: string;
  readonly lines: readonly EventLine[];
}

export const leastLines = 3;
const mostLines = 40;
const longest = 40;

type Queries = Readonly<Record<string, string[]>>;
const only = (queries: Queries, name: string): string => (queries[name]?.[0] ?? '').trim().slice(0, longest);

/** The form from an address: `received`, `on`, and `type`, `day`, `due`, `days` once a line. */
export function deadlineForm(queries: Queries): DeadlineForm {
  const at = (name: string, line: number): string => (queries[name]?.[line] ?? '').trim().slice(0, longest);
  const count = Math.min(
    mostLines,
    Math.max(0, ...['type', 'day', 'due', 'days'].map((name) => queries[name]?.length ?? 0)),
  );
  const lines = Array.from({ length: count }, (_, n) => ({
    type: at('type', n),
    on: at('day', n),
    due: at('due', n),
    days: at('days', n),
  })).filter((line) => line.type !== '' || line.on !== '');
  return { received: only(queries, 'received'), on: only(queries, 'on'), lines };
}

/** What can be entered beside receipt, in the order of the procedure. */
export const enterable: readonly ClockEventType[] = clockEventTypes.filter((type) => type !== 'received');

const eventOf = ({ type, on, due, days }: EventLine): object => ({
  type,
  on,
  ...(due === '' ? {} : { due }),
  ...(type === 'extended' && days !== '' ? { days: Number(days) } : {}),
});

/** The answer to a form: a reckoning with its account, or why there is none. */
export type DeadlineAnswer =
  | { readonly reckoning: Reckoning; readonly days: readonly AccountDay[] }
  | Refusal;

/** Null where nothing was asked yet. */
export function answerOf(form: DeadlineForm, calendar: Calendar, today: Day): DeadlineAnswer | null {
  if (form.received === '' && form.lines.length === 0) return null;
  const table = workdayTable(calendar);
  const events = clockEvents(
    form.lines.map(eventOf),
    table,
    form.received === '' ? null : (form.received as Day),
  );
  if (isRefusal(events)) return events;
  const last = events.at(-1)!.on;
  const asked = form.on === '' ? null : parseDay(form.on);
  if (form.on !== '' && asked === null)
    return refuse('clock.on', `查询日“${form.on}”不存在，请写作 YYYY-MM-DD。`);
  // Without a day asked for, a running case is looked at today, a future or ended one on its last event.
  const now = table.numberOf(today) ?? last;
  const open = !events.some(({ type }) => type === 'answered' || type === 'withdrawn');
  const on = asked ?? table.dayOf(open ? Math.max(now, last) : last);
  const reckoning = reckon(events, table, on);
  return isRefusal(reckoning) ? reckoning : { reckoning, days: accountOf(reckoning, calendar) };
}
