import { describe, expect, it } from 'vitest';
import { act, play, tryAct } from '../../../test/support/cases.ts';
import { isRefusal } from '../refusal.ts';
import type { Day } from '../workday/index.ts';
import { newCase } from './case.ts';

const posted = '2026-03-02';
const arrived = '2026-03-05' as Day;
const letter = play(
  newCase('naturalPerson', 'ordinaryMail'),
  act('submit', posted, { arrivedOn: arrived }),
  act('tryContact', arrived, { way: '电话无人接听' }),
);
const receive = (arrivedOn: string, contactedOn: string) =>
  act('receive', '2026-03-12', {
    arrivedOn: arrivedOn as Day,
    contactedOn: contactedOn as Day,
    contact: '电话联系本人',
  });

describe('ordinary mail whose sender is not reached (第三十一条第（二）项)', () => {
  it('is entered, each attempt kept, and no period runs', () => {
    const again = play(letter, act('tryContact', '2026-03-09', { way: '仍无人接听' }));
    expect(again).toMatchObject({
      phase: 'submitted',
      receivedOn: null,
      clock: [],
      arrival: { on: arrived, tried: [arrived, '2026-03-09'] },
    });
  });
  it('is received on the day on which he was reached, not on that of its arrival', () => {
    expect(play(letter, receive(arrived, '2026-03-11'))).toMatchObject({
      phase: 'received',
      receivedOn: '2026-03-11',
      clock: [{ type: 'received', on: '2026-03-11' }],
    });
  });
  it.each([
    ['an attempt before the letter came', act('tryContact', '2026-03-04', { way: '电话' }), 'contactDay'],
    ['an attempt that says nothing', act('tryContact', '2026-03-06', { way: ' ' }), 'contactWay'],
    ['registration before he was reached', act('register', '2026-03-06', { number: '2026-001' }), 'phase'],
    ['another day of arrival than was entered', receive('2026-03-06', '2026-03-11'), 'arrivedTwice'],
    ['contact before the letter came', receive(arrived, '2026-03-04'), 'contactDay'],
  ])('refuses %s', (_, attempt, code) => {
    const refusal = tryAct(letter, attempt);
    expect(isRefusal(refusal) && refusal.code).toBe(`application.${code}`);
  });
});
