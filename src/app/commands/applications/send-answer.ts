import * as z from 'zod';
import {
  type DeliveryMethod,
  deliveryRules,
  type PostalCarrier,
  postalCarriers,
} from '../../../law/delivery.ts';
import { sendingFacts, sendLetter } from '../../applications/answer-letter.ts';
import { applicationAct, textSchema } from '../../applications/application-act.ts';
import { layDeliveryReceipt } from '../../applications/delivery-receipt.ts';
import { tellOverruled } from '../../applications/third-party-told.ts';

/** Sends the approved answer out: numbered, dated, by a lawful way; its day decides whether it is in time. */
export const sendAnswer = applicationAct({
  act: 'application.send',
  type: 'send',
  shape: {
    method: z.enum(Object.keys(deliveryRules) as [DeliveryMethod, ...DeliveryMethod[]], '请选择送达方式。'),
    carrier: z.enum(postalCarriers as unknown as [PostalCarrier, ...PostalCarrier[]]).nullable(),
    proof: textSchema.nullable(),
  },
  facts: (input, acting) => sendingFacts(input, acting),
  async also(input, { act }, acting) {
    const { number } = act as { readonly number: string };
    return (
      (await sendLetter(acting, input, number)) ??
      (await layDeliveryReceipt(acting, input, number)) ??
      tellOverruled(acting, input.on)
    );
  },
});
