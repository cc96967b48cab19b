import { describe, expect, it } from 'vitest';
import { act, caseIn, play, received, steps, table } from '../../../test/support/cases.ts';
import type { Day } from '../workday/index.ts';
import { newCase } from './case.ts';
import { dueActs } from './due-acts.ts';

const on = (state: Parameters<typeof dueActs>[0], today: string) =>
  dueActs(state, today as Day, table).map(({ kind, ref, on: day }) => [kind, ref, day]);

describe('the last days of a case', () => {
  it('are that of the answer, and while 补正 may be asked the 7th working day', () => {
    expect(on(caseIn('inReview'), received)).toEqual([
      ['answer', null, '2026-03-30'],
      ['correctionNotice', null, '2026-03-11'],
    ]);
    expect(on(caseIn('inReview'), '2026-03-12')).toEqual([['answer', null, '2026-03-30']]);
  });

  it('are that of the applicant alone while he is waited for', () => {
    expect(on(caseIn('waiting'), '2026-03-06')).toEqual([['correction', null, '2026-03-26']]);
    expect(on(caseIn('waiting'), '2026-03-27')).toEqual([]);
  });

  it('are those of everybody who was asked and may still answer', () => {
    const asked = play(
      caseIn('inReview'),
      act('askThirdParty', '2026-03-04', { ref: '第三方1' }),
      act('recordOpinionReceipt', '2026-03-05', { ref: '第三方1' }),
      act('askThirdParty', '2026-03-04', { ref: '第三方2' }),
    );
    expect(on(asked, '2026-03-12')).toEqual([['opinion', '第三方1', '2026-03-26']]);
    const heard = play(asked, act('takeOpinion', '2026-03-09', { ref: '第三方2', view: 'agrees' }));
    expect(on(heard, '2026-03-12').map(([kind]) => kind)).toEqual(['answer', 'opinion']);
  });

  it('run from the acknowledgement of the system while what came in online is not confirmed (第三十一条)', () => {
    const portal = play(newCase('naturalPerson', 'portal'), act('submit', received, {}));
    expect(on(portal, received)).toEqual([['answer', null, '2026-03-30']]);
    expect(dueActs(portal, received, table)[0]).toMatchObject({ unconfirmed: true, provisional: false });
    const confirmed = play(portal, act('receive', '2026-03-03', { acknowledgedOn: received }));
    expect(dueActs(confirmed, '2026-03-03' as Day, table)[0]).toMatchObject({
      on: '2026-03-30',
      unconfirmed: false,
    });
  });

  it('are that of the unit too while it drafts, owed still when it is past', () => {
    const assigned = play(
      caseIn('inReview'),
      act('assign', '2026-03-03', { unit: '农业站', until: '2026-03-12' as Day }),
    );
    for (const today of ['2026-03-10', '2026-03-16'])
      expect(on(assigned, today)).toEqual([
        ['answer', null, '2026-03-30'],
        ['unit', null, '2026-03-12'],
      ]);
    const handedIn = play(assigned, steps.draft, steps.submitForReview);
    expect(on(handedIn, '2026-03-11')).toEqual([['answer', null, '2026-03-30']]);
  });

  it('stay once they are past where an answer is owed, and are none when it was given', () => {
    expect(on(caseIn('drafting'), '2026-04-20')).toEqual([['answer', null, '2026-03-30']]);
    for (const phase of ['submitted', 'sent', 'closed', 'withdrawn', 'abandoned'] as const)
      expect(on(caseIn(phase), '2026-04-20')).toEqual([]);
  });
});
