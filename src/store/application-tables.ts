import type { ColumnType, JSONColumnType } from 'kysely';
import type { ApplicationCase, ClockEntry, SentLetter } from '../domain/application/case.ts';
import type { Asked } from '../domain/application/history.ts';
import type { Phase } from '../domain/application/phases.ts';
import type { AnswerId } from '../law/answers.ts';
import type { AppealKind, AppealResult, ReviewProcedure } from '../law/appeals.ts';
import type { ApplicantKind } from '../law/applicants.ts';
import type { Citation } from '../law/citation.ts';
import type { DeliveryMethod } from '../law/delivery.ts';
import type { FeeTariff } from '../law/fees.ts';
import type { IntakeChannel } from '../law/intake.ts';
import type { LetterKindId } from '../law/letters.ts';

type Day = string;
type Instant = ColumnType<Date, Date, Date>;
type NullableInstant = ColumnType<Date | null, Date | null, Date | null>;
type Given<T> = ColumnType<T, T | undefined, T>;

/** A case without what people wrote, which stands sealed, and without its clock, which has a column. */
export interface OpenState extends Omit<ApplicationCase, 'draft' | 'letter' | 'clock'> {
  readonly letter: Omit<SentLetter, 'proof'> | null;
}

export interface ApplicationTable {
  agency_id: string;
  id: string;
  phase: Phase;
  open: boolean;
  origin: ApplicationCase['origin'];
  origin_id: string | null;
  applicant_kind: ApplicantKind;
  channel: IntakeChannel;
  submitted_on: Day | null;
  received_on: Day | null;
  number: string | null;
  receipt_number: string;
  code_version: Given<number>;
  submission_key: string | null;
  waiting_for: ApplicationCase['waitingFor'];
  unit: string | null;
  unit_until: Day | null;
  first_id: string | null;
  holder_id: string | null;
  /** The applicant wants to hear by e-mail that something happened. */
  tells: Given<boolean>;
  opened_at: NullableInstant;
  acted_at: Instant;
  answer: AnswerId | null;
  outcome: string | null;
  ended_on: Day | null;
  counted: boolean;
  demonstration: Given<boolean>;
  clock: JSONColumnType<readonly ClockEntry[]>;
  state: JSONColumnType<OpenState>;
  /** Null once the personal data of the case was deleted. */
  wrapped_key: Uint8Array | null;
  sealed_state: Uint8Array;
  sealed_form: Uint8Array;
  sealed_summary: Uint8Array;
  name_hash: Uint8Array | null;
  identity_hash: Uint8Array | null;
  phone_hash: Uint8Array | null;
  last_four_hash: Uint8Array | null;
  content_hash: Uint8Array | null;
  /** Of those that ask for the same; null for one handled by itself. */
  group_id: Given<string | null>;
  /** Taken out of its group by a person. */
  alone: Given<boolean>;
}

export interface ApplicationEventTable {
  agency_id: string;
  application_id: string;
  number: number;
  /** An act of the domain; `reviewLegal`, `reviewSecrecy` for its review, `handOver` for the office's own. */
  act: string;
  on: Day;
  phase_from: Phase;
  phase_to: Phase;
  actor: string;
  account_id: string | null;
  at: Instant;
  core: string | null;
  basis: ColumnType<Citation | null, string | null, never>;
  sealed_facts: Uint8Array | null;
}

export interface ApplicationNumberTable {
  agency_id: string;
  series: string;
  year: number;
  last: number;
}

export type LetterStatus = 'draft' | 'approved' | 'sent';

export interface LetterTable {
  agency_id: string;
  id: string;
  application_id: string;
  kind: LetterKindId;
  ref: string | null;
  status: LetterStatus;
  number: string | null;
  root: string | null;
  dated_on: Day | null;
  sent_on: Day | null;
  made_by: string | null;
  made_at: Instant;
  sealed_body: Uint8Array;
}

export interface DeliveryTable {
  agency_id: string;
  id: string;
  application_id: string;
  letter_id: string;
  method: DeliveryMethod;
  carrier: string | null;
  sent_on: Day;
  proven_at: NullableInstant;
  sealed_proof: Uint8Array | null;
  recorded_by: string | null;
  recorded_at: Instant;
}

/** `identity`: proof of identity. `authorisation`: 授权委托书. `enclosure`: goes out with a letter. */
export type CaseFileKind =
  | 'identity'
  | 'authorisation'
  | 'application'
  | 'correction'
  | 'opinion'
  | 'enclosure'
  | 'proof'
  | 'other';

export interface ApplicationFileTable {
  agency_id: string;
  id: string;
  application_id: string;
  kind: CaseFileKind;
  letter_id: string | null;
  sealed_name: Uint8Array;
  /** Of a file that many cases share; null: the case's own key. */
  sealed_key: Given<Uint8Array | null>;
  media_type: string;
  hmac: Uint8Array;
  sha256: string;
  stored_as: string;
  bytes: number;
  added_by: string | null;
  added_at: Instant;
}

export interface OpinionRequestTable {
  agency_id: string;
  application_id: string;
  ref: string;
  asked: Asked;
  sealed_party: Uint8Array;
  sent_on: Day;
  received_on: Day | null;
  answered_on: Day | null;
  view: string | null;
  reasonable: boolean | null;
  sealed_reply: Uint8Array | null;
}

export interface FeeNoticeTable {
  agency_id: string;
  id: string;
  application_id: string;
  tariff: FeeTariff['id'];
  quantity: number;
  before_quantity: number;
  yuan: number;
  noticed_on: Day;
  received_on: Day | null;
  paid_on: Day | null;
  paid_yuan: number | null;
}

export interface AppealTable {
  agency_id: string;
  id: string;
  application_id: string | null;
  reopened_id: string | null;
  kind: AppealKind;
  procedure: ReviewProcedure | null;
  accepted_on: Day;
  copy_received_on: Day | null;
  replied_on: Day | null;
  hearing_on: Day | null;
  disposition: string | null;
  result: Exclude<AppealResult, 'pending'> | null;
  ended_on: Day | null;
  costs: number | null;
  demonstration: Given<boolean>;
  wrapped_key: Uint8Array | null;
  sealed_facts: Uint8Array;
  recorded_by: string | null;
  recorded_at: Instant;
}

export type AppealFileKind = 'pleading' | 'notice' | 'reply' | 'evidence' | 'decision' | 'other';

export interface AppealFileTable {
  agency_id: string;
  id: string;
  appeal_id: string;
  kind: AppealFileKind;
  sealed_name: Uint8Array;
  media_type: string;
  sha256: string;
  stored_as: string;
  bytes: number;
  added_by: string | null;
  added_at: Instant;
}

export interface SealImageTable {
  agency_id: string;
  id: string;
  from_on: Day;
  to_on: Day | null;
  /** Pixels of each side. */
  side: number;
  bytes: number;
  image_hash: string;
  wrapped_key: Uint8Array;
  sealed_image: Uint8Array;
  added_by: string;
  added_at: Instant;
  ended_by: string | null;
  ended_at: NullableInstant;
}

export interface ApplicantMailTable {
  agency_id: string;
  id: string;
  application_id: string;
  act: string;
  made_at: Instant;
  state: 'waiting' | 'sent' | 'failed' | 'none';
  tries: Given<number>;
  after: Instant;
}

/** 第四十四条: proposed for disclosure to all. */
export interface DisclosureProposalTable {
  agency_id: string;
  id: string;
  application_id: string;
  applicants: number | null;
  suggested: boolean | null;
  proposed_on: Day;
  proposed_by: string | null;
  state: 'open' | 'takenUp' | 'refused';
  decided_on: Day | null;
  decided_by: string | null;
  sealed_reason: Uint8Array | null;
}

export interface ApplicationTables {
  appeal_file: AppealFileTable;
  disclosure_proposal: DisclosureProposalTable;
  applicant_mail: ApplicantMailTable;
  seal_image: SealImageTable;
  application: ApplicationTable;
  application_event: ApplicationEventTable;
  application_number: ApplicationNumberTable;
  letter: LetterTable;
  delivery: DeliveryTable;
  application_file: ApplicationFileTable;
  opinion_request: OpinionRequestTable;
  fee_notice: FeeNoticeTable;
  appeal: AppealTable;
}
