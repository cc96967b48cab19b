import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type {
  AgencyKind,
  CellStatus,
  Finding,
  FindingBasis,
  Indicator,
  Place,
  ReportFormId,
  ReportSection,
  Severity,
} from '../domain/annual/report.ts';
import type { CalendarYear } from '../law/calendar/index.ts';
import type { ApplicationTables } from './application-tables.ts';
import type { ClaimTables } from './claim-tables.ts';
import type { DestructionTables } from './destruction-tables.ts';
import type { GroupTables } from './group-tables.ts';
import type { PeopleTables } from './people-tables.ts';
import type { SubjectTables } from './subject-tables.ts';
import type { TakeoverTables } from './takeover-tables.ts';

/** JSON written as text, read as a value. */
type Json<T extends object | null> = T extends object
  ? JSONColumnType<T>
  : ColumnType<T | null, string | null, string | null>;
/** A legal day, YYYY-MM-DD, without a clock. */
type Day = string;
/** An act's instant. */
type Instant = ColumnType<Date, Date, Date>;

export interface AgencyTable {
  id: string;
  slug: string;
  division_code: string | null;
  name: string;
  kind: AgencyKind;
  level: number;
  superior_id: string | null;
  makes_regulations: boolean;
  contacts: JSONColumnType<Readonly<Record<string, string>>>;
  demonstration: boolean;
  valid_from: Day | null;
  valid_to: Day | null;
  successor_id: string | null;
  created_at: Instant;
}

export interface AgencySearchTable {
  agency_id: string;
  tokens: string;
  content: string;
}

export interface SourceFileTable {
  agency_id: string;
  sha256: string;
  name: string;
  media_type: string;
  bytes: number;
  stored_as: string;
  stored_at: Instant;
}

export type ReportStatus = 'current' | 'superseded' | 'moved';

export interface AnnualReportTable {
  agency_id: string;
  id: string;
  year: number;
  edition: number;
  status: ReportStatus;
  form: ReportFormId | null;
  title: string | null;
  agency_name: string;
  agency_kind: AgencyKind;
  signed_on: Day | null;
  published_on: Day | null;
  source_sha256: string;
  sections: JSONColumnType<readonly ReportSection[]>;
  indicators: JSONColumnType<Readonly<Record<string, Indicator>>>;
  errors: number;
  warnings: number;
  infos: number;
  imported_at: Instant;
}

export interface AnnualCellTable {
  agency_id: string;
  report_id: string;
  cell: string;
  value: number | null;
  text: string;
  status: CellStatus;
  unit: '元' | null;
  has_unit: boolean;
  at: Json<Place | null>;
}

export interface AnnualFindingTable {
  agency_id: string;
  report_id: string;
  number: number;
  rule: string;
  code: string;
  severity: Severity;
  message: string;
  cells: string[];
  at: Json<Place | null>;
  related: JSONColumnType<Finding['related']>;
  basis: JSONColumnType<readonly FindingBasis[]>;
  fix: Json<Finding['fix']>;
  suggestions: string[];
}

export interface EventTable {
  agency_id: string;
  id: string;
  kind: string;
  subject_id: string | null;
  actor: string;
  at: Instant;
  facts: JSONColumnType<Readonly<Record<string, unknown>>>;
  seq: number | null;
  previous_hash: Uint8Array | null;
  hash: Uint8Array | null;
}

export interface AccessLogTable {
  agency_id: string;
  id: string;
  at: Instant;
  actor: string;
  act: string;
  subject_kind: string;
  subject_id: string | null;
  purpose: string | null;
  refused: string | null;
}

export interface SafekeepingTable {
  id: string;
  kind: 'backup' | 'drill' | 'retention';
  started_at: Instant;
  ended_at: Instant;
  outcome: 'done' | 'failed';
  backup: string | null;
  shows_at: ColumnType<Date | null, Date | null, never>;
  rows: number | null;
  files: number | null;
  bytes: number | null;
  message: string;
}

export interface ReportSearchTable {
  agency_id: string;
  report_id: string;
  year: number;
  tokens: string;
  title: string;
  content: string;
}

export interface VaultFingerprintTable {
  one_row: Generated<boolean>;
  fingerprint: Uint8Array;
  first_used_at: Instant;
}

export interface CalendarYearTable {
  year: number;
  source: 'shipped' | 'loaded';
  content: Json<CalendarYear>;
  known_at: Instant;
}

export interface Tables
  extends ApplicationTables,
    ClaimTables,
    DestructionTables,
    GroupTables,
    PeopleTables,
    SubjectTables,
    TakeoverTables {
  agency: AgencyTable;
  agency_search: AgencySearchTable;
  source_file: SourceFileTable;
  annual_report: AnnualReportTable;
  annual_cell: AnnualCellTable;
  annual_finding: AnnualFindingTable;
  event: EventTable;
  access_log: AccessLogTable;
  calendar_year: CalendarYearTable;
  vault_fingerprint: VaultFingerprintTable;
  safekeeping: SafekeepingTable;
  report_search: ReportSearchTable;
}
