import type { ColumnType } from 'kysely';

/** A legal day, YYYY-MM-DD, without a clock. */
type Day = string;
type Instant = ColumnType<Date, Date, Date>;
type NullableInstant = ColumnType<Date | null, Date | null, Date | null>;

export interface AccountTable {
  id: string;
  username: string;
  display_username: string | null;
  name: string;
  email: string;
  email_verified: boolean;
  image: string | null;
  two_factor_enabled: boolean;
  mail: Uint8Array | null;
  mail_key: Uint8Array | null;
  must_change_password: boolean;
  password_changed_at: NullableInstant;
  disabled_at: NullableInstant;
  demonstration: boolean;
  home_agency_id: string;
  created_at: Instant;
  updated_at: Instant;
}

/** The calendar of a person's due days; the secret of its address is made from account and version. */
export interface AccountCalendarTable {
  account_id: string;
  version: number;
  active: boolean;
  changed_at: Instant;
}

/** Filters, order and columns of a list that a person gave a name. */
export interface TableViewTable {
  account_id: string;
  id: string;
  list: string;
  name: string;
  query: string;
  opens: boolean;
  changed_at: Instant;
}

export interface AccountSessionTable {
  id: string;
  user_id: string;
  token: string;
  expires_at: Instant;
  ip_address: string | null;
  user_agent: string | null;
  created_at: Instant;
  updated_at: Instant;
}

export interface AccountCodeUsedTable {
  account_id: string;
  code_hash: Uint8Array;
  used_at: Instant;
}

export interface SignInFailureTable {
  key_hash: Uint8Array;
  failures: number;
  last_at: Instant;
  locked_until: NullableInstant;
}

export interface MembershipTable {
  id: string;
  account_id: string;
  agency_id: string;
  role: string;
  valid_from: Day;
  valid_to: Day | null;
  deputy_of: string | null;
  granted_by: string;
  granted_at: Instant;
}

export interface NoticeTable {
  agency_id: string;
  id: string;
  account_id: string;
  kind: string;
  number: string;
  path: string;
  made_at: Instant;
  read_at: NullableInstant;
  mail: 'none' | 'waiting' | 'sent' | 'failed';
  mail_tries: number;
  mail_after: Instant;
}

export interface WorkReminderTable {
  agency_id: string;
  account_id: string;
  matter: string;
  due: Day;
  step: string;
  told_at: Instant;
}

export interface NoticeUnmailedTable {
  account_id: string;
  kind: string;
}

export interface WebhookTable {
  agency_id: string;
  form: 'wecom' | 'dingtalk' | 'plain';
  host: string;
  address: Uint8Array;
  secret: Uint8Array;
  wrapped_key: Uint8Array;
  changed_by: string;
  changed_at: Instant;
}

export interface WebhookPostTable {
  agency_id: string;
  id: string;
  kind: string;
  number: string;
  path: string;
  made_at: Instant;
  state: 'waiting' | 'sent' | 'failed';
  tries: number;
  after: Instant;
  said: string | null;
}

export interface HandoverTable {
  agency_id: string;
  id: string;
  from_account: string;
  to_account: string;
  valid_from: Day;
  done_at: NullableInstant;
}

export interface PeopleTables {
  notice: NoticeTable;
  notice_unmailed: NoticeUnmailedTable;
  work_reminder: WorkReminderTable;
  webhook: WebhookTable;
  webhook_post: WebhookPostTable;
  handover: HandoverTable;
  account: AccountTable;
  account_calendar: AccountCalendarTable;
  table_view: TableViewTable;
  account_session: AccountSessionTable;
  account_code_used: AccountCodeUsedTable;
  sign_in_failure: SignInFailureTable;
  membership: MembershipTable;
}
