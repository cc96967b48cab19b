import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Database } from '../../store/database.ts';
import { newId } from '../../store/ids.ts';
import { type DraftOwner, type TakeoverDraft, takeoverDraft } from '../../store/takeovers.ts';
import type { AppContext } from '../context.ts';
import { open, seal, type Vault } from '../vault/vault.ts';

const keptForMs = 24 * 3_600_000;

/** Files put by before this are gone. */
export const draftsSince = (now: Date): Date => new Date(now.getTime() - keptForMs);

export const draftGone = refuse(
  'takeover.gone',
  '没有等待移入的文件：已经移入、放弃，或者超过24小时已自动删除。请重新上传。',
);

const about = ({ agencyId, accountId }: DraftOwner, id: string): string =>
  `takeover ${agencyId} ${accountId} ${id}`;

/** The person whose file it is; the program takes nothing over by itself. */
export const ownerOf = ({ actor }: AppContext, agencyId: string): DraftOwner | null =>
  typeof actor === 'string' ? null : { agencyId, accountId: actor.accountId };

/** A file as it is kept: sealed under a key of its own, which goes away with it. */
export function sealedDraft(vault: Vault, owner: DraftOwner, bytes: Uint8Array) {
  const id = newId();
  const { key, wrapped } = vault.newKey(about(owner, id));
  return { id, wrapped_key: wrapped, sealed_file: seal(key, bytes, about(owner, id)) };
}

export function draftBytes(vault: Vault, owner: DraftOwner, draft: TakeoverDraft): Uint8Array {
  const what = about(owner, draft.id);
  return open(vault.unwrap(draft.wrapped_key, what), draft.sealed_file, what);
}

export interface OwnDraft {
  readonly draft: TakeoverDraft;
  readonly bytes: Uint8Array;
}

/** The file that a person put by at an agency, found as `find` does: to look at, or locked to take it. */
export async function ownDraft(
  context: AppContext,
  database: Database,
  agencyId: string,
  find: typeof takeoverDraft = takeoverDraft,
): Promise<OwnDraft | Refusal> {
  const owner = ownerOf(context, agencyId);
  if (owner === null) return draftGone;
  const draft = await find(database, owner, draftsSince(context.now()));
  return draft === null ? draftGone : { draft, bytes: draftBytes(context.vault, owner, draft) };
}
