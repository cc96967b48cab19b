import * as z from 'zod';
import { groupMethods } from '../../../domain/application/group.ts';
import { type DeliveryMethod, type PostalCarrier, postalCarriers } from '../../../law/delivery.ts';
import { textSchema } from '../../applications/application-act.ts';
import { groupAct } from '../../groups/group-act.ts';

/** Sends the approved answers of a group out, a letter each, to those who asked for this way; others wait for theirs. */
export const sendGroup = groupAct({
  act: 'applicationGroup.send',
  shape: {
    method: z.enum(groupMethods as [DeliveryMethod, ...DeliveryMethod[]], '请选择送达方式。'),
    carrier: z.enum(postalCarriers as unknown as [PostalCarrier, ...PostalCarrier[]]).nullable(),
    proof: textSchema.nullable(),
  },
  facts: ({ method, carrier, proof }) => ({ method, carrier, proof }),
});
