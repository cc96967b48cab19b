import * as z from 'zod';
import { applicationAct, given, textSchema } from '../../applications/application-act.ts';

/** The reasons came in, and whether they are reasonable (第三十五条). */
export const takeReasons = applicationAct({
  act: 'application.takeReasons',
  type: 'takeReasons',
  shape: { reasonable: z.boolean('请判断理由是否合理。'), text: textSchema },
  facts: ({ reasonable }) => ({ reasonable }),
  noted: ({ text }) => given({ text }),
});
