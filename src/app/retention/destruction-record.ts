import type { Transaction } from 'kysely';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { type DestructionRow, lockDestruction } from '../../store/destructions.ts';
import { planOf } from '../../store/retention.ts';
import type { Tables } from '../../store/tables.ts';
import type { Subject } from '../policy/policy.ts';

/** A list of cases to be deleted, as an act has it at hand. */
export interface DestructionRecord extends Subject {
  readonly agencyId: string;
  readonly id: string;
  readonly row: DestructionRow;
}

export const destructionUnknown = refuse(
  'destruction.unknown',
  '没有这份销毁清单，或者不属于本机关。请从“保管期限”中选择。',
);

/** The list locked, with who proposed it and who set the plan that holds. */
export async function loadDestruction(
  transaction: Transaction<Tables>,
  { agencyId, destructionId }: { readonly agencyId: string; readonly destructionId: string },
): Promise<DestructionRecord | Refusal> {
  const row = await lockDestruction(transaction, { agencyId, id: destructionId });
  if (row === null) return destructionUnknown;
  const plan = await planOf(transaction, agencyId);
  return {
    agencyId,
    id: row.id,
    phase: row.status,
    row,
    doneBy: {
      'retention.propose': row.proposed_by === null ? [] : [row.proposed_by],
      'retention.setPlan': plan === null ? [] : [plan.set_by],
    },
  };
}
