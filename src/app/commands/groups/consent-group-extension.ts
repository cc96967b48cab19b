import * as z from 'zod';
import { textSchema } from '../../applications/application-act.ts';
import { groupAct } from '../../groups/group-act.ts';

/** The head of the 工作机构 consents to more time for all applications of a group, once (第三十三条第二款). */
export const consentGroupExtension = groupAct({
  act: 'applicationGroup.consentExtension',
  shape: { days: z.number('请填写延长的工作日数。'), reason: textSchema },
  facts: ({ days, reason }) => ({ days, reason }),
});
