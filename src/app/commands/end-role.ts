import * as z from 'zod';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { addDays } from '../../domain/workday/index.ts';
import { deleteMembership, endMembership, lockMembership } from '../../store/memberships.ts';
import { loadAccount } from '../accounts/subject.ts';
import { shanghaiDay } from '../calendar-years.ts';
import { command } from '../command.ts';

/** Takes a role back from today on; one that had not begun is as if never given, but stays on record. */
export const endRole = command({
  act: 'membership.end',
  input: z.strictObject({ membershipId: z.uuid() }),
  async load(transaction, { membershipId }) {
    const membership = await lockMembership(transaction, membershipId);
    if (membership === null) return refuse('membership.unknown', '没有这项授权，可能已经收回。');
    const subject = await loadAccount(transaction, { accountId: membership.account_id });
    return isRefusal(subject) ? subject : { ...subject, agencyId: membership.agency_id, membership };
  },
  async run({ transaction, loaded: { account, membership }, at, record }) {
    const yesterday = addDays(shanghaiDay(at), -1);
    if (membership.valid_to !== null && membership.valid_to <= yesterday)
      return refuse('membership.ended', '这项授权已经到期，不需要收回。');
    if (membership.valid_from > yesterday) await deleteMembership(transaction, membership.id);
    else await endMembership(transaction, membership.id, yesterday);
    await record({
      agencyId: membership.agency_id,
      kind: 'membership.ended',
      subjectId: account.id,
      facts: { role: membership.role, from: membership.valid_from },
    });
    return { id: membership.id };
  },
});
