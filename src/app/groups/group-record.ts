import type { Transaction } from 'kysely';
import type { AnswerDraft } from '../../domain/application/answer-draft.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { type GroupRow, groupById, lockGroupRow } from '../../store/application-groups.ts';
import type { CaseRef } from '../../store/applications.ts';
import type { Database } from '../../store/database.ts';
import { actsOfGroup, type GroupActRow } from '../../store/group-acts.ts';
import type { Tables } from '../../store/tables.ts';
import { openJson } from '../applications/sealing.ts';
import type { Subject } from '../policy/policy.ts';
import type { CaseKey, Vault } from '../vault/vault.ts';

/** What a sealed value is, of which group: it opens as nothing else. */
export const aboutGroup = ({ agencyId, id }: CaseRef, what: string): string =>
  `application group ${agencyId} ${id} ${what}`;

/** A group as an act has it at hand. */
export interface GroupRecord extends Subject {
  readonly agencyId: string;
  readonly id: string;
  readonly row: GroupRow;
  readonly key: CaseKey;
  readonly title: string;
  readonly draft: AnswerDraft | null;
  /** Acts of people on it, the newest first. */
  readonly acts: readonly GroupActRow[];
}

export const groupUnknown = refuse(
  'applicationGroup.unknown',
  '没有这一组申请，或者不属于本机关。请从“依申请公开”中选择。',
);
const erased = refuse('applicationGroup.erased', '本组的个人信息已按保管期限删除，不能查看和办理。');

/** Opens a group. Refused: its key was destroyed. */
export function openGroup(vault: Vault, row: GroupRow, acts: readonly GroupActRow[]): GroupRecord | Refusal {
  if (row.wrapped_key === null) return erased;
  const ref = { agencyId: row.agency_id, id: row.id };
  const key = vault.unwrap(row.wrapped_key, aboutGroup(ref, 'key'));
  const doneBy: Record<string, string[]> = {};
  for (const { act, account_id } of acts) {
    const done = `applicationGroup.${act}`;
    doneBy[done] = [...(doneBy[done] ?? []), account_id];
  }
  return {
    ...ref,
    row,
    key,
    title: openJson(key, row.sealed_title, aboutGroup(ref, 'title')),
    draft: row.sealed_draft === null ? null : openJson(key, row.sealed_draft, aboutGroup(ref, 'draft')),
    acts,
    doneBy,
  };
}

const withActs = async (
  database: Database,
  vault: Vault,
  row: GroupRow | null,
): Promise<GroupRecord | Refusal> =>
  row === null
    ? groupUnknown
    : openGroup(vault, row, await actsOfGroup(database, { agencyId: row.agency_id, id: row.id }));

/** The group locked, with what people did to it, for an act. */
export const lockGroup = async (
  transaction: Transaction<Tables>,
  vault: Vault,
  ref: CaseRef,
): Promise<GroupRecord | Refusal> => withActs(transaction, vault, await lockGroupRow(transaction, ref));

export const readGroup = async (
  database: Database,
  vault: Vault,
  ref: CaseRef,
): Promise<GroupRecord | Refusal> => withActs(database, vault, await groupById(database, ref));
