import * as z from 'zod';
import { applicationAct, textSchema } from '../../applications/application-act.ts';

/** The head of the 工作机构 consents to more time, 20 working days at most (第三十三条第二款). */
export const consentExtension = applicationAct({
  act: 'application.consentExtension',
  type: 'consentExtension',
  shape: { days: z.number('请填写延长的工作日数。'), reason: textSchema },
  facts: ({ days, reason }) => ({ days, reason }),
});
