import type { ColumnType } from 'kysely';
import type { SubjectHolder } from '../domain/application/subject-advice.ts';

export interface AgencySubjectTable {
  agency_id: string;
  id: string;
  word: string;
  holder: SubjectHolder;
  name: string | null;
  contact: string | null;
  set_by: string;
  set_at: ColumnType<Date, Date, never>;
}

export interface SubjectTables {
  agency_subject: AgencySubjectTable;
}
