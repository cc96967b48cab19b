import { describe, expect, it } from 'vitest';
import { dispositions } from '../../law/appeals.ts';
import { type Day, shippedCalendar, workdayTable } from '../workday/index.ts';
import { appealDues, type OpenAppeal } from './due.ts';

const table = workdayTable(shippedCalendar);
const review: OpenAppeal = {
  kind: 'review',
  procedure: 'simplified',
  acceptedOn: '2026-03-02' as Day,
  copyReceivedOn: '2026-03-04' as Day,
  repliedOn: null,
  hearingOn: null,
  ended: null,
  reopened: false,
};
const dues = (more: Partial<OpenAppeal>, today = '2026-03-05') =>
  appealDues({ ...review, ...more }, today as Day, table).map(
    ({ kind, on, basis }) => `${kind} ${on} ${basis.article}`,
  );
const ended = (disposition: string) => ({ ended: { disposition, on: '2026-04-01' as Day } });

describe('what the agency owes in a review or a suit', () => {
  it.each([
    ['the reply, 5 working days in 简易程序', {}, ['appealReply 2026-03-11 第五十四条第一款']],
    ['10 in 普通程序', { procedure: 'ordinary' }, ['appealReply 2026-03-18 第四十八条']],
    [
      '15 calendar days in a suit',
      { kind: 'suitDirect', procedure: null },
      ['appealReply 2026-03-19 第六十七条第一款'],
    ],
    ['no reply before the copy came', { copyReceivedOn: null }, []],
    ['no reply once it was handed in', { repliedOn: '2026-03-09' }, []],
    [
      'the hearing beside it',
      { repliedOn: '2026-03-09', hearingOn: '2026-03-25' },
      ['hearing 2026-03-25 第五十一条第三款'],
    ],
    [
      'in a suit under its own article',
      { kind: 'suitAfterReview', procedure: null, repliedOn: '2026-03-09', hearingOn: '2026-03-25' },
      ['hearing 2026-03-25 第三条第三款'],
    ],
  ] as const)('is %s', (_, more, expected) => {
    expect(dues(more as Partial<OpenAppeal>)).toEqual(expected);
  });

  it('is owed also when its day is past: a missing reply counts as an act without evidence (RM-9)', () => {
    expect(dues({}, '2026-06-01')).toEqual(['appealReply 2026-03-11 第五十四条第一款']);
  });
  it('is not a hearing that was held', () => {
    expect(
      dues({ repliedOn: '2026-03-09' as Day, hearingOn: '2026-03-25' as Day }, '2026-03-25'),
    ).toHaveLength(1);
    expect(dues({ repliedOn: '2026-03-09' as Day, hearingOn: '2026-03-25' as Day }, '2026-03-26')).toEqual(
      [],
    );
  });

  it.each(dispositions.filter(({ of }) => of === 'review').map(({ id, reopens }) => [id, reopens] as const))(
    'is a new answer 20 working days after the decision only where one was ordered (%s: %s)',
    (id, ordered) => {
      expect(dues(ended(id))).toEqual(
        ordered ? [expect.stringMatching(/^newAnswer 2026-04-30 第六十[四六]条/)] : [],
      );
      expect(dues({ ...ended(id), reopened: true })).toEqual([]);
    },
  );
});
