import * as z from 'zod';
import { refuse } from '../../../domain/refusal.ts';
import { sealImageById, updateSealImage } from '../../../store/seal-images.ts';
import { loadAgency } from '../../agencies/subject.ts';
import { daySchema } from '../../applications/application-act.ts';
import { command } from '../../command.ts';
import { actorId } from '../../context.ts';

/** Ends the use of a seal after a day; the letters that bear it go on bearing it. */
export const endSeal = command({
  act: 'seal.keep',
  input: z.strictObject({ agencyId: z.uuid(), sealId: z.uuid(), to: daySchema }),
  load: loadAgency,
  async run({ context, transaction, input, loaded: { agency }, at, record }) {
    const row = await sealImageById(transaction, agency.id, input.sealId);
    if (row === null) return refuse('seal.unknown', '没有这枚印章。请从列表中选择。');
    if (row.to_on !== null && row.to_on <= input.to)
      return refuse('seal.ended', `这枚印章已定于${row.to_on}停用。`);
    if (input.to < row.from_on)
      return refuse('seal.days', '停用之日早于启用之日。请核对。', {
        fields: [{ field: 'to', message: '不能早于启用之日。' }],
      });
    await updateSealImage(transaction, agency.id, row.id, {
      to_on: input.to,
      ended_by: actorId(context.actor),
      ended_at: at,
    });
    await record({ agencyId: agency.id, kind: 'seal.ended', subjectId: row.id, facts: { to: input.to } });
    return { id: row.id };
  },
});
