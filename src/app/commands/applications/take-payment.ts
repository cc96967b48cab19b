import * as z from 'zod';
import { updateOpenFeeNotice } from '../../../store/application-matters.ts';
import { applicationAct, given, textSchema } from '../../applications/application-act.ts';

/** The fee was paid: the period begins anew the next day. */
export const takePayment = applicationAct({
  act: 'application.takePayment',
  type: 'takePayment',
  shape: { yuan: z.number('请填写金额。'), voucher: textSchema },
  facts: ({ yuan }) => ({ yuan }),
  noted: ({ voucher }) => given({ voucher }),
  async also({ on, yuan }, _, { transaction, loaded }) {
    await updateOpenFeeNotice(transaction, loaded, { paid_on: on, paid_yuan: yuan });
    return undefined;
  },
});
