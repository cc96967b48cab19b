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

export interface TakeoverTables {
  takeover_draft: TakeoverDraftTable;
}
