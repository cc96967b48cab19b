import { answeredInGroup } from '../../domain/application/group.ts';
import { refuse } from '../../domain/refusal.ts';
import type { CaseRecord } from './case-record.ts';

/** Whether an act on a case is done for all of its group at once. */
export const isAnsweredInGroup = ({ row }: Pick<CaseRecord, 'row'>, act: string): boolean =>
  row.group_id !== null && answeredInGroup.has(act);

export const inGroup = (groupId: string) =>
  refuse(
    'application.inGroup',
    '本件与其他内容相同的申请编为一组，拟写、审查、审批和发出在组里一并办理。要单独办理的，请先把本件移出本组。',
    { groupId },
  );
