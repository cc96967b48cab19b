import type { ApplicationForm } from '../../../domain/application/application-form.ts';
import type { Letter } from '../../../domain/application/letters/letter.ts';
import { isRefusal, type Refusal, refuse } from '../../../domain/refusal.ts';
import { caseFilesOf, type LetterRow, lettersOf } from '../../../store/application-letters.ts';
import type { CaseRef } from '../../../store/applications.ts';
import { logReading } from '../../access-log.ts';
import { caseFileBytes, fileNameOf } from '../../applications/case-files.ts';
import { formOf } from '../../applications/case-record.ts';
import { downloadOf, type LetterDownload } from '../../applications/letter-download.ts';
import { openBody, rootOf } from '../../applications/letters.ts';
import { accessOf, openedCase, subjectOf } from '../../applications/opened-case.ts';
import { query } from '../../query.ts';

/** The application with the applicant in it, to somebody who says what for. */
export const applicantSheet = query({
  act: 'application.readPersonal',
  subject: (_, { agencyId, id }: CaseRef & { readonly purpose: string }) => subjectOf({ agencyId, id }),
  async run(context, { purpose, ...ref }): Promise<ApplicationForm | Refusal> {
    if (purpose.trim() === '')
      return refuse('application.purpose', '请写明查看申请人信息的用途，例如“联系申请人”。', {
        fields: [{ field: 'purpose', message: '请写明用途。' }],
      });
    const record = await openedCase(context, ref);
    if (isRefusal(record)) return record;
    await logReading(context, accessOf(ref, 'application.readPersonal'), purpose.trim());
    return formOf(record);
  },
});

export interface LetterSheet {
  readonly id: string;
  readonly letter: Letter;
  readonly status: LetterRow['status'];
  /** Over all the addressee would read as it now stands. */
  readonly root: string;
  readonly enclosures: readonly { readonly id: string; readonly name: string; readonly bytes: number }[];
}

/** A letter of a case as it stands; names stand in it, so the reading is logged. */
export const letterSheet = query({
  act: 'application.read',
  subject: (_, { agencyId, id }: CaseRef & { readonly letterId: string | null }) =>
    subjectOf({ agencyId, id }),
  async run(context, { letterId, ...ref }): Promise<LetterSheet | Refusal> {
    const record = await openedCase(context, ref);
    if (isRefusal(record)) return record;
    await logReading(context, accessOf(ref, 'application.read'), '查看文书');
    const [letters, files] = await context.store.read((database) =>
      Promise.all([lettersOf(database, ref), caseFilesOf(database, ref)]),
    );
    const row =
      letterId === null
        ? letters.findLast(({ status }) => status !== 'sent')
        : letters.find(({ id }) => id === letterId);
    if (row === undefined) return refuse('application.letterUnknown', '还没有生成这份文书。请先拟写答复。');
    const enclosures = files.filter(({ kind }) => kind === 'enclosure');
    const body = openBody(record, row.sealed_body);
    return {
      id: row.id,
      letter: body.letter,
      status: row.status,
      root: rootOf(
        context.vault,
        body,
        enclosures.map(({ hmac }) => hmac),
      ),
      enclosures: enclosures.map((file) => ({
        id: file.id,
        name: fileNameOf(record, file),
        bytes: file.bytes,
      })),
    };
  },
});

/** A letter of a case to take away, a draft marked as one; the reading is logged. */
export const letterDownload = query({
  act: 'application.readLetter',
  subject: (_, { agencyId, id }: CaseRef & { readonly letterId: string }) => subjectOf({ agencyId, id }),
  async run(context, { letterId, ...ref }): Promise<LetterDownload | Refusal> {
    const record = await openedCase(context, ref);
    if (isRefusal(record)) return record;
    const letters = await context.store.read((database) => lettersOf(database, ref));
    const row = letters.find(({ id }) => id === letterId);
    if (row === undefined) return refuse('letter.unknown', '没有这份文书。请从本件的文书和附件中选择。');
    await logReading(context, accessOf(ref, 'application.readLetter'), '下载文书');
    return downloadOf(context, record, row);
  },
});

/** A file of a case, opened; the reading is logged. */
export const caseFile = query({
  act: 'application.readFile',
  subject: (_, { agencyId, id }: CaseRef & { readonly fileId: string }) => subjectOf({ agencyId, id }),
  async run(
    context,
    { fileId, ...ref },
  ): Promise<{ readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array } | Refusal> {
    const record = await openedCase(context, ref);
    if (isRefusal(record)) return record;
    const files = await context.store.read((database) => caseFilesOf(database, ref));
    const row = files.find(({ id }) => id === fileId);
    if (row === undefined) return refuse('file.unknown', '没有这个附件。请从本件的文书和附件中选择。');
    await logReading(context, accessOf(ref, 'application.readFile'), '查看附件');
    return {
      name: fileNameOf(record, row),
      mediaType: row.media_type,
      bytes: await caseFileBytes(context, record, row),
    };
  },
});
