import type { ApplicationForm } from '../../domain/application/application-form.ts';
import { groupFrom } from '../../domain/application/group.ts';
import { countUngrouped, groupOfContent, insertGroup, takeIn } from '../../store/application-groups.ts';
import { newId } from '../../store/ids.ts';
import type { Writing } from '../applications/acting.ts';
import { sealJson, titleOf } from '../applications/sealing.ts';
import { aboutGroup } from './group-record.ts';

interface Joining {
  readonly agencyId: string;
  readonly contentHash: Uint8Array | null;
  readonly form: ApplicationForm;
  readonly demonstration: boolean;
}

/**
 * Makes a group of applications of one content once there are enough of them; null while there are not. Nothing that
 * all of them share is locked or counted with each, so that they come in side by side.
 */
export async function formGroup(
  { context, transaction, at }: Writing,
  { agencyId, contentHash, form, demonstration }: Joining,
): Promise<string | null> {
  if (contentHash === null) return null;
  if ((await countUngrouped(transaction, agencyId, contentHash, groupFrom)) < groupFrom) return null;
  const ref = { agencyId, id: newId() };
  const { key, wrapped } = context.vault.newKey(aboutGroup(ref, 'key'));
  await insertGroup(transaction, {
    agency_id: agencyId,
    id: ref.id,
    content_hash: contentHash,
    formed_at: at,
    open: true,
    summary: null,
    counted_at: null,
    demonstration,
    wrapped_key: wrapped,
    sealed_title: sealJson(key, titleOf(form.items), aboutGroup(ref, 'title')),
    sealed_draft: null,
  });
  const id = await groupOfContent(transaction, agencyId, contentHash);
  if (id !== null) await takeIn(transaction, { agencyId, id }, contentHash);
  return id;
}
