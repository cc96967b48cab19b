import { createHmac } from 'node:crypto';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { type CaseFileRow, insertCaseFile } from '../../store/application-letters.ts';
import type { CaseFileKind } from '../../store/application-tables.ts';
import { newId } from '../../store/ids.ts';
import type { AppContext } from '../context.ts';
import { open, openText, seal, sealText } from '../vault/vault.ts';
import type { Writing } from './acting.ts';
import type { CaseRecord } from './case-record.ts';
import { aboutCase, openJson } from './sealing.ts';

export interface NewCaseFile {
  readonly kind: CaseFileKind;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const caseFileKindNames: Readonly<Record<CaseFileKind, string>> = {
  enclosure: '随答复书送达的附件',
  identity: '身份证明',
  authorisation: '授权委托书',
  application: '申请原件',
  correction: '补正材料',
  opinion: '对方的意见',
  proof: '送达凭证',
  other: '其他',
};

/** Bytes of one file of a case. */
export const largestCaseFile = 20 * 1024 * 1024;
/** Bytes of a form that sends one, with what stands beside it. */
export const largestSending = largestCaseFile + 1024 * 1024;

/** By their first bytes; what a name says is not believed. Office files are archives or compound files. */
const types: readonly (readonly [mediaType: string, starts: readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['application/zip', [0x50, 0x4b, 0x03, 0x04]],
  ['application/x-ole-storage', [0xd0, 0xcf, 0x11, 0xe0]],
];
export const mediaTypeOf = (bytes: Uint8Array): string | null =>
  types.find(([, starts]) => starts.every((byte, index) => bytes[index] === byte))?.[0] ?? null;

/** Whether a file can be taken. Refused: empty, too large, of no kind that an office opens. */
export function checkCaseFile({ name, bytes }: Omit<NewCaseFile, 'kind'>): Refusal | undefined {
  if (bytes.length === 0) return refuse('file.empty', `“${name}”是空文件，没有保存。请重新选择。`);
  if (bytes.length > largestCaseFile)
    return refuse('file.tooLarge', `“${name}”超过20 MB，没有保存。请压缩或者分成几个文件。`);
  return mediaTypeOf(bytes) === null
    ? refuse('file.type', `“${name}”不是 PDF、图片、Word 或者压缩文件，没有保存。请转换后再上传。`)
    : undefined;
}

/** Encrypts a file under the case's key and keeps it; name and bytes are sealed, its address tells nothing of it. */
export async function keepCaseFile(
  { context, transaction, at }: Pick<Writing, 'context' | 'transaction' | 'at'>,
  record: Pick<CaseRecord, 'agencyId' | 'id' | 'key'>,
  file: NewCaseFile,
): Promise<{ readonly id: string } | Refusal> {
  const refused = checkCaseFile(file);
  if (refused !== undefined) return refused;
  const id = newId();
  const sealed = seal(record.key, file.bytes, aboutCase(record, `file ${id}`));
  const stored = await context.store.files.put(sealed);
  await insertCaseFile(transaction, {
    agency_id: record.agencyId,
    id,
    application_id: record.id,
    kind: file.kind,
    letter_id: null,
    sealed_name: sealText(record.key, file.name, aboutCase(record, `name ${id}`)),
    media_type: mediaTypeOf(file.bytes)!,
    hmac: createHmac('sha256', record.key).update(file.bytes).digest(),
    sha256: stored.sha256,
    stored_as: stored.storedAs,
    bytes: stored.bytes,
    added_by: typeof context.actor === 'string' ? null : context.actor.accountId,
    added_at: at,
  });
  return { id };
}

export const fileNameOf = (record: Pick<CaseRecord, 'agencyId' | 'id' | 'key'>, row: CaseFileRow): string =>
  openText(record.key, row.sealed_name, aboutCase(record, `name ${row.id}`));

/** The bytes as they came, verified twice: as stored, and as sealed. */
export async function caseFileBytes(
  { store }: AppContext,
  record: Pick<CaseRecord, 'agencyId' | 'id' | 'key'>,
  row: CaseFileRow,
): Promise<Uint8Array> {
  const sealed = await store.files.bytes({ sha256: row.sha256, storedAs: row.stored_as });
  if (row.sealed_key !== null) {
    const about = aboutCase(record, `file key ${row.id}`);
    const shared = openJson<{ key: string; about: string }>(record.key, row.sealed_key, about);
    return open(Buffer.from(shared.key, 'hex'), sealed, shared.about);
  }
  return open(record.key, sealed, aboutCase(record, `file ${row.id}`));
}
