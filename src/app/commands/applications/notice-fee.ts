import * as z from 'zod';
import type { Act } from '../../../domain/application/acts.ts';
import { feeOf } from '../../../domain/application/fees.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { itemsBefore } from '../../../store/applicant-months.ts';
import { insertFeeNotice } from '../../../store/application-matters.ts';
import { newId } from '../../../store/ids.ts';
import { applicationAct, given, textSchema } from '../../applications/application-act.ts';
import { formOf } from '../../applications/case-record.ts';
import { sendNotice } from '../../applications/letters.ts';

const count = z.number('请填写数量。').int('数量应为整数。').min(0);

/**
 * Tells that a fee is to be paid (第四十二条); by one tariff, never by both. What the applicant sent in before in the month
 * is counted here, and the sum is reckoned; one that was typed must agree.
 */
export const noticeFee = applicationAct({
  act: 'application.noticeFee',
  type: 'noticeFee',
  shape: {
    tariff: z.enum(['byItem', 'byPage'], '请选择按件或者按量计收。'),
    quantity: count,
    yuan: count.nullish(),
    because: textSchema.nullish(),
  },
  async facts({ tariff, quantity, yuan, because, on }, { transaction, loaded }) {
    const before = tariff === 'byItem' ? await itemsBefore(transaction, loaded.row) : 0;
    const fee = feeOf({ tariff, quantity, before }, on);
    if (isRefusal(fee)) return fee;
    return {
      notice: { tariff, quantity, before, yuan: yuan ?? fee.yuan },
      ...given({ form: formOf(loaded).form, because }),
    };
  },
  async also({ on }, { act }, acting) {
    const { transaction, loaded } = acting;
    const { tariff, quantity, before, yuan } = (act as Act<'noticeFee'>).notice;
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
