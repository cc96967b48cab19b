import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockCases } from '../../../test/arbitraries/clock-events.ts';
import { nth, oracle } from '../../../test/support/clock-oracle.ts';
import { isRefusal } from '../refusal.ts';
import { addDays, calendarOf, type Day, isWorkday, shippedCalendar, workdayTable } from '../workday/index.ts';
import { accountOf } from './account.ts';
import type { ClockEntry } from './case.ts';
import { extensionOf } from './case-clock.ts';
import { type Clock, reckon } from './clock.ts';
import { clockEvents } from './events.ts';
import { periodOf } from './history.ts';

const table = workdayTable(shippedCalendar);

function reckoning(events: readonly object[], on: string | null = null, over = shippedCalendar) {
  const inOrder = clockEvents(events, workdayTable(over));
  return isRefusal(inOrder) ? inOrder : reckon(inOrder, workdayTable(over), on as Day | null);
}

function clock(events: readonly object[], on: string | null = null): Clock {
  const result = reckoning(events, on);
  if (isRefusal(result)) throw new Error(result.message);
  return result.clock;
}

/** `received 2025-03-03, thirdPartyAsked 2025-03-10 ref=a` */
const history = (text: string): object[] =>
  text.split(', ').map((part) => {
    const [type, on, ...more] = part.split(' ');
    const options = Object.fromEntries(more.map((pair) => pair.split('=')));
    return { type, on, ...options, ...(options.days === undefined ? {} : { days: Number(options.days) }) };
  });

const received = 'received 2025-03-03';

describe('the answer period (条例第三十三条)', () => {
  it.each([
    ['the day of receipt does not count (CK-1)', '2025-03-03', '2025-03-31'],
    ['a receipt on Friday counts from Monday', '2025-03-07', '2025-04-07'],
    ['a receipt on a holiday counts from the day after it', '2025-05-01', '2025-06-03'],
    ['weekend days worked in place of holidays count (CK-3)', '2025-01-13', '2025-02-14'],
    ['over a year end', '2024-12-20', '2025-01-20'],
    ['the Spring Festival of 2020, lengthened to 2 February', '2020-01-13', '2020-02-17'],
    ['the National Day week of 2023, with two worked weekends', '2023-09-20', '2023-10-24'],
  ])('%s', (_, day, due) => {
    expect(clock([{ type: 'received', on: day }])).toMatchObject({
      due,
      used: 0,
      left: 20,
      state: 'running',
    });
  });

  it('uses 20 on its last day and is still running; the next day it is overdue', () => {
    expect(clock(history(received), '2025-03-31')).toMatchObject({ used: 20, left: 0, state: 'running' });
    expect(clock(history(received), '2025-04-01')).toMatchObject({ used: 21, left: 0, state: 'overdue' });
  });

  it('an answer on the last day is in time, one a day later is late (CK-6)', () => {
    expect(clock(history(`${received}, answered 2025-03-31`))).toMatchObject({
      state: 'answered',
      late: false,
    });
    expect(clock(history(`${received}, answered 2025-04-01`))).toMatchObject({ used: 21, late: true });
  });

  it('an extension told on the last day adds up to 20 working days, once a period (CK-9)', () => {
    expect(clock(history(`${received}, extended 2025-03-31`))).toMatchObject({ due: '2025-04-28', left: 20 });
    expect(clock(history(`${received}, extended 2025-03-31 days=5`))).toMatchObject({ due: '2025-04-08' });
  });

  it('days of the year whose notice is not known yet are counted provisionally', () => {
    const last = [...shippedCalendar.years.keys()].at(-1)!;
    expect(clock([{ type: 'received', on: `${last}-12-20` }]).provisional).toBe(true);
    expect(clock([{ type: 'received', on: `${last}-11-02` }]).provisional).toBe(false);
  });
});

describe('补正 (条例第三十条)', () => {
  const asked = `${received}, correctionSent 2025-03-12 due=2025-03-28`;
  it('stands still while it is waited for, without a due day', () => {
    expect(clock(history(asked), '2025-03-20')).toMatchObject({
      due: null,
      state: 'paused',
      used: 7,
      left: 13,
    });
  });
  it('begins anew on the day after the return, in full, an extension lapsing', () => {
    const events = `${received}, extended 2025-03-10, correctionSent 2025-03-12 due=2025-03-28, correctionReceived 2025-03-20`;
    expect(clock(history(events))).toMatchObject({ due: '2025-04-18', used: 0, left: 20, state: 'running' });
  });
  it('is given up the day after its last day, moved to the next working day when that is none', () => {
    const events = history(`${received}, correctionSent 2025-03-12 due=2025-03-29`);
    expect(clock(events, '2025-03-31').state).toBe('paused');
    expect(clock(events, '2025-04-01')).toMatchObject({ state: 'abandoned', due: null });
  });
  it('on the 7th working day is in time, on the 8th it is taken with a warning', () => {
    expect(clock(history(asked)).warnings).toEqual([]);
    const late = clock(history(`${received}, correctionSent 2025-03-13 due=2025-03-28`));
    expect(late.warnings).toMatchObject([{ basis: { article: '第三十条' } }]);
  });
  it('that comes late and is taken restarts the period with a warning', () => {
    const late = clock(history(`${asked}, correctionReceived 2025-04-02`));
    expect(late).toMatchObject({ state: 'running', left: 20, due: '2025-04-30' });
    expect(late.warnings).toHaveLength(1);
  });
});

describe('asking others (条例第三十二条至第三十四条)', () => {
  const asked = `${received}, thirdPartyAsked 2025-03-10`;
  it('has no due day before receipt of the letter is recorded', () => {
    expect(clock(history(asked))).toMatchObject({ due: null, state: 'paused', used: 5 });
  });
  it('a third party who stays silent holds the clock to the 15th working day after receipt (CK-10)', () => {
    const events = history(`${asked}, thirdPartyReceived 2025-03-12`);
    expect(clock(events, '2025-04-02')).toMatchObject({ state: 'paused', used: 5, due: '2025-04-24' });
    expect(clock(events, '2025-04-03')).toMatchObject({ state: 'running', used: 6 });
  });
  it('its answer ends it', () => {
    const events = history(`${asked}, thirdPartyReceived 2025-03-12, thirdPartyAnswered 2025-03-18`);
    expect(clock(events)).toMatchObject({ state: 'running', used: 5, due: '2025-04-09' });
  });
  it('another agency ends it only with its answer (CK-11)', () => {
    const events = history(`${received}, agencyAsked 2025-03-10`);
    expect(clock(events, '2025-06-30')).toMatchObject({ due: null, state: 'paused', used: 5 });
  });
  it('several at once are not taken out twice, and are told apart by ref', () => {
    const events = history(
      `${received}, thirdPartyAsked 2025-03-10 ref=a, thirdPartyAsked 2025-03-11 ref=b, thirdPartyReceived 2025-03-12 ref=a, thirdPartyReceived 2025-03-12 ref=b, thirdPartyAnswered 2025-03-14 ref=b, thirdPartyAnswered 2025-03-18 ref=a`,
    );
    expect(clock(events)).toMatchObject({ used: 5, due: '2025-04-09' });
  });
});

describe('信息处理费 (国办函〔2020〕109号)', () => {
  const sent = `${received}, feeNoticeSent 2025-03-10`;
  it('waits for payment, and begins anew after it (CK-12)', () => {
    expect(clock(history(sent), '2025-03-20')).toMatchObject({ due: null, state: 'paused', used: 5 });
    const paid = clock(history(`${sent}, feeNoticeReceived 2025-03-12, feePaid 2025-03-20`));
    expect(paid).toMatchObject({ due: '2025-04-18', used: 0, left: 20 });
  });
  it('is given up after the 20th working day from receipt of the notice', () => {
    const events = history(`${sent}, feeNoticeReceived 2025-03-12`);
    expect(clock(events, '2025-04-10').state).toBe('paused');
    expect(clock(events, '2025-04-11').state).toBe('abandoned');
  });
});

describe('a delay under 第三十五条', () => {
  it('takes the place of the reckoned day, moved to a working day, and no consultation moves it', () => {
    const events = `${received}, delayed 2025-03-20 due=2025-05-31`;
    expect(clock(history(events))).toMatchObject({ due: '2025-06-03', state: 'running', used: 13 });
    expect(clock(history(`${events}, agencyAsked 2025-03-21`)).due).toBe('2025-06-03');
  });
});

describe('what does not fit is refused with its article', () => {
  it.each([
    ['received 2019-05-14', '旧条例'],
    [`${received}, received 2025-03-04`, '两次'],
    ['answered 2025-03-04', '没有收到申请'],
    [`${received}, answered 2025-03-01`, '早于收到申请之日'],
    [`${received}, answered 2025-03-10, extended 2025-03-11`, '已经答复'],
    [`${received}, correctionSent 2025-03-10`, '缺少截止日'],
    [`${received}, correctionSent 2025-03-10 due=2025-03-09`, '早于告知之日'],
    [
      `${received}, correctionSent 2025-03-05 due=2025-03-20, correctionReceived 2025-03-10, correctionSent 2025-03-11 due=2025-03-20`,
      '一次性',
    ],
    [`${received}, correctionReceived 2025-03-10`, '没有发出'],
    [`${received}, thirdPartyReceived 2025-03-10`, '没有发出'],
    [`${received}, makerAnswered 2025-03-10`, '没有发出'],
    [`${received}, feePaid 2025-03-10`, '没有发出'],
    [`${received}, extended 2025-03-10 days=21`, '1至20'],
    [`${received}, extended 2025-03-10 days=0`, '1至20'],
    [`${received}, extended 2025-03-10, extended 2025-03-11`, '只能延长一次'],
    [`${received}, extended 2025-04-01`, '届满'],
    [`${received}, rerouted 2025-03-10`, '不认识的事件类型'],
    ['received 2025-02-30', '不存在'],
    ['received 2099-01-05', '工作日历'],
  ])('%s: %s', (events, words) => {
    const refused = reckoning(history(events));
    expect(isRefusal(refused) && refused.message).toContain(words);
  });

  it('later events are not read', () => {
    expect(clock(history(`${received}, answered 2025-03-20`), '2025-03-10')).toMatchObject({
      state: 'running',
      used: 5,
    });
  });
});

describe('the account', () => {
  it('shows every day from receipt to the due day, numbered, each with its reason', () => {
    const result = reckoning(
      history(
        `${received}, thirdPartyAsked 2025-03-10, thirdPartyReceived 2025-03-10, thirdPartyAnswered 2025-03-12`,
      ),
    );
    if (isRefusal(result)) throw new Error(result.message);
    const days = accountOf(result, shippedCalendar);
    expect(days[0]).toMatchObject({ day: '2025-03-03', counted: false, number: null });
    expect(days.filter(({ counted }) => counted)).toHaveLength(20);
    expect(days.at(-1)).toMatchObject({ day: result.clock.due, number: 20 });
    expect(days.filter(({ why }) => why.includes('第三方'))).toHaveLength(2);
    expect(days.every(({ why, basis }) => why.length > 0 && basis !== '')).toBe(true);
  });
});

describe('properties of the clock', () => {
  const received = fc.integer({ min: 0, max: 2600 }).map((n) => addDays('2019-05-15' as Day, n));

  it('agrees with a day-by-day restatement of the rules', () => {
    let judged = 0;
    fc.assert(
      fc.property(clockCases, ({ events, on }) => {
        const result = reckoning(events, on);
        if (isRefusal(result)) return;
        judged += 1;
        const { due, state, used, left, late } = result.clock;
        expect({ due, state, used, left, late }).toEqual(oracle(events, on));
      }),
      { numRuns: 1_500 },
    );
    expect(judged).toBeGreaterThan(900);
  });

  it('the due day is a working day, and a later receipt never brings it forward', () => {
    fc.assert(
      fc.property(received, fc.integer({ min: 1, max: 30 }), (day, later) => {
        const due = clock([{ type: 'received', on: day }]).due!;
        expect(isWorkday(due, shippedCalendar)).toBe(true);
        expect(clock([{ type: 'received', on: addDays(day, later) }]).due! >= due).toBe(true);
        expect(due).toBe(nth(day, 20));
      }),
    );
  });

  it('the extension of the period that runs is read off the entries as the replay finds it', () => {
    let extended = 0;
    fc.assert(
      fc.property(clockCases, ({ events, on }) => {
        const past = events.filter((event) => event.on <= on);
        const result = reckoning(past, on);
        if (isRefusal(result)) return;
        const { extension } = periodOf(result.history);
        if (extension !== null) extended += 1;
        expect(extensionOf(past as readonly ClockEntry[])).toBe(extension);
      }),
      { numRuns: 1_000 },
    );
    expect(extended).toBeGreaterThan(20);
  });

  it('the order of entry changes nothing', () => {
    fc.assert(
      fc.property(
        clockCases.chain(({ events, on }) =>
          fc
            .shuffledSubarray([...events], { minLength: events.length })
            .map((mixed) => ({ events, mixed, on })),
        ),
        ({ events, mixed, on }) => {
          expect(reckoning(mixed, on)).toEqual(reckoning(events, on));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('a holiday after the due day changes nothing', () => {
    const year = shippedCalendar.years.get(2025)!;
    const more = calendarOf([
      {
        ...year,
        arrangements: [
          ...year.arrangements,
          { holiday: '试验', notice: year.notice, daysOff: ['2025-12-01' as Day], workdays: [] },
        ],
      },
    ]);
    const events = history('received 2025-03-03');
    const result = reckoning(events, null, more);
    expect(isRefusal(result) ? null : result.clock.due).toBe(clock(events).due);
    expect(table.isWorkday(0)).toBe(false);
  });
});
