import * as z from 'zod';
import { refuse } from '../../../domain/refusal.ts';
import { textSchema } from '../../applications/application-act.ts';
import { groupAct } from '../../groups/group-act.ts';
import { textOf } from '../../groups/group-facts.ts';

const changed = refuse(
  'applicationGroup.changed',
  '答复内容在打开审批页之后有改动，没有批准。请重新核对后再批准。',
);
const noDraft = refuse('applicationGroup.noDraft', '本组还没有拟写答复。请先拟写并送审。');

/**
 * Approves the answer of a group, once, as it was read: `text` is its fingerprint. Each application gets a letter of its
 * own with its own root out of it.
 */
export const approveGroup = groupAct({
  act: 'applicationGroup.approve',
  shape: { opinion: textSchema, text: z.string() },
  facts({ opinion, text }, { context, loaded }) {
    if (loaded.draft === null) return noDraft;
    return text === textOf(context.vault, loaded.draft) ? { opinion, text } : changed;
  },
});
