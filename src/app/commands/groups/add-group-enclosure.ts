import * as z from 'zod';
import { checkCaseFile } from '../../applications/case-files.ts';
import { groupAct } from '../../groups/group-act.ts';
import { keepShared } from '../../groups/shared-file.ts';

/** Adds a file that goes out with each answer of a group: kept once, approved with each letter. */
export const addGroupEnclosure = groupAct({
  act: 'applicationGroup.addEnclosure',
  shape: { name: z.string().trim().min(1, '请选择文件。').max(200), bytes: z.instanceof(Uint8Array) },
  facts: ({ name, bytes }, { context, loaded }) =>
    checkCaseFile({ name, bytes }) ?? keepShared(context, loaded, { name, bytes }),
});
