import * as z from 'zod';
import { updateDestruction } from '../../../store/destructions.ts';
import { command } from '../../command.ts';
import { actorId } from '../../context.ts';
import { loadDestruction } from '../../retention/destruction-record.ts';

/** Somebody of the office looked the list through and asks for its confirmation. */
export const proposeDestruction = command({
  act: 'retention.propose',
  input: z.strictObject({ agencyId: z.uuid(), destructionId: z.uuid() }),
  load: loadDestruction,
  async run({ context, transaction, loaded, at, record }) {
    await updateDestruction(transaction, loaded, {
      status: 'proposed',
      proposed_by: actorId(context.actor),
      proposed_at: at,
    });
    await record({
      agencyId: loaded.agencyId,
      kind: 'destruction.proposed',
      subjectId: loaded.id,
      facts: {},
    });
    return {};
  },
});
