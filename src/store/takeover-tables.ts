import type { ColumnType } from 'kysely';

type Instant = ColumnType<Date, Date, Date>;

/** A file of cases that its person looks at before it is taken: sealed, and gone a day later. */
export interface TakeoverDraftTable {
  agency_id: string;
  account_id: string;
  id: string;
  rows: number;
  made_at: Instant;
  wrapped_key: Uint8Array;
  sealed_file: Uint8Array;
}

/** The calendar of a person's due days; the secret of its address is made from account and version. */
export interface AccountCalendarTable {
  account_id: string;
  version: number;
  active: boolean;
  changed_at: Instant;
}

export interface TakeoverTables {
  takeover_draft: TakeoverDraftTable;
  account_calendar: AccountCalendarTable;
}
