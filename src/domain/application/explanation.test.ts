import { describe, expect, it } from 'vitest';
import { act, caseIn, granted, play, table, tryAct } from '../../../test/support/cases.ts';
import { begun } from '../../../test/support/endings.ts';
import { letterData } from '../../../test/support/letters.ts';
import { isRefusal } from '../refusal.ts';
import type { Day } from '../workday/index.ts';
import { emptyDraft } from './answer-draft.ts';
import type { ApplicationCase } from './case.ts';
import { reasonsUntil } from './explanation.ts';
import { layLetter } from './letters/lay-letter.ts';

const inReview = caseIn('inReview');
const draft = { ...emptyDraft('declined.excessive'), reasons: '三个月内共申请120件' };
/** 2026-03-14 is a Saturday: the reasons may still come on Monday the 16th. */
const asked = play(inReview, act('askReasons', '2026-03-06', { due: '2026-03-14' as Day }));
const given = play(asked, act('takeReasons', '2026-03-10', {}));
const decline = (state: ApplicationCase, on: string) => tryAct(state, act('draft', on, { draft }));

describe('不予处理 for number and frequency (第三十五条)', () => {
  it.each([
    ['nobody was asked', inReview, '2026-03-17', 'reasonsFirst'],
    ['they were asked for and refused the same day', asked, '2026-03-06', 'reasonsOpen'],
    ['their last day, a Saturday, has moved on to Monday', asked, '2026-03-16', 'reasonsOpen'],
    ['they came and nobody has weighed them', given, '2026-03-17', 'reasonsNotWeighed'],
    [
      'they were found reasonable',
      play(given, act('weighReasons', '2026-03-11', { reasonable: true })),
      '2026-03-17',
      'reasonsAccepted',
    ],
    [
      'no last day was ever kept',
      { ...asked, explanation: { ...asked.explanation!, due: null } },
      '2026-03-30',
      'reasonsOpen',
    ],
  ] as const)('is refused where %s', (_, state, on, code) => {
    const refusal = decline(state, on);
    if (!isRefusal(refusal)) throw new Error('let through');
    expect([refusal.code, refusal.article?.article]).toEqual([`application.${code}`, '第三十五条']);
  });

  it.each([
    ['the day for them has passed', asked, '2026-03-17'],
    [
      'they were found unreasonable, before that day too',
      play(given, act('weighReasons', '2026-03-11', { reasonable: false })),
      '2026-03-11',
    ],
    [
      'the clerk took them and weighed them at once',
      play(asked, act('takeReasons', '2026-03-10', { reasonable: false })),
      '2026-03-10',
    ],
  ] as const)('may be drafted once %s', (_, state, on) => {
    expect(isRefusal(decline(state, on))).toBe(false);
  });

  it('is not handed on when reasons come after it was drafted, until they are weighed', () => {
    const late = play(asked, act('draft', '2026-03-17', { draft }), act('takeReasons', '2026-03-17', {}));
    expect(tryAct(late, act('submitForReview', '2026-03-18', {}))).toMatchObject({
      code: 'application.reasonsNotWeighed',
    });
    const weighed = play(late, act('weighReasons', '2026-03-18', { reasonable: false }));
    expect(isRefusal(tryAct(weighed, act('submitForReview', '2026-03-18', {})))).toBe(false);
  });

  it('leaves every other answer open while reasons are waited for', () => {
    expect(isRefusal(tryAct(asked, act('draft', '2026-03-09', { draft: granted })))).toBe(false);
  });

  it('is never decided by the applicant: he gives reasons, the agency weighs them', () => {
    expect(isRefusal(tryAct(asked, act('takeReasons', '2026-03-10', {}), 'applicant'))).toBe(false);
    for (const attempt of [
      act('takeReasons', '2026-03-10', { reasonable: true }),
      act('weighReasons', '2026-03-10', { reasonable: true }),
    ])
      expect(isRefusal(tryAct(asked, attempt, 'applicant'))).toBe(true);
  });

  it('does not stop the period of answer (第三十五条 does not say so)', () => {
    expect(asked.clock).toEqual(inReview.clock);
  });

  it('counts the last day to the end of a working day', () => {
    expect(reasonsUntil(asked.explanation!, table)).toBe('2026-03-16');
    expect(reasonsUntil({ ...asked.explanation!, due: '2026-03-13' as Day }, table)).toBe('2026-03-13');
  });
});

describe('the letter says what happened', () => {
  const letter = (explanation: ApplicationCase['explanation']): string => {
    const state = { ...begun('naturalPerson', '2026-03-02' as Day), explanation };
    const laid = layLetter('excessive', letterData(state, { draft }));
    if (isRefusal(laid)) throw new Error(laid.message);
    return laid.paragraphs.map(({ text }) => text).join('\n');
  };
  const base = { askedOn: '2026-03-06' as Day, due: '2026-03-13' as Day };

  it('that the reasons given are not reasonable', () => {
    const text = letter({ ...base, givenOn: '2026-03-10' as Day, reasonable: false });
    expect(text).toContain('明显超过合理范围，说明的理由不合理。');
    expect(text).toContain('本机关于2026年3月6日要求您说明理由，于2026年3月10日收到说明');
    expect(text).not.toContain('没有');
  });
  it('that none were given in time, and nothing about reasons that never came', () => {
    const text = letter({ ...base, givenOn: null, reasonable: null });
    expect(text).toContain('没有在2026年3月13日前（含当日）说明理由');
    expect(text).not.toContain('理由不合理');
  });
});
