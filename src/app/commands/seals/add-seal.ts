import * as z from 'zod';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import { insertSealImage } from '../../../store/seal-images.ts';
import { loadAgency } from '../../agencies/subject.ts';
import { daySchema } from '../../applications/application-act.ts';
import { command } from '../../command.ts';
import { actorId } from '../../context.ts';
import { sealedImage } from '../../seals/seal-image.ts';
import { readSealPng } from '../../seals/seal-png.ts';

/** Keeps the image of the agency's seal from a day on; letters sent before keep the one they were sent with. */
export const addSeal = command({
  act: 'seal.keep',
  input: z.strictObject({
    agencyId: z.uuid(),
    from: daySchema,
    /** Its last day; null while no end is known. */
    to: daySchema.nullable(),
    image: z.instanceof(Uint8Array),
  }),
  load: loadAgency,
  async run({ context, transaction, input, loaded: { agency }, at, record }) {
    const { from, to, image } = input;
    if (to !== null && to < from)
      return refuse('seal.days', '停用之日早于启用之日。请核对。', {
        fields: [{ field: 'to', message: '不能早于启用之日。' }],
      });
    const png = readSealPng(image);
    if (isRefusal(png)) return png;
    const row = sealedImage(context.vault, agency.id, png);
    await insertSealImage(transaction, {
      ...row,
      from_on: from,
      to_on: to,
      added_by: actorId(context.actor),
      added_at: at,
      ended_by: null,
      ended_at: null,
    });
    const facts = { from, to, sha256: row.image_hash };
    await record({ agencyId: agency.id, kind: 'seal.added', subjectId: row.id, facts });
    return { id: row.id };
  },
});
