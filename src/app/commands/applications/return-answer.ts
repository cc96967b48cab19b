import { reopenDraft } from '../../applications/answer-letter.ts';
import { applicationAct, textSchema } from '../../applications/application-act.ts';

/** Sends a draft back to whoever drew it up, with the reason. */
export const returnAnswer = applicationAct({
  act: 'application.return',
  type: 'return',
  shape: { reason: textSchema },
  facts: ({ reason }) => ({ reason }),
  also: (_, __, acting) => reopenDraft(acting),
});
