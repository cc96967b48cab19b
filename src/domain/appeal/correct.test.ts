import { describe, expect, it } from 'vitest';
import type { Day } from '../workday/index.ts';
import { type AppealCorrection, correctAppeal, type RegisteredAppeal } from './correct.ts';
import { countAppeals } from './counting.ts';

const today = '2026-06-01' as Day;
const suit: RegisteredAppeal = {
  kind: 'suitDirect',
  procedure: null,
  acceptedOn: '2026-03-02' as Day,
  copyReceivedOn: '2026-03-04' as Day,
  repliedOn: null,
  hearingOn: null,
  ended: null,
  reopened: false,
  applicationId: 'a',
};
const same: AppealCorrection = {
  kind: 'suitDirect',
  procedure: null,
  acceptedOn: suit.acceptedOn,
  applicationId: 'a',
  undoEnd: false,
};
const ended = { disposition: 'suit.annulledAnew', on: '2026-04-01' as Day };

describe('a registration that was wrong', () => {
  it('is moved to its block of table 四', () => {
    const after = correctAppeal(
      { ...suit, ended },
      { ...same, kind: 'suitAfterReview' },
      today,
    ) as RegisteredAppeal;
    const cells = countAppeals([after], 2026);
    expect([cells['appeals.suitDirect.total'], cells['appeals.suitAfterReview.corrected']]).toEqual([0, 1]);
  });
  it('is made a review, with a procedure', () => {
    const after = correctAppeal(suit, { ...same, kind: 'review', procedure: 'simplified' }, today);
    expect(after).toMatchObject({ kind: 'review', procedure: 'simplified', acceptedOn: '2026-03-02' });
  });
  it('is open again where its result is taken back, and counts as 尚未审结', () => {
    const after = correctAppeal({ ...suit, ended }, { ...same, undoEnd: true }, today) as RegisteredAppeal;
    expect(after.ended).toBeNull();
    expect(countAppeals([after], 2026)['appeals.suitDirect.pending']).toBe(1);
  });
  it('is made one of the other road where its result is taken back with it', () => {
    const to = { ...same, kind: 'review', procedure: 'ordinary', undoEnd: true } as const;
    expect(correctAppeal({ ...suit, ended }, to, today)).toMatchObject({ kind: 'review', ended: null });
  });

  it.each([
    ['a procedure for a suit', {}, { procedure: 'simplified' }, 'procedure'],
    ['a review without its procedure', {}, { kind: 'review' }, 'procedure'],
    ['acceptance that has not come', {}, { acceptedOn: '2026-06-02' }, 'acceptedOn'],
    ['acceptance after the copy came', {}, { acceptedOn: '2026-03-05' }, 'copyReceivedOn'],
    [
      'acceptance after the decision',
      { ended: { ...ended, on: '2026-03-05' }, copyReceivedOn: null },
      { acceptedOn: '2026-03-06' },
      'acceptedOn',
    ],
    ['the other road for a result', { ended }, { kind: 'review', procedure: 'ordinary' }, 'kind'],
    ['a result that is not there', {}, { undoEnd: true }, 'undoEnd'],
    ['a result that a new case rests on', { ended, reopened: true }, { undoEnd: true }, 'undoEnd'],
    [
      'another application once a new case was opened',
      { ended, reopened: true },
      { applicationId: 'b' },
      'number',
    ],
    [
      'no application once a new case was opened',
      { ended, reopened: true },
      { applicationId: null },
      'number',
    ],
  ] as const)('is not corrected by %s', (_, appeal, to, field) => {
    const after = correctAppeal(
      { ...suit, ...appeal } as RegisteredAppeal,
      { ...same, ...to } as AppealCorrection,
      today,
    );
    expect(after).toMatchObject({ refused: true, facts: { fields: [{ field }] } });
  });
});
