import type { Refusal } from '../../domain/refusal.ts';
import { type AppealFileRow, insertAppealFile } from '../../store/appeal-files.ts';
import type { AppealFileKind } from '../../store/application-tables.ts';
import { newId } from '../../store/ids.ts';
import type { Writing } from '../applications/acting.ts';
import { checkCaseFile, mediaTypeOf } from '../applications/case-files.ts';
import type { AppContext } from '../context.ts';
import { type CaseKey, open, openText, seal, sealText } from '../vault/vault.ts';
import { aboutAppeal } from './appeal-record.ts';

/** In the order in which a file holds them. */
export const appealFileKindNames: Readonly<Record<AppealFileKind, string>> = {
  pleading: '复议申请书、起诉状副本',
  notice: '答复通知书、应诉通知书、传票',
  reply: '答复书、答辩状',
  evidence: '证据、依据',
  decision: '决定书、裁判文书',
  other: '其他',
};

export interface NewAppealFile {
  readonly kind: AppealFileKind;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** An appeal with its key unwrapped. */
export interface OpenedAppeal {
  readonly agencyId: string;
  readonly id: string;
  readonly key: CaseKey;
}

const about = (of: OpenedAppeal, what: string): string => `${aboutAppeal(of)} ${what}`;

/** Encrypts a paper under the appeal's key and keeps it; name and bytes are sealed. */
export async function keepAppealFile(
  { context, transaction, at }: Pick<Writing, 'context' | 'transaction' | 'at'>,
  appeal: OpenedAppeal,
  file: NewAppealFile,
): Promise<{ readonly id: string } | Refusal> {
  const refused = checkCaseFile(file);
  if (refused !== undefined) return refused;
  const id = newId();
  const stored = await context.store.files.put(seal(appeal.key, file.bytes, about(appeal, `file ${id}`)));
  await insertAppealFile(transaction, {
    agency_id: appeal.agencyId,
    id,
    appeal_id: appeal.id,
    kind: file.kind,
    sealed_name: sealText(appeal.key, file.name, about(appeal, `name ${id}`)),
    media_type: mediaTypeOf(file.bytes)!,
    sha256: stored.sha256,
    stored_as: stored.storedAs,
    bytes: stored.bytes,
    added_by: typeof context.actor === 'string' ? null : context.actor.accountId,
    added_at: at,
  });
  return { id };
}

export const appealFileName = (appeal: OpenedAppeal, row: AppealFileRow): string =>
  openText(appeal.key, row.sealed_name, about(appeal, `name ${row.id}`));

/** The bytes as they came, verified twice: as stored, and as sealed. */
export async function appealFileBytes(
  { store }: AppContext,
  appeal: OpenedAppeal,
  row: AppealFileRow,
): Promise<Uint8Array> {
  const sealed = await store.files.bytes({ sha256: row.sha256, storedAs: row.stored_as });
  return open(appeal.key, sealed, about(appeal, `file ${row.id}`));
}
