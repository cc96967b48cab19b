import type { Act, ActFacts, ActType } from '../../src/domain/application/acts.ts';
import { type AnswerDraft, emptyDraft } from '../../src/domain/application/answer-draft.ts';
import { type ApplicationCase, newCase } from '../../src/domain/application/case.ts';
import { type Decision, decide } from '../../src/domain/application/decide.ts';
import { type Actor, type Phase, transitions } from '../../src/domain/application/phases.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { type Day, shippedCalendar, workdayTable } from '../../src/domain/workday/index.ts';

export const table = workdayTable(shippedCalendar);
/** The last day of the calendar shipped that everybody may look back from. */
export const today = '2026-11-27' as Day;

/** As somebody who may do the act by the table. */
export const actorFor = (act: Act): Actor => {
  if (act.type === 'review') return act.kind === 'legal' ? 'legalReviewer' : 'secrecyReviewer';
  return transitions.find((row) => row.act === act.type)!.who[0]!;
};

export const tryAct = (state: ApplicationCase, act: Act, actor: Actor = actorFor(act)) =>
  decide(state, act, { today, table, actor });

/** Does the acts one after the other; a refusal is thrown with its words. */
export function play(state: ApplicationCase, ...acts: readonly Act[]): ApplicationCase {
  return acts.reduce((at, act) => playOne(at, act).state, state);
}

export function playOne(state: ApplicationCase, act: Act): Decision {
  const decision = tryAct(state, act);
  if (isRefusal(decision)) throw new Error(`${act.type}: ${decision.message}`);
  return decision;
}

export const act = <T extends ActType>(type: T, on: string, facts: ActFacts[T]): Act =>
  ({ type, on: on as Day, ...facts }) as unknown as Act;

export const granted: AnswerDraft = {
  ...emptyDraft('granted.provided'),
  disclosed: [{ title: '2025年度农村公路养护计划', form: 'electronic', way: 'email', when: null, pages: 3 }],
};

export const received = '2026-03-02' as Day;
export const counter = newCase('naturalPerson', 'counter');
const root = 'a1b2';

export const steps = {
  submit: act('submit', received, {}),
  receive: act('receive', received, { handedOn: received }),
  register: act('register', received, { number: '2026-001' }),
  askCorrection: act('askCorrection', '2026-03-05', {
    causes: ['contentUnclear'],
    due: '2026-03-26' as Day,
  }),
  draft: act('draft', '2026-03-10', { draft: granted }),
  submitForReview: act('submitForReview', '2026-03-11', {}),
  legal: act('review', '2026-03-12', { kind: 'legal' }),
  secrecy: act('review', '2026-03-12', { kind: 'secrecy' }),
  approve: act('approve', '2026-03-13', { root }),
  send: act('send', '2026-03-16', {
    number: '九政公开答〔2026〕1号',
    root,
    method: 'post',
    carrier: '挂号信',
    proof: 'XA123',
  }),
  close: act('close', '2026-03-17', {}),
  archive: act('archive', '2026-03-18', { pages: 12 }),
} as const;

const { submit, receive, register, askCorrection, draft, submitForReview, legal, secrecy, approve, send } =
  steps;
const inReview = [submit, receive, register];
const approving = [...inReview, draft, submitForReview, legal, secrecy];
const sent = [...approving, approve, send];

/** How a case comes to stand in each phase. */
const ways: Readonly<Record<Phase, readonly Act[]>> = {
  draft: [],
  submitted: [submit],
  received: [submit, receive],
  inReview,
  waiting: [...inReview, askCorrection],
  drafting: [...inReview, draft],
  reviewing: [...inReview, draft, submitForReview],
  approving,
  sent,
  closed: [...sent, steps.close],
  archived: [...sent, steps.close, steps.archive],
  withdrawn: [...inReview, act('withdraw', '2026-03-05', { confirmation: '书面' })],
  abandoned: [...inReview, askCorrection, act('giveUp', '2026-03-27', {})],
  rerouted: [submit, receive, act('reroute', received, { to: '县交通运输局', contact: '0537-1234567' })],
};

export const caseIn = (phase: Phase): ApplicationCase => play(counter, ...ways[phase]);

/** The acts from sending in to the letter, with an answer of one's own. */
export const toAnswer = (answer: AnswerDraft, on: string): readonly Act[] => [
  act('draft', on, { draft: answer }),
  act('submitForReview', on, {}),
  act('review', on, { kind: 'legal' }),
  act('review', on, { kind: 'secrecy' }),
  act('approve', on, { root }),
  act('send', on, {
    number: '九政公开答〔2026〕1号',
    root,
    method: 'post',
    carrier: '邮政特快专递（EMS）',
    proof: 'EA1',
  }),
];
