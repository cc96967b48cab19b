import * as z from 'zod';
import { emptyDraft } from '../../../domain/application/answer-draft.ts';
import { spotAnswers } from '../../../domain/application/on-the-spot.ts';
import { writtenDay } from '../../../domain/workday/index.ts';
import { answerOf } from '../../../law/answers.ts';
import { type ProvisionForm, provisionForms } from '../../../law/intake.ts';
import { applicationAct, textSchema } from '../../applications/application-act.ts';
import { sendNotice } from '../../applications/letters.ts';

/**
 * Answered before the applicant on the day he came (第三十三条第一款), without review and approval by others: what may be
 * given is given. A letter goes with it where he wants one; no article demands it of an answer that gives.
 */
export const answerOnSpot = applicationAct({
  act: 'application.answerOnSpot',
  type: 'answerOnSpot',
  shape: {
    answer: z.enum(spotAnswers, '请选择答复。'),
    title: textSchema.nullable(),
    form: z.enum(Object.keys(provisionForms) as [ProvisionForm, ...ProvisionForm[]]).nullable(),
    pages: z.number('页数应为数字。').int('页数应为整数。').min(1, '页数应为正整数。').nullable(),
    where: textSchema.nullable(),
    handedTo: textSchema,
    cleared: z.boolean(),
    letter: z.boolean(),
  },
  facts: ({ answer, title, form, pages, where, handedTo, cleared, on }) => ({
    draft: {
      ...emptyDraft(answer),
      disclosed:
        answer === 'granted.provided'
          ? [
              {
                title: title ?? '',
                form: form ?? ('paper' as const),
                way: 'pickUp' as const,
                when: `${writtenDay(on)}当场`,
                pages,
              },
            ]
          : [],
      where: answer === 'granted.alreadyPublic' ? where : null,
    },
    handedTo,
    cleared,
  }),
  async also({ on, letter }, _, acting) {
    const { draft } = acting.loaded.state;
    return letter && draft !== null
      ? sendNotice(acting, { kind: answerOf(draft.answer).letter, day: on, draft, method: 'inPerson' })
      : undefined;
  },
});
