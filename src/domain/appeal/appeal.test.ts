import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dispositions } from '../../law/appeals.ts';
import { annualReport2021 } from '../../law/forms/index.ts';
import { isRefusal } from '../refusal.ts';
import { addDays, type Day, shippedCalendar, workdayTable } from '../workday/index.ts';
import { type Appeal, conclude, reopens, suspectDirectSuit } from './appeal.ts';
import { countAppeals } from './counting.ts';
import { checkCourse } from './course.ts';
import { appealDeadlines } from './deadlines.ts';

const table = workdayTable(shippedCalendar);
const review: Appeal = {
  kind: 'review',
  procedure: 'simplified',
  acceptedOn: '2026-03-02' as Day,
  copyReceivedOn: '2026-03-04' as Day,
  repliedOn: null,
  ended: null,
};
const days = (appeal: Appeal) =>
  Object.fromEntries(appealDeadlines(appeal, table).map(({ what, day }) => [what, day]));

describe('the days of an appeal (RM-9, RM-10)', () => {
  it('in 简易程序: 3 and 5 working days, 30 calendar days', () => {
    expect(days(review)).toEqual({ copy: '2026-03-05', reply: '2026-03-11', decision: '2026-04-01' });
  });
  it('in 普通程序: 7 and 10 working days, 60 calendar days and 30 more', () => {
    expect(days({ ...review, procedure: 'ordinary' })).toEqual({
      copy: '2026-03-11',
      reply: '2026-03-18',
      decision: '2026-05-06',
      decisionExtended: '2026-06-01',
    });
  });
  it('in a suit: 15 calendar days for the answer, the last moved past a holiday', () => {
    expect(days({ ...review, kind: 'suitDirect', copyReceivedOn: '2026-04-20' as Day })).toEqual({
      reply: '2026-05-06',
    });
  });
  it('without a copy no day runs for the agency', () => {
    expect(days({ ...review, copyReceivedOn: null })).not.toHaveProperty('reply');
  });
});

describe('the end of an appeal', () => {
  it('reopens the case where the agency is ordered to act anew', () => {
    const ended = conclude(review, 'review.annulledAnew', '2026-04-01' as Day);
    expect(!isRefusal(ended) && reopens(ended)).toBe(true);
    const upheld = conclude(review, 'review.maintained', '2026-04-01' as Day);
    expect(!isRefusal(upheld) && reopens(upheld)).toBe(false);
  });
  it.each([
    ['of the other road', 'suit.annulled', '2026-04-01', 'appeal.disposition'],
    ['before acceptance', 'review.maintained', '2026-03-01', 'appeal.early'],
  ])('is refused %s', (_, disposition, on, code) => {
    expect(conclude(review, disposition, on as Day)).toMatchObject({ code });
  });
  it('is refused twice', () => {
    const ended = conclude(review, 'review.maintained', '2026-04-01' as Day) as Appeal;
    expect(conclude(ended, 'review.maintained', '2026-04-02' as Day)).toMatchObject({ code: 'appeal.ended' });
  });
  it('a direct suit over what should have gone to review is worth a look (CNT-9)', () => {
    expect([suspectDirectSuit('suitDirect', true), suspectDirectSuit('review', true)]).toEqual([true, false]);
  });
});

const anyAppeal: fc.Arbitrary<Appeal> = fc
  .record({
    kind: fc.constantFrom('review', 'suitDirect', 'suitAfterReview' as const),
    offset: fc.integer({ min: 0, max: 900 }),
    length: fc.option(fc.integer({ min: 0, max: 400 })),
    pick: fc.nat(),
  })
  .map(({ kind, offset, length, pick }) => {
    const acceptedOn = addDays('2023-01-01' as Day, offset);
    const road = dispositions.filter(({ of }) => of === (kind === 'review' ? 'review' : 'suit'));
    return {
      ...review,
      kind: kind as Appeal['kind'],
      acceptedOn,
      ended:
        length === null
          ? null
          : { disposition: road[pick % road.length]!.id, on: addDays(acceptedOn, length) },
    };
  });

describe('table 四', () => {
  it('has every cell of the form, and its totals hold over random appeals', () => {
    const form = annualReport2021.cells.filter(({ table: of }) => of === 'appeals').map(({ id }) => id);
    fc.assert(
      fc.property(fc.array(anyAppeal, { maxLength: 20 }), (appeals) => {
        const cells = countAppeals(appeals, 2024);
        expect(Object.keys(cells).sort()).toEqual([...form].sort());
        for (const { left, right } of annualReport2021.identities.filter(
          ({ rule }) => rule === 'appeal-total',
        ))
          expect(left.reduce((sum, id) => sum + cells[id]!, 0)).toBe(cells[right[0]!]);
      }),
    );
  });
  it('shows an open one each year until it ends (CNT-8)', () => {
    const ended = conclude(
      { ...review, acceptedOn: '2025-12-20' as Day },
      'review.annulled',
      '2026-02-10' as Day,
    );
    const appeals = [ended as Appeal];
    expect(countAppeals(appeals, 2025)['appeals.review.pending']).toBe(1);
    expect(countAppeals(appeals, 2026)['appeals.review.corrected']).toBe(1);
    expect(countAppeals(appeals, 2027)['appeals.review.total']).toBe(0);
  });
});

describe('the course of an appeal', () => {
  const none = { copyReceivedOn: null, repliedOn: null, hearingOn: null };
  const today = '2026-03-20' as Day;
  it.each([
    [none],
    [{ ...none, copyReceivedOn: '2026-03-02' as Day }],
    [{ copyReceivedOn: '2026-03-04' as Day, repliedOn: '2026-03-11' as Day, hearingOn: '2026-04-01' as Day }],
  ])('takes %j', (course) => {
    expect(checkCourse(review.acceptedOn, course, today)).toBeUndefined();
  });
  it.each([
    ['copyReceivedOn', { ...none, copyReceivedOn: '2026-03-21' as Day }],
    ['copyReceivedOn', { ...none, copyReceivedOn: '2026-03-01' as Day }],
    ['repliedOn', { ...none, repliedOn: '2026-03-21' as Day }],
    ['repliedOn', { ...none, repliedOn: '2026-03-01' as Day }],
    ['repliedOn', { ...none, copyReceivedOn: '2026-03-04' as Day, repliedOn: '2026-03-03' as Day }],
    ['hearingOn', { ...none, hearingOn: '2026-03-01' as Day }],
  ])('refuses at %s the days %j', (field, course) => {
    expect(checkCourse(review.acceptedOn, course, today)).toMatchObject({
      refused: true,
      facts: { fields: [{ field }] },
    });
  });
});
