import { updateOpenFeeNotice } from '../../../store/application-matters.ts';
import { applicationAct } from '../../applications/application-act.ts';

/** The applicant has the fee notice: his 20 working days to pay begin. */
export const recordFeeNoticeReceipt = applicationAct({
  act: 'application.recordFeeNoticeReceipt',
  type: 'recordFeeNoticeReceipt',
  shape: {},
  facts: () => ({}),
  async also({ on }, _, { transaction, loaded }) {
    await updateOpenFeeNotice(transaction, loaded, { received_on: on });
    return undefined;
  },
});
