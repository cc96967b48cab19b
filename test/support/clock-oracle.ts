import {
  addDays,
  type Calendar,
  type Day,
  type DayStatus,
  dayStatus,
  shippedCalendar,
} from '../../src/domain/workday/index.ts';

export interface OracleEvent {
  readonly type: string;
  readonly on: Day;
  readonly due?: Day;
  readonly days?: number;
  readonly ref?: string;
}

export interface OracleAnswer {
  readonly due: Day | null;
  readonly state: string;
  readonly used: number;
  readonly left: number;
  readonly late: boolean;
}

/** The order within one day, written out once more. */
const order =
  'received correctionSent correctionReceived feeNoticeSent feeNoticeReceived feePaid thirdPartyAsked thirdPartyReceived thirdPartyAnswered makerAsked makerReceived makerAnswered agencyAsked agencyAnswered extended delayed answered withdrawn'.split(
    ' ',
  );

const works = (day: Day, calendar: Calendar): boolean => (dayStatus(day, calendar) as DayStatus).workday;

/** The n-th working day after a day, one day at a time. */
export function nth(day: Day, n: number, calendar: Calendar = shippedCalendar): Day {
  let at = day;
  for (let left = n; left > 0; ) {
    at = addDays(at, 1);
    if (works(at, calendar)) left -= 1;
  }
  return at;
}
const onOrAfter = (day: Day, calendar: Calendar): Day => (works(day, calendar) ? day : nth(day, 1, calendar));

interface Letter {
  readonly kind: string;
  readonly ref: string | undefined;
  readonly asked: Day;
  received?: Day;
  answered?: Day;
}

/** A plain restatement of the rules, day by day, for events that are lawful; slow on purpose and sharing no reckoning. */
export function oracle(
  events: readonly OracleEvent[],
  on: Day,
  calendar: Calendar = shippedCalendar,
): OracleAnswer {
  const read = events
    .filter((event) => event.on <= on)
    .sort((a, b) =>
      a.on < b.on
        ? -1
        : a.on > b.on
          ? 1
          : order.indexOf(a.type) - order.indexOf(b.type) || (a.due ?? '').localeCompare(b.due ?? ''),
    );
  const letters: Letter[] = [];
  let start = read[0]!.on;
  let length = 20;
  let delayed: Day | null = null;
  const waits = new Map<string, { sent: Day; lapses: Day | null }>();
  let answered: Day | null = null;
  let withdrawn = false;
  const letter = (kind: string, ref: string | undefined): Letter =>
    letters.filter((one) => one.kind === kind && (ref === undefined || one.ref === ref)).at(-1)!;
  const restart = (day: Day): void => {
    start = day;
    length = 20;
    delayed = null;
  };
  for (const { type, on: day, due, days, ref } of read) {
    const kind = type.replace(/Asked$|Received$|Answered$/, '');
    if (type === 'correctionSent') waits.set('correction', { sent: day, lapses: onOrAfter(due!, calendar) });
    else if (type === 'correctionReceived' || type === 'feePaid') {
      waits.delete(type === 'feePaid' ? 'fee' : 'correction');
      restart(day);
    } else if (type === 'feeNoticeSent') waits.set('fee', { sent: day, lapses: null });
    else if (type === 'feeNoticeReceived') waits.get('fee')!.lapses = nth(day, 20, calendar);
    else if (type.endsWith('Asked')) letters.push({ kind, ref, asked: day });
    else if (type.endsWith('Received')) letter(kind, ref).received = day;
    else if (type.endsWith('Answered')) letter(kind, ref).answered = day;
    else if (type === 'extended') length += days ?? 20;
    else if (type === 'delayed') delayed = onOrAfter(due!, calendar);
    else if (type === 'answered') answered = day;
    else if (type === 'withdrawn') withdrawn = true;
  }
  const ended = (one: Letter): Day => {
    const silent =
      one.kind === 'agency' || one.received === undefined ? '9999' : nth(one.received, 15, calendar);
    return (one.answered !== undefined && one.answered < silent ? one.answered : silent) as Day;
  };
  const waiting = [...waits.values()];
  const ends = letters.map((one) => ({ asked: one.asked, ended: ended(one) }));
  const counts = (day: Day): boolean =>
    works(day, calendar) &&
    !waiting.some(({ sent }) => day > sent) &&
    !ends.some((one) => one.asked < day && day <= one.ended);
  const abandoned = waiting.some(({ lapses }) => lapses !== null && on > lapses);
  let used = 0;
  const until = answered ?? on;
  for (let day = start; day < until; ) {
    day = addDays(day, 1);
    if (counts(day)) used += 1;
  }
  let due: Day | null = null;
  if (!abandoned && delayed !== null) due = waiting.some(({ sent }) => sent <= delayed!) ? null : delayed;
  else if (!abandoned) {
    let counted = 0;
    for (let day = start, steps = 0; counted < length && steps < 400; steps += 1) {
      day = addDays(day, 1);
      if (counts(day)) counted += 1;
      if (counted === length) due = day;
    }
  }
  let left = Math.max(0, length - used);
  if (delayed !== null) {
    left = 0;
    const now = [until, ...waiting.map(({ sent }) => sent)].sort()[0]!;
    for (let day = now; day < (delayed as Day); ) {
      day = addDays(day, 1);
      if (works(day, calendar)) left += 1;
    }
  }
  const open = letters.some((one) => one.answered === undefined && on <= ended(one));
  const state = withdrawn
    ? 'withdrawn'
    : answered !== null
      ? 'answered'
      : abandoned
        ? 'abandoned'
        : due !== null && on > due
          ? 'overdue'
          : open || waiting.length > 0
            ? 'paused'
            : 'running';
  return { due, state, used, left, late: answered !== null && due !== null && answered > due };
}
