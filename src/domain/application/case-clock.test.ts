import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consultationCapOn } from '../../law/deadlines.ts';
import { isRefusal } from '../refusal.ts';
import { addDays, type Day, shippedCalendar, workdayTable } from '../workday/index.ts';
import { agencyTerm } from './agency-reply.ts';
import type { ClockEntry } from './case.ts';
import { reckonEntries } from './case-clock.ts';
import { reckon } from './clock.ts';
import { dueActs } from './due-acts.ts';
import { clockEvents } from './events.ts';

const table = workdayTable(shippedCalendar);
const day = (text: string) => text as Day;
const clock = (entries: readonly ClockEntry[], on: string) => {
  const reckoning = reckonEntries(entries, day(on), table);
  if (isRefusal(reckoning)) throw new Error(reckoning.message);
  return reckoning.clock;
};

const drafting = {
  phase: 'drafting',
  channel: null,
  submittedOn: null,
  handler: null,
  correction: null,
} as const;

describe('another agency that is asked (第三十三条第三款, CK-11)', () => {
  const asked = (more: Partial<ClockEntry> = {}): readonly ClockEntry[] => [
    { type: 'received', on: day('2026-03-02') },
    { type: 'agencyAsked', on: day('2026-03-09'), ref: '其他机关1', ...more },
  ];
  const capped = asked({ due: day('2026-03-20'), cap: day('2026-03-30') });

  it('is left out of the period for 15 working days at most, an inference that is dated', () => {
    expect(consultationCapOn('2026-03-09')).toMatchObject({ workdays: 15, certainty: 'inference' });
    expect(consultationCapOn('2019-05-14')).toBeNull();
    expect(agencyTerm(day('2026-03-09'), null, table)).toEqual({ until: '2026-03-30', cap: '2026-03-30' });
    expect(agencyTerm(day('2026-03-09'), day('2026-03-20'), table)).toEqual({
      until: '2026-03-20',
      cap: '2026-03-30',
    });
    expect(agencyTerm(day('2026-03-09'), day('2026-03-08'), table)).toMatchObject({
      code: 'opinion.until',
      facts: { fields: [{ field: 'until' }] },
    });
  });

  it('lets the period stand still until the cap, and run on the day after', () => {
    expect(clock(capped, '2026-03-30')).toMatchObject({ state: 'paused', used: 5, due: '2026-04-21' });
    expect(clock(capped, '2026-03-31')).toMatchObject({ state: 'running', used: 6, due: '2026-04-21' });
    expect(clock(capped, '2026-04-22')).toMatchObject({ state: 'overdue' });
  });

  it('ends it with its answer where that comes first, and not again where it comes after', () => {
    const answer = (on: string): readonly ClockEntry[] => [
      ...capped,
      { type: 'agencyAnswered', on: day(on), ref: '其他机关1' },
    ];
    expect(clock(answer('2026-03-16'), '2026-03-17')).toMatchObject({ state: 'running', due: '2026-04-07' });
    expect(clock(answer('2026-04-02'), '2026-04-03').due).toBe('2026-04-21');
  });

  it('has no end in events from outside, nor in letters sent before there was a cap', () => {
    expect(clock(asked(), '2026-06-01')).toMatchObject({ state: 'paused', due: null });
    const events = clockEvents(capped, table);
    const outside = isRefusal(events) ? events : reckon(events, table, day('2026-06-01'));
    expect(outside).toMatchObject({ clock: { state: 'paused', due: null } });
  });

  it('has the day that the letter asked for among the last days, until it answers', () => {
    const acts = (entries: readonly ClockEntry[], on: string) =>
      dueActs({ ...drafting, clock: entries }, day(on), table).map(({ kind, ref, on: last, basis }) => [
        kind,
        ref,
        last,
        basis.article,
      ]);
    expect(acts(capped, '2026-03-10')).toEqual([
      ['answer', null, '2026-04-21', '第三十三条第二款'],
      ['reply', '其他机关1', '2026-03-20', '第三十三条第三款'],
    ]);
    expect(acts(capped, '2026-03-23').map(([kind]) => kind)).toEqual(['answer']);
    const heard = [...capped, { type: 'agencyAnswered', on: day('2026-03-16'), ref: '其他机关1' } as const];
    expect(acts(heard, '2026-03-17').map(([kind]) => kind)).toEqual(['answer']);
  });
});

describe('a case that review or court ordered within a time (WF-15)', () => {
  const received = day('2026-03-02');
  const case_ = (last: string): readonly ClockEntry[] => [
    { type: 'received', on: received, ordered: { day: day(last), by: 'review' } },
  ];

  it('is due on the day of the decision where that is the earlier', () => {
    expect(clock(case_('2026-03-17'), '2026-03-09')).toMatchObject({
      due: '2026-03-17',
      ordered: 'review',
      state: 'running',
      left: 6,
    });
    expect(clock(case_('2026-03-17'), '2026-03-18')).toMatchObject({ state: 'overdue', left: 0 });
  });
  it('is due with the period of 第三十三条 where that is', () => {
    const later = clock(case_('2026-04-30'), '2026-03-09');
    expect(later.due).toBe('2026-03-30');
    expect(later).not.toHaveProperty('ordered');
  });
  it('is not put off by asking, waiting or extending', () => {
    const busy: readonly ClockEntry[] = [
      ...case_('2026-03-17'),
      { type: 'correctionSent', on: day('2026-03-04'), due: day('2026-04-10') },
      { type: 'extended', on: day('2026-03-05'), days: 20 },
    ];
    expect(clock(busy, '2026-03-18')).toMatchObject({ due: '2026-03-17', state: 'overdue' });
  });
  it('is answered late after that day, within 20 days or not', () => {
    const answered = (on: string) => clock([...case_('2026-03-17'), { type: 'answered', on: day(on) }], on);
    expect([answered('2026-03-17').late, answered('2026-03-18').late]).toEqual([false, true]);
  });
  it('names the decision as what its last day rests on', () => {
    const [answer] = dueActs({ ...drafting, clock: case_('2026-03-17') }, day('2026-03-09'), table);
    expect(answer).toMatchObject({ on: '2026-03-17', basis: { article: '第七十七条第一款' } });
  });
  it('is never due later than without it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 90 }), (within, later) => {
        const last = addDays(received, within);
        const { due } = clock(case_(last), addDays(received, later));
        expect(due).toBe(last < '2026-03-30' ? last : '2026-03-30');
      }),
    );
  });
});
