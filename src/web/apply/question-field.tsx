import { TextField } from '../theme/text-field.tsx';
import type { Fault } from './apply-page.tsx';
import type { Question } from './question.ts';

/** The question in words that stands against robots, in place of a picture or a script. */
export const QuestionField = ({ question, faults }: { question: Question; faults: readonly Fault[] }) => (
  <TextField
    name="answer"
    label={`请回答：${question.words}`}
    need
    hint="用数字或者汉字写都可以。这是为了防止机器自动提交。"
    maxlength={10}
    width="short"
    error={faults.find(({ field }) => field === 'answer')?.message ?? null}
  />
);
