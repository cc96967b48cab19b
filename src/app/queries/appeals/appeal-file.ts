import { type Refusal, refuse } from '../../../domain/refusal.ts';
import { appealFilesOf } from '../../../store/appeal-files.ts';
import { appealById } from '../../../store/appeals.ts';
import type { CaseRef } from '../../../store/applications.ts';
import { logReading } from '../../access-log.ts';
import { appealFileBytes, appealFileName } from '../../appeals/appeal-files.ts';
import { appealKey } from '../../appeals/appeal-record.ts';
import { query } from '../../query.ts';

const unknown = refuse('file.unknown', '没有这个文件。请从本案的文件中选择。');

/** A paper of a review or a suit; the reading is logged. */
export const appealFile = query({
  act: 'appeal.readFile',
  subject: (_, { agencyId }: CaseRef & { readonly fileId: string }) => ({ agencyId }),
  async run(
    context,
    { agencyId, id, fileId },
  ): Promise<{ readonly name: string; readonly bytes: Uint8Array } | Refusal> {
    const found = await context.store.read(async (database) => ({
      appeal: await appealById(database, { agencyId, id }),
      files: await appealFilesOf(database, agencyId, [id]),
    }));
    const row = found.files.find((each) => each.id === fileId);
    const key = found.appeal === null ? null : appealKey(context.vault, found.appeal);
    if (row === undefined || key === null) return unknown;
    await logReading(
      context,
      { agencyId, act: 'appeal.readFile', subjectKind: 'appeal', subjectId: id },
      '查看复议、诉讼文件',
    );
    const opened = { agencyId, id, key };
    return { name: appealFileName(opened, row), bytes: await appealFileBytes(context, opened, row) };
  },
});
