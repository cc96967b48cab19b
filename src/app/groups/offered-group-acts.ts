import { type GroupAct, groupActs, phasesFor } from '../../domain/application/group.ts';
import type { Actor } from '../context.ts';
import { policyRow } from '../policy/index.ts';
import { denial } from '../policy/policy.ts';
import type { GroupRecord } from './group-record.ts';
import type { ReckonedPart } from './group-summary.ts';

const wasDone = ({ acts }: GroupRecord, act: GroupAct): boolean => acts.some((row) => row.act === act);

/** What an act still finds among applications that stand alike; the rest of what it needs is told when it is done. */
const ready: Partial<Readonly<Record<GroupAct, (part: ReckonedPart, group: GroupRecord) => boolean>>> = {
  consentExtension: (_, group) => !wasDone(group, 'consentExtension'),
  extend: (_, group) => wasDone(group, 'consentExtension') && !wasDone(group, 'extend'),
  submitForReview: (_, { draft }) => draft !== null,
  reviewLegal: ({ legal }) => !legal,
  reviewSecrecy: ({ secrecy }) => !secrecy,
  approve: ({ approved }) => !approved,
  send: ({ approved }) => approved,
};

/** What this person can do to a group as it stands, in the order of its course; nothing while an act is carried. */
export function offeredGroupActs(
  actor: Actor,
  group: GroupRecord,
  parts: readonly ReckonedPart[],
): readonly GroupAct[] {
  if (typeof actor === 'string' || group.acts.some(({ done_at }) => done_at === null)) return [];
  return groupActs.filter((act) => {
    const phases = phasesFor(act);
    const some = parts.some((part) => phases.includes(part.phase) && (ready[act]?.(part, group) ?? true));
    return some && denial(policyRow(`applicationGroup.${act}`), actor, group, [group.agencyId]) === null;
  });
}
