import { describe, expect, it } from 'vitest';
import { act, caseIn, granted, play, received, table, tryAct } from '../../../test/support/cases.ts';
import { isRefusal } from '../refusal.ts';
import type { Day } from '../workday/index.ts';
import { emptyDraft } from './answer-draft.ts';
import { clockOf } from './case-clock.ts';
import { countedCase } from './counting.ts';

const inReview = caseIn('inReview');
const facts = { draft: granted, handedTo: '申请人本人', cleared: true };
const told = { ...emptyDraft('granted.alreadyPublic'), where: '本机关网站“政府信息公开”栏' };

describe('an answer on the spot (第三十三条第一款)', () => {
  it('closes the case on the day it came, in time, and table 三 counts it as granted', () => {
    const closed = play(inReview, act('answerOnSpot', received, facts));
    expect(closed).toMatchObject({ phase: 'closed', letter: null, answer: 'granted.provided' });
    expect(countedCase(closed)).toMatchObject({
      receivedOn: received,
      ended: { outcome: 'granted', on: received },
    });
    expect(clockOf(closed, '2026-04-30' as Day, table)).toMatchObject({ state: 'answered', late: false });
    expect(play(closed, act('archive', '2026-03-03', { pages: 2 })).phase).toBe('archived');
  });
  it('may tell where what is public already is found, which needs no review', () => {
    const outcome = tryAct(
      inReview,
      act('answerOnSpot', received, { ...facts, draft: told, cleared: false }),
    );
    expect(isRefusal(outcome)).toBe(false);
  });
  it.each([
    ['a day later', inReview, '2026-03-03', facts, 'notAtOnce'],
    [
      'to somebody who wrote from afar',
      { ...inReview, channel: 'portal' as const },
      received,
      facts,
      'notThere',
    ],
    [
      'with a refusal, which needs reasons and a letter',
      inReview,
      received,
      { ...facts, draft: { ...emptyDraft('denied.stateSecret'), reasons: '已定密' } },
      'notGranted',
    ],
    [
      'that gives nothing',
      inReview,
      received,
      { ...facts, draft: emptyDraft('granted.provided') },
      'provision',
    ],
    ['of what nobody made sure of', inReview, received, { ...facts, cleared: false }, 'notCleared'],
    ['to nobody', inReview, received, { ...facts, handedTo: ' ' }, 'handedTo'],
    [
      'while a third party is asked',
      play(inReview, act('askThirdParty', received, { ref: '甲' })),
      received,
      facts,
      'opinionOpen',
    ],
  ])('is refused %s', (_, state, on, given, code) => {
    const refusal = tryAct(state, act('answerOnSpot', on, given));
    expect(isRefusal(refusal) && refusal.code).toBe(`application.${code}`);
  });
});
