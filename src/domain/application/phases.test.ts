import { describe, expect, it } from 'vitest';
import {
  act,
  actorFor,
  caseIn,
  counter,
  granted,
  play,
  received,
  steps,
  tryAct,
} from '../../../test/support/cases.ts';
import { isRefusal } from '../refusal.ts';
import type { Day } from '../workday/index.ts';
import { type Act, type ActType, actNames } from './acts.ts';
import type { ApplicationCase } from './case.ts';
import { guards } from './guards.ts';
import { type Phase, phases, type Transition, transitions } from './phases.ts';

const rectification = {
  record: '户籍登记住址',
  evidence: '居民户口簿',
  result: 'corrected',
  agency: null,
  reasons: null,
} as const;
const notice = { tariff: 'byPage', quantity: 31, before: 0, yuan: 10 } as const;

/** An act of each type as it would be done on the 20th of March, when its case is ready for it. */
const doing: Readonly<Record<ActType, (on: string) => Act>> = {
  submit: (on) => act('submit', on, {}),
  tryContact: (on) => act('tryContact', on, { way: '电话无人接听' }),
  receive: (on) => act('receive', on, { handedOn: on as Day }),
  reroute: (on) => act('reroute', on, { to: '县交通运输局', contact: '0537-1234567' }),
  split: (on) => act('split', on, { parts: 2 }),
  register: (on) => act('register', on, { number: '2026-001' }),
  correctApplicantKind: (on) => act('correctApplicantKind', on, { applicant: 'business', reason: '核对' }),
  askCorrection: () => steps.askCorrection,
  takeCorrection: (on) => act('takeCorrection', on, {}),
  assign: (on) => act('assign', on, { unit: '规划办', until: null }),
  askThirdParty: (on) => act('askThirdParty', on, { ref: '甲' }),
  askMaker: (on) => act('askMaker', on, { ref: '甲' }),
  askAgency: (on) => act('askAgency', on, { ref: '甲' }),
  recordOpinionReceipt: (on) => act('recordOpinionReceipt', on, { ref: '甲' }),
  takeOpinion: (on) => act('takeOpinion', on, { ref: '甲', view: 'agrees' }),
  askReasons: (on) => act('askReasons', on, { due: '2026-03-31' as Day }),
  takeReasons: (on) => act('takeReasons', on, { reasonable: true }),
  weighReasons: (on) => act('weighReasons', on, { reasonable: true }),
  delay: (on) => act('delay', on, { due: '2026-04-30' as Day }),
  consentExtension: (on) => act('consentExtension', on, { days: 10, reason: '需要查找历史档案' }),
  extend: (on) => act('extend', on, {}),
  noticeFee: (on) => act('noticeFee', on, { notice, because: '附图另行复印' }),
  recordFeeNoticeReceipt: (on) => act('recordFeeNoticeReceipt', on, {}),
  takePayment: (on) => act('takePayment', on, { yuan: 10 }),
  draft: (on) => act('draft', on, { draft: granted }),
  answerOnSpot: () =>
    act('answerOnSpot', received, { draft: granted, handedTo: '申请人本人', cleared: true }),
  submitForReview: (on) => act('submitForReview', on, {}),
  review: (on) => act('review', on, { kind: 'legal' }),
  return: (on) => act('return', on, { reason: '补充理由' }),
  approve: (on) => act('approve', on, { root: 'a1b2' }),
  send: () => steps.send,
  proveDelivery: (on) => act('proveDelivery', on, { proof: '签收' }),
  close: (on) => act('close', on, {}),
  giveUp: () => act('giveUp', '2026-03-27', {}),
  withdraw: (on) => act('withdraw', on, { confirmation: '书面' }),
  archive: (on) => act('archive', on, { pages: 9 }),
  reopen: (on) => act('reopen', on, { decision: '九政复决〔2026〕1号' }),
  correctRecord: (on) => act('correctRecord', on, { rectification }),
  proposeDisclosure: (on) => act('proposeDisclosure', on, { applicants: 2, suggested: false }),
};

const asked = act('askThirdParty', '2026-03-13', { ref: '甲' });
const feeWait = (state: ApplicationCase): ApplicationCase =>
  play(
    {
      ...state,
      phase: 'inReview',
      waitingFor: null,
      correction: null,
      clock: [{ type: 'received', on: received }],
    },
    act('noticeFee', '2026-03-13', { notice }),
  );

/** What must have happened before an act can be done from a phase. */
const before: Partial<Readonly<Record<ActType, (state: ApplicationCase) => ApplicationCase>>> = {
  tryContact: (state) => ({ ...state, channel: 'ordinaryMail' }),
  recordOpinionReceipt: (state) => play(state, asked),
  takeOpinion: (state) => play(state, asked),
  takeReasons: (state) => play(state, doing.askReasons('2026-03-13')),
  weighReasons: (state) => play(state, doing.askReasons('2026-03-13'), act('takeReasons', '2026-03-16', {})),
  delay: (state) => play(state, doing.askReasons('2026-03-13'), doing.takeReasons('2026-03-13')),
  extend: (state) => play(state, doing.consentExtension('2026-03-13')),
  recordFeeNoticeReceipt: feeWait,
  takePayment: feeWait,
  approve: (state) => state,
  send: (state) => play(state, steps.approve),
};

const edges = transitions.flatMap((row) => row.from.map((from) => ({ row, from })));
const readied = (row: Transition, from: Phase): ApplicationCase => {
  const state = before[row.act]?.(caseIn(from)) ?? caseIn(from);
  return row.when === 'lastReview' ? play(state, steps.secrecy) : state;
};

describe('the table of transitions', () => {
  it.each(edges.map(({ row, from }) => ({ name: `${from} —${row.act}→ ${row.to ?? from}`, row, from })))(
    'can be walked: $name',
    ({ row, from }) => {
      const state = readied(row, from);
      expect(state.phase).toBe(from);
      const decision = tryAct(state, doing[row.act]('2026-03-20'));
      if (isRefusal(decision)) throw new Error(decision.message);
      expect(decision.state.phase).toBe(row.to ?? from);
      expect(decision.event).toMatchObject({ act: row.act, from, core: row.core });
    },
  );

  const pairs = phases.flatMap((phase) =>
    (Object.keys(actNames) as ActType[]).map((type) => ({ phase, type })),
  );
  const forbidden = pairs.filter(
    ({ phase, type }) => !transitions.some((row) => row.act === type && row.from.includes(phase)),
  );
  it(`lets nothing else happen: ${forbidden.length} pairs of phase and act are refused`, () => {
    for (const { phase, type } of forbidden) {
      const decision = tryAct(caseIn(phase), doing[type]('2026-03-20'));
      expect(isRefusal(decision) && decision.code, `${phase} ${type}`).toBe('application.phase');
    }
  });

  it('refuses an act by somebody it is not for', () => {
    for (const { row, from } of edges) {
      const stranger = (['applicant', 'leader'] as const).find((actor) => !row.who.includes(actor))!;
      const decision = tryAct(readied(row, from), doing[row.act]('2026-03-20'), stranger);
      expect(isRefusal(decision) && decision.code, `${from} ${row.act}`).toBe('application.actor');
    }
  });

  it('holds every rule of the lawful core, WF-01 to WF-16', () => {
    const told = new Set(transitions.flatMap(({ core }) => core?.split(' ') ?? []));
    expect([...told].sort()).toEqual(
      Array.from({ length: 16 }, (_, index) => `WF-${String(index + 1).padStart(2, '0')}`),
    );
  });

  it('uses every guard there is, and leaves no phase without a way in', () => {
    expect(new Set(transitions.flatMap((row) => row.guards))).toEqual(new Set(Object.keys(guards)));
    const reached = new Set(transitions.map(({ to }) => to));
    expect(phases.filter((phase) => !reached.has(phase))).toEqual(['draft']);
  });

  it('names an actor who can be found for every act', () => {
    for (const type of Object.keys(actNames) as ActType[])
      expect(actorFor(doing[type]('2026-03-20'))).toBeTruthy();
  });
});

describe('days of acts', () => {
  it('may not lie in the future, nor before receipt', () => {
    expect(tryAct(caseIn('inReview'), doing.assign('2026-11-28'))).toMatchObject({
      code: 'application.future',
    });
    expect(tryAct(caseIn('inReview'), doing.assign('2026-03-01'))).toMatchObject({
      code: 'application.past',
    });
    expect(tryAct(play(counter, steps.submit), doing.receive('2026-03-01'))).toMatchObject({
      code: 'application.past',
    });
  });
});
