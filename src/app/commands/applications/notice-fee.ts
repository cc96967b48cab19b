import * as z from 'zod';
import { insertFeeNotice } from '../../../store/application-matters.ts';
import { newId } from '../../../store/ids.ts';
import { applicationAct } from '../../applications/application-act.ts';
import { sendNotice } from '../../applications/letters.ts';

const count = z.number('请填写数量。').int('数量应为整数。').min(0);

/** Tells that a fee is to be paid (第四十二条); by one tariff, never by both. */
export const noticeFee = applicationAct({
  act: 'application.noticeFee',
  type: 'noticeFee',
  shape: {
    tariff: z.enum(['byItem', 'byPage'], '请选择按件或者按量计收。'),
    quantity: count,
    before: count,
    yuan: count,
  },
  facts: ({ tariff, quantity, before, yuan }) => ({ notice: { tariff, quantity, before, yuan } }),
  async also({ tariff, quantity, before, yuan, on }, _, acting) {
    const { transaction, loaded } = acting;
    await insertFeeNotice(transaction, {
      agency_id: loaded.agencyId,
      id: newId(),
      application_id: loaded.id,
      tariff,
      quantity,
      before_quantity: before,
      yuan,
      noticed_on: on,
      received_on: null,
      paid_on: null,
      paid_yuan: null,
    });
    return sendNotice(acting, { kind: 'feeNotice', day: on });
  },
});
