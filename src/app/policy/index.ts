import type { PolicyRow } from './policy.ts';
import { agencyRows } from './rows/agencies.ts';
import { appealRows } from './rows/appeals.ts';
import { applicationRows } from './rows/applications.ts';
import { claimRows } from './rows/claims.ts';
import { groupRows } from './rows/groups.ts';
import { noticeRows } from './rows/notices.ts';
import { peopleRows } from './rows/people.ts';
import { recordRows } from './rows/records.ts';
import { reportRows } from './rows/reports.ts';
import { retentionRows } from './rows/retention.ts';
import { sealRows } from './rows/seals.ts';

const parts = {
  people: peopleRows,
  agencies: agencyRows,
  applications: [...applicationRows, ...groupRows],
  claims: claimRows,
  appeals: appealRows,
  seals: sealRows,
  retention: retentionRows,
  notices: noticeRows,
  records: recordRows,
  reports: reportRows,
} as const;

/** Every act there is, in the parts that the page of the policy shows. A part adds its rows here. */
export const policyParts: Readonly<Record<keyof typeof parts, readonly PolicyRow[]>> = parts;

export type ActId = (typeof parts)[keyof typeof parts][number]['act'];

const byAct = new Map<string, PolicyRow>(
  Object.values(policyParts).flatMap((rows) => rows.map((row) => [row.act, row] as const)),
);

export const policyRow = (act: string): PolicyRow | undefined => byAct.get(act);
export const policyRows = (): readonly PolicyRow[] => [...byAct.values()];
