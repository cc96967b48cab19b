import { textSchema } from '../../applications/application-act.ts';
import { groupAct } from '../../groups/group-act.ts';

/** Tells each applicant of a group of the extension, by a letter each, before its period ends (第三十三条第二款). */
export const extendGroup = groupAct({
  act: 'applicationGroup.extend',
  shape: { reason: textSchema },
  facts: ({ reason }) => ({ reason }),
});
