import type { ColumnType } from 'kysely';
import type { ApplicationCase, ClockEntry } from '../domain/application/case.ts';
import type { GroupAct, LeftOut } from '../domain/application/group.ts';
import type { Phase } from '../domain/application/phases.ts';
import type { IntakeChannel } from '../law/intake.ts';

type Day = string;
type Instant = ColumnType<Date, Date, Date>;
type NullableInstant = ColumnType<Date | null, Date | null, Date | null>;
type Given<T> = ColumnType<T, T | undefined, T>;

/** So many applications of a group that stand alike. */
export interface GroupPart {
  readonly phase: Phase;
  readonly waiting_for: ApplicationCase['waitingFor'];
  readonly clock: readonly ClockEntry[];
  readonly legal: boolean;
  readonly secrecy: boolean;
  readonly approved: boolean;
  /** While receipt is to be confirmed; absent from counts kept of old. */
  readonly channel?: IntakeChannel | null;
  readonly first_on: Day;
  readonly last_on: Day;
  readonly cases: number;
}

export interface ApplicationGroupTable {
  agency_id: string;
  id: string;
  content_hash: Uint8Array;
  formed_at: Instant;
  open: boolean;
  summary: ColumnType<readonly GroupPart[] | null, string | null, string | null>;
  counted_at: NullableInstant;
  demonstration: Given<boolean>;
  wrapped_key: Uint8Array | null;
  sealed_title: Uint8Array;
  sealed_draft: Uint8Array | null;
}

export interface GroupActTable {
  agency_id: string;
  id: string;
  group_id: string;
  act: GroupAct;
  on: Day;
  account_id: string;
  at: Instant;
  sealed_facts: Uint8Array;
  members: number;
  after: string | null;
  carried: Given<number>;
  already: Given<number>;
  left_out: Given<number>;
  done_at: NullableInstant;
}

export interface GroupLeftOutTable {
  agency_id: string;
  act_id: string;
  application_id: string;
  reason: LeftOut;
  message: string;
}

export interface GroupTables {
  application_group: ApplicationGroupTable;
  group_act: GroupActTable;
  group_left_out: GroupLeftOutTable;
}
