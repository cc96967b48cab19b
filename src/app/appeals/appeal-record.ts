import type { Transaction } from 'kysely';
import type { Appeal } from '../../domain/appeal/appeal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Day } from '../../domain/workday/index.ts';
import { type AppealRow, lockAppeal } from '../../store/appeals.ts';
import type { CaseRef } from '../../store/applications.ts';
import type { Tables } from '../../store/tables.ts';
import { openJson } from '../applications/sealing.ts';
import type { Subject } from '../policy/policy.ts';
import type { CaseKey, Vault } from '../vault/vault.ts';

/** What is written of an appeal; it may name people, so it is sealed. */
export interface AppealFacts {
  /** Who reviews or judges. */
  readonly organ: string;
  /** Number of its notice, and of its decision. */
  readonly notice: string;
  readonly decision: string;
  readonly grounds: string;
  /** What the office learnt from it. */
  readonly learnt: string;
  /** Why its registration was corrected, and what of it. */
  readonly corrections?: readonly AppealCorrected[];
}

export interface AppealCorrected {
  readonly on: Day;
  /** In words: 种类. */
  readonly changes: readonly string[];
  readonly reason: string;
}

export interface AppealRecord extends Subject {
  readonly agencyId: string;
  readonly id: string;
  readonly row: AppealRow;
  readonly key: CaseKey;
  readonly facts: AppealFacts;
}

export const aboutAppeal = ({ agencyId, id }: CaseRef): string => `appeal ${agencyId} ${id}`;

const unknown = refuse('appeal.unknown', '没有这件复议、诉讼，或者不属于本机关。请从列表中选择。');

const erased = refuse(
  'appeal.erased',
  '本件的个人信息已按保管期限删除，只留统计所需的数据，不能查看和办理。',
);

/** As the domain sees it. */
export const appealOf = (row: Omit<AppealRow, 'wrapped_key' | 'sealed_facts'>): Appeal => ({
  kind: row.kind,
  procedure: row.procedure,
  acceptedOn: row.accepted_on as Day,
  copyReceivedOn: row.copy_received_on as Day | null,
  repliedOn: row.replied_on as Day | null,
  ended: row.disposition === null ? null : { disposition: row.disposition, on: row.ended_on as Day },
});

/** The key of an appeal; null where it was destroyed. */
export const appealKey = (vault: Vault, { wrapped_key, agency_id, id }: AppealRow): CaseKey | null =>
  wrapped_key === null ? null : vault.unwrap(wrapped_key, aboutAppeal({ agencyId: agency_id, id }));

/** Opens what is sealed of an appeal; null where its key was destroyed. */
export function appealFacts(vault: Vault, row: AppealRow): AppealFacts | null {
  const key = appealKey(vault, row);
  if (key === null) return null;
  return openJson(key, row.sealed_facts, aboutAppeal({ agencyId: row.agency_id, id: row.id }));
}

export async function loadAppeal(
  transaction: Transaction<Tables>,
  vault: Vault,
  ref: CaseRef,
): Promise<AppealRecord | Refusal> {
  const row = await lockAppeal(transaction, ref);
  if (row === null) return unknown;
  if (row.wrapped_key === null) return erased;
  const about = aboutAppeal(ref);
  const key = vault.unwrap(row.wrapped_key, about);
  return { ...ref, row, key, facts: openJson<AppealFacts>(key, row.sealed_facts, about) };
}
