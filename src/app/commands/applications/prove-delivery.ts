import { proveLetter } from '../../applications/answer-letter.ts';
import { applicationAct, textSchema } from '../../applications/application-act.ts';

/** Notes what proves that the answer was served. */
export const proveDelivery = applicationAct({
  act: 'application.proveDelivery',
  type: 'proveDelivery',
  shape: { proof: textSchema },
  facts: ({ proof }) => ({ proof }),
  also: ({ proof }, _, acting) => proveLetter(acting, proof),
});
