import { checkForm } from '../../../domain/application/answer-check.ts';
import { layAnswer } from '../../applications/answer-letter.ts';
import { applicationAct } from '../../applications/application-act.ts';
import { formOf } from '../../applications/case-record.ts';

/** Hands a complete draft on to legal and secrecy review (第十七条). */
export const submitForReview = applicationAct({
  act: 'application.submitForReview',
  type: 'submitForReview',
  shape: {},
  facts: (_, { loaded }) => {
    const { draft } = loaded.state;
    return (draft === null ? undefined : checkForm(draft, formOf(loaded))) ?? {};
  },
  also: ({ on }, _, acting) => layAnswer(acting, on, 'must'),
});
