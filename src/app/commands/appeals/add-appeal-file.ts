import * as z from 'zod';
import { isRefusal } from '../../../domain/refusal.ts';
import type { AppealFileKind } from '../../../store/application-tables.ts';
import { appealFileKindNames, keepAppealFile } from '../../appeals/appeal-files.ts';
import { loadAppeal } from '../../appeals/appeal-record.ts';
import { command } from '../../command.ts';

const kinds = Object.keys(appealFileKindNames) as [AppealFileKind, ...AppealFileKind[]];

/** Adds a paper to a review or a suit: encrypted under its key before it reaches the store. */
export const addAppealFile = command({
  act: 'appeal.addFile',
  input: z.strictObject({
    agencyId: z.uuid(),
    appealId: z.uuid(),
    kind: z.enum(kinds, '请选择文件的种类。'),
    name: z.string().trim().min(1).max(200),
    bytes: z.instanceof(Uint8Array),
  }),
  load: (transaction, { agencyId, appealId }, { vault }) =>
    loadAppeal(transaction, vault, { agencyId, id: appealId }),
  async run(acting) {
    const { loaded, input, record } = acting;
    const kept = await keepAppealFile(acting, loaded, input);
    if (isRefusal(kept)) return kept;
    await record({
      agencyId: loaded.agencyId,
      kind: 'appeal.fileAdded',
      subjectId: loaded.id,
      facts: { file: kept.id, kind: input.kind },
    });
    return { id: loaded.id, fileId: kept.id };
  },
});
