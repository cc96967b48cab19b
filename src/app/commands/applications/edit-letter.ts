import * as z from 'zod';
import { editLetter as edited } from '../../../domain/application/letters/lay-letter.ts';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import { answerUnderWay, updateLetter } from '../../../store/application-letters.ts';
import { lockCase } from '../../applications/case-record.ts';
import { openBody, sealBody } from '../../applications/letters.ts';
import { command } from '../../command.ts';

/** Rewords paragraphs of the answer under way, before it is handed on; what is made from the case stays. */
export const editLetter = command({
  act: 'application.editLetter',
  input: z.strictObject({
    agencyId: z.uuid(),
    applicationId: z.uuid(),
    edits: z.record(z.string().max(80), z.string().max(4_000, '每段不超过4000字。')),
  }),
  load: (transaction, { agencyId, applicationId }, { vault }) =>
    lockCase(transaction, vault, { agencyId, id: applicationId }),
  async run({ transaction, loaded, input, record }) {
    const row = await answerUnderWay(transaction, loaded);
    if (row === null || row.status !== 'draft')
      return refuse('application.noLetter', '没有可以修改的答复书。请先拟写答复。');
    const body = openBody(loaded, row.sealed_body);
    const letter = edited(body.letter, input.edits);
    if (isRefusal(letter)) return letter;
    await updateLetter(
      transaction,
      { agencyId: loaded.agencyId, id: row.id },
      { sealed_body: sealBody(loaded, { ...body, letter }) },
    );
    await record({
      agencyId: loaded.agencyId,
      kind: 'application.letterEdited',
      subjectId: loaded.id,
      facts: { paragraphs: Object.keys(input.edits) },
    });
    return { id: row.id };
  },
});
