import type { ColumnType } from 'kysely';
import type { ClaimKind, ClaimResult } from '../law/claims.ts';
import type { IntakeChannel } from '../law/intake.ts';

type Day = string;
type Instant = ColumnType<Date, Date, Date>;
type Given<T> = ColumnType<T, T | undefined, T>;

export interface ClaimTable {
  agency_id: string;
  id: string;
  kind: ClaimKind;
  application_id: string | null;
  channel: IntakeChannel;
  received_on: Day;
  receipt_number: string;
  code_version: Given<number>;
  submission_key: string | null;
  result: Given<ClaimResult | null>;
  answered_on: Given<Day | null>;
  answered_by: Given<string | null>;
  wrapped_key: Uint8Array | null;
  sealed_content: Uint8Array;
  sealed_answer: Given<Uint8Array | null>;
  entered_by: string | null;
  at: Instant;
}

export interface ClaimFileTable {
  agency_id: string;
  id: string;
  claim_id: string;
  sealed_name: Uint8Array;
  media_type: string;
  sha256: string;
  stored_as: string;
  bytes: ColumnType<number, number, never>;
  added_by: string | null;
  added_at: Instant;
}

export interface ClaimTables {
  claim: ClaimTable;
  claim_file: ClaimFileTable;
}
