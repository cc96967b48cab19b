import * as z from 'zod';
import { refuse } from '../../../domain/refusal.ts';
import { lettersOf, proveDeliveryOf } from '../../../store/application-letters.ts';
import { daySchema, textSchema } from '../../applications/application-act.ts';
import { lockCase } from '../../applications/case-record.ts';
import { aboutCase, sealJson } from '../../applications/sealing.ts';
import { shanghaiDay } from '../../calendar-years.ts';
import { command } from '../../command.ts';

/**
 * Notes what proves that a notice on the way was served: of 补正 and extension the agency bears the proof as of the answer,
 * whose own proof closes the case (`proveDelivery`).
 */
export const proveNotice = command({
  act: 'application.proveNotice',
  input: z.strictObject({
    agencyId: z.uuid(),
    applicationId: z.uuid(),
    letterId: z.uuid(),
    /** When it was signed for, posted or sent. */
    on: daySchema,
    proof: textSchema.min(1, '请写明送达凭证，例如邮政交寄单号。'),
  }),
  load: (transaction, { agencyId, applicationId }, { vault }) =>
    lockCase(transaction, vault, { agencyId, id: applicationId }),
  async run({ transaction, loaded, input, at, record }) {
    const letters = await lettersOf(transaction, loaded);
    const row = letters.find(({ id, status }) => id === input.letterId && status === 'sent');
    if (row === undefined) return refuse('letter.unknown', '没有这份已发出的文书。请从本件的文书中选择。');
    if (row.number === null || row.number === loaded.state.letter?.number)
      return refuse('application.otherProof', '这份文书的送达凭证随答复书或者所附的函登记，请在那里办理。');
    if (input.on < row.sent_on! || input.on > shanghaiDay(at))
      return refuse('application.proofDay', '送达之日应在文书发出之日以后、今天以前。请核对日期。', {
        fields: [{ field: 'on', message: `应在${row.sent_on}至今天之间。` }],
      });
    const proof = `${input.on}　${input.proof}`;
    await proveDeliveryOf(transaction, loaded, row.id, {
      proven_at: at,
      sealed_proof: sealJson(loaded.key, proof, aboutCase(loaded, 'proof')),
    });
    await record({
      agencyId: loaded.agencyId,
      kind: 'application.noticeProven',
      subjectId: loaded.id,
      facts: { letter: row.id, on: input.on },
    });
    return { id: row.id };
  },
});
