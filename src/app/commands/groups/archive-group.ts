import * as z from 'zod';
import { groupAct } from '../../groups/group-act.ts';

/** Lays the files of a group down (第四十五条): those answered, and those that ended another way. */
export const archiveGroup = groupAct({
  act: 'applicationGroup.archive',
  shape: { pages: z.number('请填写页数。').int('页数应为整数。') },
  facts: ({ pages }) => ({ pages }),
});
