import * as z from 'zod';
import { applicationAct, given, textSchema } from '../../applications/application-act.ts';
import { asApplicant } from '../../applications/follow.ts';
import { layReasons } from '../../applications/reasons-letter.ts';

/** The reasons came in (第三十五条); whether they are reasonable is said at once, or weighed later. */
export const takeReasons = applicationAct({
  act: 'application.takeReasons',
  type: 'takeReasons',
  shape: {
    reasonable: z.boolean('请判断理由是否合理。').nullable(),
    text: textSchema.min(1, '请写明申请人说明的理由。'),
  },
  facts: ({ reasonable }) => (reasonable === null ? {} : { reasonable }),
  noted: ({ text }) => given({ text }),
  also: ({ on }, _, acting) => layReasons(acting, on),
});

/** The applicant gives them himself. */
export const giveReasons = asApplicant({ act: 'application.takeReasons', does: takeReasons });
