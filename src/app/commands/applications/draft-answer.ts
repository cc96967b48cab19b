import { layAnswer } from '../../applications/answer-letter.ts';
import { applicationAct } from '../../applications/application-act.ts';
import { draftSchema } from '../../applications/draft-schema.ts';
import { checkEarlier } from '../../applications/earlier-answer.ts';

/** Draws up an answer; its letter is laid out at once where all it needs is there. */
export const draftAnswer = applicationAct({
  act: 'application.draft',
  type: 'draft',
  shape: { draft: draftSchema },
  facts: ({ draft }) => ({ draft }),
  also: async ({ on }, _, acting) =>
    (await checkEarlier(acting.transaction, acting.loaded)) ?? layAnswer(acting, on, 'whenItCan'),
});
