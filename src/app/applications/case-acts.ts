import type { Phase } from '../../domain/application/phases.ts';
import type { Day } from '../../domain/workday/index.ts';
import type { Citation } from '../../law/citation.ts';
import type { ApplicationEventRow } from '../../store/application-events.ts';
import type { CaseRecord } from './case-record.ts';
import { aboutCase, openJson } from './sealing.ts';

export interface CaseAct {
  readonly act: string;
  readonly on: Day;
  readonly at: Date;
  /** Name of the person; null for the applicant and the program. */
  readonly by: string | null;
  readonly part: string;
  readonly to: Phase;
  readonly basis: Citation | null;
  /** What was noted with it. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** An act as it is shown, its notes opened. */
export const asAct =
  (record: CaseRecord, names: ReadonlyMap<string, string>) =>
  (row: ApplicationEventRow): CaseAct => ({
    act: row.act,
    on: row.on as Day,
    at: row.at,
    by: row.account_id === null ? null : (names.get(row.account_id) ?? null),
    part: row.actor,
    to: row.phase_to,
    basis: row.basis,
    facts: row.sealed_facts === null ? {} : openJson(record.key, row.sealed_facts, aboutCase(record, 'act')),
  });
