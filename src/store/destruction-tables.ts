import type { ColumnType } from 'kysely';
import type { Held, HoldReason, RetentionKind } from '../law/retention.ts';

type Day = string;
type Instant = ColumnType<Date, Date, Date>;
type NullableInstant = ColumnType<Date | null, Date | null, Date | null>;

export interface RetentionPlanTable extends Record<RetentionKind, number> {
  agency_id: string;
  id: string;
  set_by: string;
  set_at: Instant;
}

export type DestructionStatus = 'drawn' | 'proposed' | 'done';

export interface DestructionTable {
  agency_id: string;
  id: string;
  status: DestructionStatus;
  drawn_at: Instant;
  proposed_by: string | null;
  proposed_at: NullableInstant;
  confirmed_by: string | null;
  confirmed_at: NullableInstant;
  register: string | null;
  register_hash: string | null;
}

export interface DestructionItemTable {
  agency_id: string;
  destruction_id: string;
  application_id: string;
  kind: RetentionKind;
  counted_from: Day;
  years: number;
  held: Held | null;
}

export interface RetentionHoldTable {
  agency_id: string;
  id: string;
  application_id: string;
  reason: HoldReason;
  reference: string;
  held_by: string;
  held_at: Instant;
  released_by: string | null;
  released_at: NullableInstant;
}

export interface ErasedFileTable {
  agency_id: string;
  id: string;
  place: string;
}

export interface DestructionClaimTable {
  agency_id: string;
  destruction_id: string;
  claim_id: string;
  counted_from: Day;
  years: number;
}

export interface DestructionAppealTable {
  agency_id: string;
  destruction_id: string;
  appeal_id: string;
  counted_from: Day;
  years: number;
}

export interface DestructionTables {
  destruction_appeal: DestructionAppealTable;
  destruction_claim: DestructionClaimTable;
  retention_plan: RetentionPlanTable;
  destruction: DestructionTable;
  destruction_item: DestructionItemTable;
  retention_hold: RetentionHoldTable;
  erased_file: ErasedFileTable;
}
