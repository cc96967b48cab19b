import { describe, expect, it } from 'vitest';
import { act, caseIn, counter, granted, play, steps, tryAct } from '../../../test/support/cases.ts';
import { isRefusal } from '../refusal.ts';
import type { Day } from '../workday/index.ts';
import type { Act } from './acts.ts';
import { emptyDraft } from './answer-draft.ts';
import { type ApplicationCase, newCase } from './case.ts';
import { decide } from './decide.ts';
import { type GuardName, guards } from './guards.ts';

const inReview = caseIn('inReview');
const drafting = caseIn('drafting');
const approving = play(caseIn('approving'), steps.approve);
const asked = play(inReview, act('askThirdParty', '2026-03-06', { ref: '甲' }));
const waiting = caseIn('waiting');
const submitted = (channel: 'portal' | 'ordinaryMail' | 'signedPost') =>
  play(newCase('naturalPerson', channel), steps.submit);
const day = '2026-03-10';
const rectification = { record: '', evidence: '', result: 'corrected', agency: null, reasons: null } as const;
const explaining = play(inReview, act('askReasons', '2026-03-06', { due: '2026-03-17' as Day }));
const noticed = play(
  inReview,
  act('noticeFee', day, { notice: { tariff: 'byPage', quantity: 100, before: 0, yuan: 700 } }),
);

/** A case and an act that each guard stops, the code it gives, and the article where it rests on one. */
const stopped: Readonly<Record<GuardName, readonly [ApplicationCase, Act, string, string | null]>> = {
  receiptDay: [submitted('signedPost'), act('receive', day, {}), 'receipt', '第三十一条第（二）项'],
  arrivalDay: [
    counter,
    act('submit', '2026-03-02', { arrivedOn: '2026-02-27' as Day }),
    'arrival',
    '第三十一条第（二）项',
  ],
  contactTried: [
    submitted('portal'),
    act('tryContact', day, { way: '电话无人接听' }),
    'noContact',
    '第三十一条第（二）项',
  ],
  contactFits: [
    submitted('ordinaryMail'),
    act('receive', day, { arrivedOn: day as Day, contactedOn: '2026-03-09' as Day, contact: '电话' }),
    'contactDay',
    '第三十一条第（二）项',
  ],
  otherKind: [
    inReview,
    act('correctApplicantKind', day, { applicant: 'naturalPerson', reason: '核对' }),
    'sameKind',
    null,
  ],
  otherAgencyNamed: [
    caseIn('received'),
    act('reroute', day, { to: '县交通运输局', contact: '' }),
    'otherAgency',
    '第三十六条第（五）项',
  ],
  severalParts: [caseIn('received'), act('split', day, { parts: 1 }), 'parts', null],
  numbered: [caseIn('received'), act('register', day, { number: ' ' }), 'number', null],
  firstCorrection: [
    play(waiting, act('takeCorrection', '2026-03-09', {})),
    { ...steps.askCorrection, on: '2026-03-10' as Day } as Act,
    'correctionTwice',
    '第三十条',
  ],
  causesNamed: [
    inReview,
    act('askCorrection', day, { causes: [], due: '2026-03-26' as Day }),
    'causes',
    '第三十条',
  ],
  correctionWindow: [
    inReview,
    act('askCorrection', '2026-03-12', { causes: ['contentUnclear'], due: '2026-03-26' as Day }),
    'correctionLate',
    '第三十条',
  ],
  waitsForCorrection: [noticed, act('takeCorrection', '2026-03-11', {}), 'notWaiting', '第三十条'],
  excused: [waiting, act('takeCorrection', '2026-03-27', {}), 'correctionOverdue', '第三十条'],
  newRef: [asked, act('askMaker', day, { ref: '甲' }), 'letterTwice', null],
  letterOut: [inReview, act('takeOpinion', day, { ref: '乙', view: 'agrees' }), 'letterUnknown', null],
  objectionWeighed: [
    asked,
    act('takeOpinion', day, { ref: '甲', view: 'objects' }),
    'objectionWeighed',
    '第三十二条',
  ],
  reasonsNotAsked: [
    explaining,
    act('askReasons', day, { due: '2026-03-17' as Day }),
    'reasonsTwice',
    '第三十五条',
  ],
  reasonsAsked: [inReview, act('takeReasons', day, { reasonable: true }), 'reasonsNotAsked', '第三十五条'],
  reasonsTime: [inReview, act('askReasons', day, { due: day as Day }), 'reasonsTime', '第三十五条'],
  weighedByAgency: [
    explaining,
    act('takeReasons', day, { reasonable: true }),
    'weighedByAgency',
    '第三十五条',
  ],
  reasonsUnweighed: [
    explaining,
    act('weighReasons', day, { reasonable: false }),
    'nothingToWeigh',
    '第三十五条',
  ],
  reasonsReasonable: [inReview, act('delay', day, { due: '2026-05-29' as Day }), 'delay', '第三十五条'],
  extensionLength: [
    inReview,
    act('consentExtension', day, { days: 21, reason: '查档' }),
    'extension',
    '第三十三条第二款',
  ],
  headConsented: [inReview, act('extend', day, {}), 'extensionConsent', '第三十三条第二款'],
  feeRight: [
    inReview,
    act('noticeFee', day, { notice: { tariff: 'byPage', quantity: 100, before: 0, yuan: 500 } }),
    'fee.amount',
    '第五条',
  ],
  feeFits: [
    inReview,
    act('noticeFee', day, {
      notice: { tariff: 'byPage', quantity: 100, before: 0, yuan: 700 },
      form: 'inspection',
    }),
    'fee.form',
    '第五条',
  ],
  withinPeriod: [
    inReview,
    act('noticeFee', '2026-04-10', { notice: { tariff: 'byPage', quantity: 100, before: 0, yuan: 700 } }),
    'periodOver',
    '第三十三条第二款',
  ],
  waitsForPayment: [waiting, act('recordFeeNoticeReceipt', day, {}), 'notWaiting', '第四十二条'],
  paidInFull: [noticed, act('takePayment', '2026-03-12', { yuan: 70 }), 'payment', '第四十二条'],
  lapsed: [waiting, act('giveUp', '2026-03-26', {}), 'notLapsed', '第三十条'],
  answerable: [
    inReview,
    act('draft', day, { draft: emptyDraft('unavailable.unclear') }),
    'notCorrected',
    '第三十条',
  ],
  drafted: [
    play(inReview, act('assign', day, { unit: '规划办', until: null })),
    steps.submitForReview,
    'noDraft',
    '第三十六条',
  ],
  answerComplete: [
    play(inReview, act('draft', day, { draft: emptyDraft('denied.stateSecret') })),
    steps.submitForReview,
    'reasons',
    '第三十六条',
  ],
  opinionsHeard: [
    play(
      asked,
      act('recordOpinionReceipt', '2026-03-06', { ref: '甲' }),
      act('draft', day, { draft: granted }),
    ),
    act('submitForReview', '2026-03-27', {}),
    'opinionOpen',
    '第三十二条',
  ],
  onTheSpot: [
    inReview,
    act('answerOnSpot', day, { draft: granted, handedTo: '申请人本人', cleared: true }),
    'notAtOnce',
    '第三十三条第一款',
  ],
  ownReview: [caseIn('reviewing'), act('review', '2026-03-12', { kind: 'secrecy' }), 'reviewer', '第十七条'],
  reasonGiven: [caseIn('reviewing'), act('return', '2026-03-12', { reason: '' }), 'returnReason', null],
  notApproved: [approving, steps.approve, 'approvedTwice', null],
  approved: [approving, { ...steps.send, root: 'ffff' } as Act, 'changed', '第四十五条'],
  letterNumbered: [approving, { ...steps.send, number: '' } as Act, 'letterNumber', null],
  lawfulDelivery: [
    approving,
    { ...steps.send, carrier: '顺丰快递' } as unknown as Act,
    'postOnly',
    '第五十五条',
  ],
  proofNamed: [caseIn('sent'), act('proveDelivery', '2026-03-20', { proof: '' }), 'proof', null],
  deliveryProven: [
    play(approving, { ...steps.send, proof: undefined } as unknown as Act),
    steps.close,
    'notProven',
    null,
  ],
  confirmedInWriting: [drafting, act('withdraw', '2026-03-12', { confirmation: '' }), 'withdrawal', null],
  fileComplete: [caseIn('closed'), act('archive', '2026-03-20', { pages: 0 }), 'file', '第四十五条'],
  decisionNamed: [caseIn('closed'), act('reopen', '2026-03-20', { decision: '' }), 'decision', null],
  recordProven: [
    caseIn('closed'),
    act('correctRecord', '2026-03-20', { rectification }),
    'record',
    '第四十一条',
  ],
  disclosed: [
    { ...caseIn('closed'), answer: 'denied.stateSecret' },
    act('proposeDisclosure', '2026-03-20', { applicants: 2, suggested: false }),
    'notDisclosed',
    '第四十四条',
  ],
  severalOrSuggested: [
    caseIn('closed'),
    act('proposeDisclosure', '2026-03-20', { applicants: 1, suggested: false }),
    'onlyOne',
    '第四十四条',
  ],
};

const actorOf = (name: GuardName) =>
  name === 'ownReview' ? 'legalReviewer' : name === 'weighedByAgency' ? 'applicant' : undefined;

describe('every guard', () => {
  it.each(Object.keys(guards) as GuardName[])('%s stops what it is there for, with its article', (name) => {
    const [state, attempt, code, article] = stopped[name];
    const refusal = tryAct(state, attempt, actorOf(name));
    if (!isRefusal(refusal)) throw new Error('let through');
    expect(refusal.code.replace('application.', '')).toBe(code);
    expect(refusal.article?.article ?? null).toBe(article);
    expect(refusal.message).not.toMatch(/[!！]/);
  });
});

describe('what the guards leave open', () => {
  it('a late notice of 补正 goes out with its reason, and warns (第三十条)', () => {
    const late = act('askCorrection', '2026-03-12', {
      causes: ['contentUnclear'],
      due: '2026-03-26' as Day,
      lateBecause: '申请材料在转办中延误',
    });
    expect(tryAct(inReview, late)).toMatchObject({ warnings: [{ basis: { article: '第三十条' } }] });
  });
  it('a late return of 补正 is taken with 正当理由, and the period begins anew', () => {
    const excuse = act('takeCorrection', '2026-03-27', { excuse: '住院治疗，有诊断证明' });
    expect(tryAct(waiting, excuse)).toMatchObject({ state: { phase: 'inReview', waitingFor: null } });
  });
  it('an extension told on the last day is in time, one told a day later is refused by the clock', () => {
    const consented = play(inReview, act('consentExtension', '2026-03-20', { days: 20, reason: '查档' }));
    expect(isRefusal(tryAct(consented, act('extend', '2026-03-30', {})))).toBe(false);
    expect(tryAct(consented, act('extend', '2026-03-31', {}))).toMatchObject({ code: 'clock.order' });
  });
  it('a second extension of one period is refused, one after 补正 is not (期限重新计算)', () => {
    const extend = (on: string) => [
      act('consentExtension', on, { days: 5, reason: '查档' }),
      act('extend', on, {}),
    ];
    const extended = play(inReview, ...extend('2026-03-04'));
    expect(() => play(extended, ...extend('2026-03-05'))).toThrow('只能延长一次');
    const anew = play(extended, steps.askCorrection, act('takeCorrection', '2026-03-20', {}));
    expect(play(anew, ...extend('2026-03-23')).extensionConsent).toMatchObject({ days: 5 });
  });
  it('a third party who stays silent leaves the decision to the agency after 15 working days (第三十二条)', () => {
    const silent = play(
      asked,
      act('recordOpinionReceipt', '2026-03-06', { ref: '甲' }),
      act('draft', '2026-03-10', { draft: granted }),
    );
    expect(isRefusal(tryAct(silent, act('submitForReview', '2026-03-27', {})))).toBe(true);
    expect(isRefusal(tryAct(silent, act('submitForReview', '2026-03-30', {})))).toBe(false);
  });
  it('a sound objection stops disclosure, unless the public interest overrides it in writing (第三十二条)', () => {
    const objected = play(
      asked,
      act('takeOpinion', '2026-03-10', { ref: '甲', view: 'objects', reasonable: true }),
    );
    const draft = (publicInterest: string | null) =>
      play(objected, act('draft', '2026-03-11', { draft: { ...granted, publicInterest } }));
    expect(tryAct(draft(null), steps.submitForReview)).toMatchObject({ code: 'application.objection' });
    expect(isRefusal(tryAct(draft('涉及饮用水安全'), steps.submitForReview))).toBe(false);
  });
  it('an approved answer that was changed is returned, and its approval goes (第四十五条)', () => {
    const returned = play(approving, act('return', '2026-03-16', { reason: '附件有误' }));
    expect(returned).toMatchObject({
      phase: 'drafting',
      approval: null,
      reviews: { legal: null, secrecy: null },
    });
  });
  it('decides alike whenever asked, and changes nothing it was given', () => {
    const before = structuredClone(counter);
    const context = { today: '2026-11-27' as Day, table: undefined as never, actor: 'applicant' } as const;
    expect(decide(counter, steps.submit, context)).toEqual(decide(counter, steps.submit, context));
    expect(counter).toEqual(before);
  });
});
