import * as z from 'zod';
import { refuse } from '../../../domain/refusal.ts';
import { type HoldReason, holdReasons } from '../../../law/retention.ts';
import { itemsOf, setHeld } from '../../../store/destructions.ts';
import { newId } from '../../../store/ids.ts';
import { insertHold, releaseHold } from '../../../store/retention.ts';
import { command } from '../../command.ts';
import { actorId } from '../../context.ts';
import { loadDestruction } from '../../retention/destruction-record.ts';

const chosen = z.array(z.uuid()).min(1, '请选择案卷。').max(500);
const list = { agencyId: z.uuid(), destructionId: z.uuid(), applicationIds: chosen };
const notThere = refuse(
  'destruction.notListed',
  '所选案卷不在这份清单上，或者已经改变。请重新打开清单后选择。',
);

/** Keeps cases of a list by order, on this list and those to come, until they are released. */
export const holdCases = command({
  act: 'retention.hold',
  input: z.strictObject({
    ...list,
    reason: z.enum(Object.keys(holdReasons) as [HoldReason, ...HoldReason[]], '请选择保留的理由。'),
    reference: z.string().trim().min(1, '请填写要求保留的文件的文号。').max(60, '请不超过60字。'),
  }),
  load: loadDestruction,
  async run({ context, transaction, input, loaded, at, record }) {
    const items = await itemsOf(transaction, loaded);
    const open = new Set(items.flatMap((item) => (item.held === null ? [item.application_id] : [])));
    if (!input.applicationIds.every((id) => open.has(id))) return notThere;
    for (const id of input.applicationIds)
      await insertHold(transaction, {
        agency_id: loaded.agencyId,
        id: newId(),
        application_id: id,
        reason: input.reason,
        reference: input.reference,
        held_by: actorId(context.actor),
        held_at: at,
      });
    await setHeld(transaction, loaded, input.applicationIds, 'order');
    const facts = {
      held: input.applicationIds.length,
      reason: holdReasons[input.reason],
      reference: input.reference,
    };
    await record({ agencyId: loaded.agencyId, kind: 'retention.held', subjectId: loaded.id, facts });
    return {};
  },
});

/** Ends a hold by order: the cases stand on the list like the others. */
export const releaseCases = command({
  act: 'retention.hold',
  input: z.strictObject(list),
  load: loadDestruction,
  async run({ context, transaction, input, loaded, at, record }) {
    const { agencyId } = loaded;
    const items = await itemsOf(transaction, loaded);
    const held = new Set(items.flatMap((item) => (item.held === 'order' ? [item.application_id] : [])));
    if (!input.applicationIds.every((id) => held.has(id))) return notThere;
    for (const id of input.applicationIds)
      await releaseHold(transaction, { agencyId, id, by: actorId(context.actor), at });
    await setHeld(transaction, loaded, input.applicationIds, null);
    const facts = { cases: input.applicationIds.length };
    await record({ agencyId, kind: 'retention.released', subjectId: loaded.id, facts });
    return {};
  },
});
