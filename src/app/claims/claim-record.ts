import type { Transaction } from 'kysely';
import type { ClaimAnswer, ClaimContent } from '../../domain/claim/claim.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { CaseRef } from '../../store/applications.ts';
import { type ClaimRow, claimById, lockClaimRow } from '../../store/claims.ts';
import type { Database } from '../../store/database.ts';
import type { Tables } from '../../store/tables.ts';
import { applicationErased, type CaseRecord, lockCase, readCase } from '../applications/case-record.ts';
import type { LetterBody } from '../applications/letters.ts';
import { openJson } from '../applications/sealing.ts';
import type { Subject } from '../policy/policy.ts';
import type { CaseKey, Vault } from '../vault/vault.ts';

/** The answer as it is kept. `letter`: of a claim that stands by itself; one beside a case has its letters there. */
export interface KeptAnswer extends ClaimAnswer {
  readonly letter: LetterBody | null;
}

/** A claim opened, with the case beside which it came. */
export interface ClaimRecord extends Subject {
  readonly agencyId: string;
  readonly id: string;
  readonly phase: 'open' | 'answered';
  readonly row: ClaimRow;
  readonly key: CaseKey;
  readonly content: ClaimContent;
  readonly answer: KeptAnswer | null;
  readonly of: CaseRecord | null;
}

export const claimUnknown = refuse(
  'claim.unknown',
  '没有这件请求，或者不属于本机关。请从“更正和个人信息”中选择。',
);

/** What a sealed value is, of which claim: it opens as nothing else. */
export const aboutClaim = ({ agencyId, id }: CaseRef, what: string): string =>
  `claim ${agencyId} ${id} ${what}`;

/** Refused: its key was destroyed. */
export function openClaim(vault: Vault, row: ClaimRow, of: CaseRecord | null): ClaimRecord | Refusal {
  if (of !== null) return withKey(row, of, of.key);
  if (row.wrapped_key === null) return applicationErased;
  const about = aboutClaim({ agencyId: row.agency_id, id: row.id }, 'key');
  return withKey(row, null, vault.unwrap(row.wrapped_key, about));
}

/** The same where the key is at hand. */
export function withKey(row: ClaimRow, of: CaseRecord | null, key: CaseKey): ClaimRecord {
  const ref = { agencyId: row.agency_id, id: row.id };
  return {
    ...ref,
    phase: row.answered_on === null ? 'open' : 'answered',
    row,
    key,
    content: openJson(key, row.sealed_content, aboutClaim(ref, 'content')),
    answer: row.sealed_answer === null ? null : openJson(key, row.sealed_answer, aboutClaim(ref, 'answer')),
    of,
  };
}

const caseOf = ({ agency_id, application_id }: ClaimRow): CaseRef | null =>
  application_id === null ? null : { agencyId: agency_id, id: application_id };

/** Refused: not there; the data of its case was deleted. */
export async function readClaim(
  database: Database,
  vault: Vault,
  ref: CaseRef,
): Promise<ClaimRecord | Refusal> {
  const row = await claimById(database, ref);
  if (row === null) return claimUnknown;
  const beside = caseOf(row);
  const of = beside === null ? null : await readCase(database, vault, beside);
  return isRefusal(of) ? of : openClaim(vault, row, of);
}

/** The claim and its case locked, the case first, as every act on one does. */
export async function lockClaim(
  transaction: Transaction<Tables>,
  vault: Vault,
  ref: CaseRef,
): Promise<ClaimRecord | Refusal> {
  const found = await claimById(transaction, ref);
  if (found === null) return claimUnknown;
  const beside = caseOf(found);
  const of = beside === null ? null : await lockCase(transaction, vault, beside);
  if (isRefusal(of)) return of;
  const row = await lockClaimRow(transaction, ref);
  return openClaim(vault, row!, of);
}
