import { isRefusal } from '../refusal.ts';
import type { Act, ActType } from './acts.ts';
import type { ApplicationCase, ClockEntry, Opinion } from './case.ts';
import type { Asked } from './history.ts';
import { receiptDay } from './receipt.ts';

/** What an act changes, and what it enters into the clock. The phase comes from the table. */
export interface Effect {
  readonly change: Partial<ApplicationCase>;
  readonly clock: readonly ClockEntry[];
}
type Effects = { readonly [T in ActType]?: (state: ApplicationCase, act: Act<T>) => Partial<Effect> };

const noReviews = { legal: null, secrecy: null } as const;

interface Asking extends Pick<ClockEntry, 'on' | 'cap'> {
  readonly ref: string;
  readonly until?: ClockEntry['on'];
}

const ask =
  (asked: Asked) =>
  (state: ApplicationCase, { ref, on, until, cap }: Asking) => ({
    change: {
      opinions: [
        ...state.opinions,
        { ref, asked, sentOn: on, receivedOn: null, answeredOn: null, view: null, reasonable: null },
      ],
    },
    clock: [
      {
        type: `${asked}Asked` as const,
        on,
        ref,
        ...(until === undefined ? {} : { due: until }),
        ...(cap === undefined ? {} : { cap }),
      },
    ],
  });

const withOpinion = (
  state: ApplicationCase,
  ref: string,
  change: Partial<Opinion>,
): Partial<ApplicationCase> => ({
  opinions: state.opinions.map((each) => (each.ref === ref ? { ...each, ...change } : each)),
});

const askedBy = (state: ApplicationCase, ref: string): Asked =>
  state.opinions.find((each) => each.ref === ref)!.asked;

/** On the way in: receipt, registration, 补正. */
const intake: Effects = {
  submit: (_, { on, arrivedOn }) => ({
    change: { submittedOn: on, arrival: arrivedOn === undefined ? null : { on: arrivedOn, tried: [] } },
  }),
  tryContact: (state, { on }) => {
    const arrival = state.arrival ?? { on: state.submittedOn!, tried: [] };
    return { change: { arrival: { ...arrival, tried: [...arrival.tried, on] } } };
  },
  receive: (state, act) => {
    const receipt = receiptDay(state.channel, act);
    if (isRefusal(receipt)) return {};
    const { receivedOn } = receipt;
    return { change: { receivedOn }, clock: [{ type: 'received', on: receivedOn }] };
  },
  register: (state, { number, applicant = state.applicant }) => ({ change: { number, applicant } }),
  correctApplicantKind: (_, { applicant }) => ({ change: { applicant } }),
  askCorrection: (_, { causes, due, on }) => ({
    change: { waitingFor: 'correction', correction: { causes, askedOn: on, due, returnedOn: null } },
    clock: [{ type: 'correctionSent', on, due }],
  }),
  // The period begins anew; what was consented to for the old one lapses with it.
  takeCorrection: (state, { on }) => ({
    change: {
      waitingFor: null,
      correction: state.correction && { ...state.correction, returnedOn: on },
      extensionConsent: null,
    },
    clock: [{ type: 'correctionReceived', on }],
  }),
  assign: (_, { unit, until }) => ({ change: { handler: { unit, until } } }),
};

/** Asking others, and more time. */
const consulting: Effects = {
  askThirdParty: ask('thirdParty'),
  askMaker: ask('maker'),
  askAgency: ask('agency'),
  recordOpinionReceipt: (state, { ref, on }) => {
    const asked = askedBy(state, ref);
    return {
      change: withOpinion(state, ref, { receivedOn: on }),
      // Another agency has no 15 days, so its receipt moves nothing (第三十三条第三款).
      clock: asked === 'agency' ? [] : [{ type: `${asked}Received`, on, ref }],
    };
  },
  takeOpinion: (state, { ref, on, view, reasonable }) => ({
    change: withOpinion(state, ref, {
      answeredOn: on,
      view,
      reasonable: view === 'objects' ? (reasonable ?? null) : null,
    }),
    clock: [{ type: `${askedBy(state, ref)}Answered`, on, ref }],
  }),
  askReasons: (_, { on, due }) => ({
    change: { explanation: { askedOn: on, due, givenOn: null, reasonable: null } },
  }),
  takeReasons: (state, { on, reasonable = null }) => ({
    change: { explanation: state.explanation && { ...state.explanation, givenOn: on, reasonable } },
  }),
  weighReasons: (state, { reasonable }) => ({
    change: { explanation: state.explanation && { ...state.explanation, reasonable } },
  }),
  delay: (_, { on, due }) => ({ clock: [{ type: 'delayed', on, due }] }),
  consentExtension: (_, { on, days }) => ({ change: { extensionConsent: { on, days } } }),
  extend: (state, { on }) => ({ clock: [{ type: 'extended', on, days: state.extensionConsent!.days }] }),
  noticeFee: (_, { notice, on }) => ({
    change: { waitingFor: 'payment', fee: notice, reviews: noReviews },
    clock: [{ type: 'feeNoticeSent', on }],
  }),
  recordFeeNoticeReceipt: (_, { on }) => ({ clock: [{ type: 'feeNoticeReceived', on }] }),
  takePayment: (_, { on }) => ({
    change: { waitingFor: null, extensionConsent: null },
    clock: [{ type: 'feePaid', on }],
  }),
};

/** Towards the answer. */
const answering: Effects = {
  draft: (_, { draft }) => ({ change: { draft } }),
  answerOnSpot: (_, { draft, on }) => ({
    change: { draft, answer: draft.answer, endedOn: on },
    clock: [{ type: 'answered', on }],
  }),
  submitForReview: () => ({ change: { reviews: noReviews, approval: null, returnedOn: null } }),
  review: (state, { kind, on }) => ({ change: { reviews: { ...state.reviews, [kind]: on } } }),
  return: (_, { on }) => ({ change: { reviews: noReviews, approval: null, returnedOn: on } }),
  approve: (_, { root, on }) => ({ change: { approval: { on, root } } }),
  send: (state, { number, method, proof, on }) => ({
    change: {
      letter: { number, method, sentOn: on, proof: proof ?? null },
      answer: state.draft!.answer,
      endedOn: on,
    },
    clock: [{ type: 'answered', on }],
  }),
  proveDelivery: (state, { proof }) => ({ change: { letter: state.letter && { ...state.letter, proof } } }),
  giveUp: (state, { on }) => ({
    change: {
      answer: state.waitingFor === 'payment' ? 'other.feeOverdue' : 'other.correctionOverdue',
      endedOn: on,
      waitingFor: null,
    },
  }),
  withdraw: (state, { on }) => ({
    change: { answer: 'other.withdrawn', endedOn: on, waitingFor: null },
    clock: state.receivedOn === null ? [] : [{ type: 'withdrawn', on }],
  }),
};

const effects: Effects = { ...intake, ...consulting, ...answering };

/** What an act that every guard let through makes of a case. */
export function effectOf(state: ApplicationCase, act: Act): Effect {
  const make = effects[act.type] as ((state: ApplicationCase, act: Act) => Partial<Effect>) | undefined;
  return { change: {}, clock: [], ...make?.(state, act) };
}
