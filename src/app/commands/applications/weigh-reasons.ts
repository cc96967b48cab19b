import * as z from 'zod';
import { applicationAct, given, textSchema } from '../../applications/application-act.ts';
import { layReasons } from '../../applications/reasons-letter.ts';

/** The agency says whether the reasons that came in are reasonable (第三十五条). */
export const weighReasons = applicationAct({
  act: 'application.weighReasons',
  type: 'weighReasons',
  shape: { reasonable: z.boolean('请判断理由是否合理。'), opinion: textSchema },
  facts: ({ reasonable }) => ({ reasonable }),
  noted: ({ opinion }) => given({ opinion }),
  also: ({ on }, _, acting) => layReasons(acting, on),
});
