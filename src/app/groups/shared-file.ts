import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import { appendEvents } from '../../store/application-bulk.ts';
import { newId } from '../../store/ids.ts';
import { insertCaseFiles } from '../../store/letter-bulk.ts';
import type { Tables } from '../../store/tables.ts';
import { mediaTypeOf, type NewCaseFile } from '../applications/case-files.ts';
import { aboutCase, sealJson } from '../applications/sealing.ts';
import type { AppContext, Person } from '../context.ts';
import { type CaseKey, seal, sealText } from '../vault/vault.ts';
import type { SharedFile } from './group-facts.ts';
import { aboutGroup, type GroupRecord } from './group-record.ts';
import type { MemberDone } from './member-acts.ts';

/** What of a case an enclosure that many share is known by: its digest under the key of the case. */
export const sharedHmac = (key: CaseKey, { digest }: Pick<SharedFile, 'digest'>): Buffer =>
  createHmac('sha256', key).update(`shared ${digest}`).digest();

/** Encrypts a file once, under a key of its own; who has that key has the file. */
export async function keepShared(
  { store }: AppContext,
  group: GroupRecord,
  { name, bytes }: Omit<NewCaseFile, 'kind'>,
): Promise<SharedFile> {
  const fileKey = randomBytes(32);
  const about = aboutGroup(group, `file ${newId()}`);
  const stored = await store.files.put(seal(fileKey, bytes, about));
  return {
    name,
    mediaType: mediaTypeOf(bytes)!,
    sha256: stored.sha256,
    storedAs: stored.storedAs,
    bytes: stored.bytes,
    fileKey: fileKey.toString('hex'),
    about,
    digest: createHash('sha256').update(bytes).digest('hex'),
  };
}

/** Gives some applications of a group the file: name and key sealed under the key of each, so that it goes with each. */
export async function saveShared(
  transaction: Transaction<Tables>,
  { actor, now }: AppContext & { readonly actor: Person },
  file: SharedFile,
  groupId: string,
  members: readonly MemberDone[],
): Promise<void> {
  const at = now();
  const files = members.map(({ record }) => {
    const id = newId();
    return {
      agency_id: record.agencyId,
      id,
      application_id: record.id,
      kind: 'enclosure' as const,
      letter_id: null,
      sealed_name: sealText(record.key, file.name, aboutCase(record, `name ${id}`)),
      sealed_key: sealJson(
        record.key,
        { key: file.fileKey, about: file.about },
        aboutCase(record, `file key ${id}`),
      ),
      media_type: file.mediaType,
      hmac: sharedHmac(record.key, file),
      sha256: file.sha256,
      stored_as: file.storedAs,
      bytes: file.bytes,
      added_by: actor.accountId,
      added_at: at,
    };
  });
  await insertCaseFiles(transaction, files);
  await appendEvents(
    transaction,
    files.map((row) => ({
      agencyId: row.agency_id,
      kind: 'application.fileAdded',
      subjectId: row.application_id,
      actor: actor.accountId,
      at,
      facts: { file: row.id, kind: row.kind, group: groupId },
    })),
  );
}
