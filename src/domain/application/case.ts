import type { AnswerId } from '../../law/answers.ts';
import type { ApplicantKind } from '../../law/applicants.ts';
import type { DeliveryMethod } from '../../law/delivery.ts';
import type { CorrectionCauseId, IntakeChannel } from '../../law/intake.ts';
import type { Day } from '../workday/index.ts';
import type { AnswerDraft } from './answer-draft.ts';
import type { ClockEventType } from './events.ts';
import type { FeeNotice } from './fees.ts';
import type { Asked } from './history.ts';
import type { Phase } from './phases.ts';

/** An event of the clock as `clockEvents` reads it. */
export interface ClockEntry {
  readonly type: ClockEventType;
  readonly on: Day;
  readonly ref?: string;
  readonly due?: Day;
  readonly days?: number;
  /** With `agencyAsked`: the day after which the consultation is left out of the period no longer. */
  readonly cap?: Day;
  /** With `received`: the last day that a decision of review or court set for the new answer. */
  readonly ordered?: OrderedDay;
}

export interface OrderedDay {
  readonly day: Day;
  readonly by: 'review' | 'suit';
}

/** A letter that asks somebody, and what he said. */
export interface Opinion {
  readonly ref: string;
  readonly asked: Asked;
  readonly sentOn: Day;
  readonly receivedOn: Day | null;
  readonly answeredOn: Day | null;
  /** `none`: another agency that will not reply. Null while nothing was said; silence past its day is read off the clock. */
  readonly view: 'agrees' | 'objects' | 'none' | null;
  /** Whether an objection has 合理理由 (第三十二条); null where nobody objected. */
  readonly reasonable: boolean | null;
}

export interface Correction {
  readonly causes: readonly CorrectionCauseId[];
  readonly askedOn: Day;
  readonly due: Day;
  readonly returnedOn: Day | null;
}

/** Reasons asked for under 第三十五条. */
export interface Explanation {
  readonly askedOn: Day;
  /** Last day for them, as the notice told it; null in a case asked before it was kept. */
  readonly due: Day | null;
  readonly givenOn: Day | null;
  /** Null until the agency has weighed them. */
  readonly reasonable: boolean | null;
}

export interface SentLetter {
  readonly number: string;
  readonly method: DeliveryMethod;
  readonly sentOn: Day;
  readonly proof: string | null;
}

/** `reopened`: ordered anew by review or court, linked to an earlier case and not counted again. `split`: 一事一申请. */
export type CaseOrigin = 'new' | 'split' | 'reopened';

/** An application as far as the law goes; nothing in it tells who the applicant is. */
export interface ApplicationCase {
  readonly phase: Phase;
  readonly origin: CaseOrigin;
  readonly applicant: ApplicantKind;
  readonly channel: IntakeChannel;
  readonly submittedOn: Day | null;
  /** Ordinary mail that reached the office before the applicant was reached, and the days on which that was tried. */
  readonly arrival: { readonly on: Day; readonly tried: readonly Day[] } | null;
  readonly receivedOn: Day | null;
  readonly number: string | null;
  /** Unit that handles it, and by when within the agency. */
  readonly handler: { readonly unit: string; readonly until: Day | null } | null;
  readonly clock: readonly ClockEntry[];
  readonly waitingFor: 'correction' | 'payment' | null;
  readonly correction: Correction | null;
  readonly opinions: readonly Opinion[];
  readonly explanation: Explanation | null;
  readonly extensionConsent: { readonly on: Day; readonly days: number } | null;
  readonly fee: FeeNotice | null;
  readonly draft: AnswerDraft | null;
  readonly reviews: { readonly legal: Day | null; readonly secrecy: Day | null };
  /** The day a reviewer or the approver sent the draft back, until it is submitted again. */
  readonly returnedOn: Day | null;
  readonly approval: { readonly on: Day; readonly root: string } | null;
  readonly letter: SentLetter | null;
  /** How it ended, and the day by which table 三 counts it. */
  readonly answer: AnswerId | null;
  readonly endedOn: Day | null;
}

/** A case that has not been sent in yet. */
export const newCase = (
  applicant: ApplicantKind,
  channel: IntakeChannel,
  origin: CaseOrigin = 'new',
): ApplicationCase => ({
  phase: 'draft',
  origin,
  applicant,
  channel,
  submittedOn: null,
  arrival: null,
  receivedOn: null,
  number: null,
  handler: null,
  clock: [],
  waitingFor: null,
  correction: null,
  opinions: [],
  explanation: null,
  extensionConsent: null,
  fee: null,
  draft: null,
  reviews: { legal: null, secrecy: null },
  returnedOn: null,
  approval: null,
  letter: null,
  answer: null,
  endedOn: null,
});

/** One item of an application that is handled item by item (一事一申请): received when the whole was, registered alone. */
export const splitCase = (whole: ApplicationCase): ApplicationCase => ({
  ...newCase(whole.applicant, whole.channel, 'split'),
  phase: 'received',
  submittedOn: whole.submittedOn,
  receivedOn: whole.receivedOn,
  clock: whole.clock,
});

/**
 * The new case that a decision of review or court orders, from the day on which the agency had the decision (WF-15). Its
 * period is that of 第三十三条; where the decision sets a day of its own, the earlier of both binds.
 */
export const reopenedCase = (
  earlier: ApplicationCase,
  on: Day,
  ordered: OrderedDay | null = null,
): ApplicationCase => ({
  ...newCase(earlier.applicant, earlier.channel, 'reopened'),
  phase: 'received',
  submittedOn: on,
  receivedOn: on,
  clock: [{ type: 'received', on, ...(ordered === null ? {} : { ordered }) }],
});
