import { applicationAct, textSchema } from '../../applications/application-act.ts';

/** The sender of ordinary mail could not be reached: who tried, when and how is kept (第三十一条第（二）项). */
export const tryContact = applicationAct({
  act: 'application.tryContact',
  type: 'tryContact',
  shape: { way: textSchema },
  facts: ({ way }) => ({ way }),
});
