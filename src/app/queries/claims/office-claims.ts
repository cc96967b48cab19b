import {
  answerWords,
  type Claimant,
  type DeletionStanding,
  type RecordClaim,
} from '../../../domain/claim/claim.ts';
import { isRefusal, type Refusal, refuse } from '../../../domain/refusal.ts';
import type { CaseRef } from '../../../store/applications.ts';
import { claimFilesOf, claimPage, type ListedClaim } from '../../../store/claims.ts';
import { logReading } from '../../access-log.ts';
import { formOf } from '../../applications/case-record.ts';
import type { LetterDownload } from '../../applications/letter-download.ts';
import { maskedName } from '../../applications/sealing.ts';
import { aboutClaim, type ClaimRecord, readClaim } from '../../claims/claim-record.ts';
import { deletionStanding } from '../../claims/deletion.ts';
import type { AppContext } from '../../context.ts';
import { query } from '../../query.ts';
import { imageOfLetter } from '../../seals/seal-image.ts';
import { open, openText } from '../../vault/vault.ts';

export type { ListedClaim };

/** Claims to an agency, a page at a time; `next` is the id to go on after. */
export const claimList = query({
  act: 'claim.list',
  subject: (_, { agencyId }: { agencyId: string; open: boolean; after: string | null; limit: number }) => ({
    agencyId,
  }),
  async run(
    { store },
    given,
  ): Promise<{ readonly rows: readonly ListedClaim[]; readonly next: string | null }> {
    const rows = await store.read((database) => claimPage(database, { ...given, limit: given.limit + 1 }));
    const shown = rows.slice(0, given.limit);
    return { rows: shown, next: rows.length > given.limit ? shown.at(-1)!.id : null };
  },
});

/** A claim as whoever works on it sees it; who made it, masked. */
export interface ClaimSheet {
  readonly agencyId: string;
  readonly id: string;
  readonly row: ListedClaim;
  readonly claimant: string;
  readonly record: RecordClaim | null;
  readonly words: string | null;
  readonly files: readonly { readonly id: string; readonly name: string; readonly bytes: number }[];
  /** In words, with the day; null while it is open. `letter`: it has one of its own. */
  readonly answer: { readonly words: readonly string[]; readonly letter: boolean } | null;
  /** What an open claim to deletion must be answered with. */
  readonly standing: DeletionStanding | null;
}

const accessOf = ({ agencyId, id }: CaseRef, act: string) => ({
  agencyId,
  act,
  subjectKind: 'claim',
  subjectId: id,
});
const subject = (_: AppContext, { agencyId, id }: CaseRef) => ({ agencyId, id });

async function opened(
  context: AppContext,
  { agencyId, id }: CaseRef,
  act: string,
  purpose: string,
): Promise<ClaimRecord | Refusal> {
  const record = await context.store.read((database) => readClaim(database, context.vault, { agencyId, id }));
  if (isRefusal(record)) return record;
  await logReading(context, accessOf({ agencyId, id }, act), purpose);
  return record;
}

const claimantOf = ({ content, of }: ClaimRecord): Claimant => {
  if (content.claimant !== null) return content.claimant;
  const { applicant, contact } = formOf(of!);
  return { applicant, contact };
};

/** The sheet of a claim; the reading is logged. */
export const claimSheet = query({
  act: 'claim.read',
  subject,
  async run(context, ref: CaseRef): Promise<ClaimSheet | Refusal> {
    const claim = await opened(context, ref, 'claim.read', '办理更正、个人信息请求');
    if (isRefusal(claim)) return claim;
    const { row, content, key, answer, of } = claim;
    const { applicant } = claimantOf(claim);
    const asksDeletion = row.kind === 'deletion' && answer === null;
    const [files, standing] = await context.store.read((database) =>
      Promise.all([
        claimFilesOf(database, ref),
        asksDeletion ? deletionStanding(database, context, of!) : null,
      ]),
    );
    return {
      ...ref,
      row,
      claimant: applicant.kind === 'naturalPerson' ? maskedName(applicant.name) : applicant.name,
      record: content.record,
      words: content.words,
      files: files.map(({ id, sealed_name, bytes }) => ({
        id,
        name: openText(key, sealed_name, aboutClaim(ref, `name ${id}`)),
        bytes,
      })),
      answer: answer === null ? null : { words: answerWords(answer), letter: answer.letter !== null },
      standing,
    };
  },
});

/** The letter of a claim that stands by itself, under the seal it was made with, to be served on paper. */
export const claimLetter = query({
  act: 'claim.readLetter',
  subject,
  async run(context, ref: CaseRef): Promise<LetterDownload | Refusal> {
    const claim = await opened(context, ref, 'claim.readLetter', '下载更正告知书');
    if (isRefusal(claim)) return claim;
    const body = claim.answer?.letter ?? null;
    if (body === null) return refuse('claim.letterUnknown', '还没有答复，或者没有单独的文书。');
    const image = await context.store.read((database) =>
      imageOfLetter(database, context.vault, ref.agencyId, body.seal ?? null),
    );
    return { letter: body.letter, dress: { seal: image, draft: false } };
  },
});

/** Who made a claim, to somebody who says what for. */
export const claimantSheet = query({
  act: 'claim.readPersonal',
  subject: (_, { agencyId, id }: CaseRef & { readonly purpose: string }) => ({ agencyId, id }),
  async run(context, { purpose, ...ref }): Promise<Claimant | Refusal> {
    if (purpose.trim() === '')
      return refuse('claim.purpose', '请写明查看的用途，例如“核对身份”。', {
        fields: [{ field: 'purpose', message: '请写明用途。' }],
      });
    const claim = await opened(context, ref, 'claim.readPersonal', purpose.trim());
    return isRefusal(claim) ? claim : claimantOf(claim);
  },
});

/** A proof, opened; the reading is logged. */
export const claimFile = query({
  act: 'claim.readFile',
  subject: (_, { agencyId, id }: CaseRef & { readonly fileId: string }) => ({ agencyId, id }),
  async run(context, { fileId, ...ref }): Promise<{ name: string; bytes: Uint8Array } | Refusal> {
    const claim = await opened(context, ref, 'claim.readFile', '查看更正请求的证据');
    if (isRefusal(claim)) return claim;
    const files = await context.store.read((database) => claimFilesOf(database, ref));
    const row = files.find(({ id }) => id === fileId);
    if (row === undefined) return refuse('file.unknown', '没有这个附件。请从本件的证据中选择。');
    const { key } = claim;
    const sealed = await context.store.files.bytes({ sha256: row.sha256, storedAs: row.stored_as });
    return {
      name: openText(key, row.sealed_name, aboutClaim(ref, `name ${fileId}`)),
      bytes: open(key, sealed, aboutClaim(ref, `file ${fileId}`)),
    };
  },
});
