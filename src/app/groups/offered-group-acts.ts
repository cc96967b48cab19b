import { type GroupAct, groupActs, phasesFor } from '../../domain/application/group.ts';
import type { Actor } from '../context.ts';
import { policyRow } from '../policy/index.ts';
import { denial } from '../policy/policy.ts';
import type { GroupRecord } from './group-record.ts';
import type { ReckonedPart } from './group-summary.ts';

/** Consent to more time holds for the period that ran when it was given. */
const isConsented = ({ begunAnewOn }: ReckonedPart, { acts }: GroupRecord): boolean => {
  const consent = acts.find(({ act }) => act === 'consentExtension');
  return consent !== undefined && (begunAnewOn === null || begunAnewOn <= consent.on);
};

/** Of the two acts by which a group is given more time, the newest first, the last is the consent. */
const isUntold = ({ acts }: GroupRecord): boolean =>
  acts.find(({ act }) => act === 'consentExtension' || act === 'extend')?.act === 'consentExtension';

/** What an act still finds among applications that stand alike; the rest of what it needs is told when it is done. */
const ready: Partial<Readonly<Record<GroupAct, (part: ReckonedPart, group: GroupRecord) => boolean>>> = {
  consentExtension: (part, group) => !isConsented(part, group),
  extend: (part, group) => isConsented(part, group) && isUntold(group),
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
