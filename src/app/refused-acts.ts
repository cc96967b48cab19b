import type { Refusal } from '../domain/refusal.ts';
import { appendAccess } from '../store/record.ts';
import type { AppContext } from './context.ts';
import type { ActId } from './policy/index.ts';
import type { Subject } from './policy/policy.ts';

/** A person's act that the policy refused is noted apart from the record; input that had to be mended is not. */
export async function noteRefused(
  { store, actor, now }: AppContext,
  act: ActId,
  { agencyId, id }: Subject,
  { code }: Refusal,
): Promise<void> {
  if (typeof actor === 'string' || !code.startsWith('policy.')) return;
  const at = agencyId ?? actor.agencyId;
  if (at === null) return;
  await store.write((transaction) =>
    appendAccess(transaction, {
      agencyId: at,
      at: now(),
      actor: actor.accountId,
      act,
      subjectKind: act.slice(0, act.indexOf('.')),
      subjectId: id ?? null,
      purpose: null,
      refused: code,
    }),
  );
}
