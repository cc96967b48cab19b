import { layAnswer } from '../../applications/answer-letter.ts';
import { applicationAct } from '../../applications/application-act.ts';

/** Hands a complete draft on to legal and secrecy review (第十七条). */
export const submitForReview = applicationAct({
  act: 'application.submitForReview',
  type: 'submitForReview',
  shape: {},
  facts: () => ({}),
  also: ({ on }, _, acting) => layAnswer(acting, on, 'must'),
});
