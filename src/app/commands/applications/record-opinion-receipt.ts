import { updateOpinion } from '../../../store/application-matters.ts';
import { applicationAct, textSchema } from '../../applications/application-act.ts';

/** The one asked has the letter: his 15 working days begin (第三十二条, 第三十四条). */
export const recordOpinionReceipt = applicationAct({
  act: 'application.recordOpinionReceipt',
  type: 'recordOpinionReceipt',
  shape: { ref: textSchema },
  facts: ({ ref }) => ({ ref }),
  async also({ ref, on }, _, { transaction, loaded }) {
    await updateOpinion(transaction, loaded, ref, { received_on: on });
    return undefined;
  },
});
