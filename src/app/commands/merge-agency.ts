import * as z from 'zod';
import { isRefusal } from '../../domain/refusal.ts';
import { addDays, type Day } from '../../domain/workday/index.ts';
import { agencyById, lockTree } from '../../store/agencies.ts';
import { changeAgency, moveAccounts, moveSubordinates } from '../../store/agency-changes.ts';
import { lineageOf } from '../../store/agency-tree.ts';
import { moveMemberships } from '../../store/memberships.ts';
import { endingFault, lastDayInput } from '../agencies/ending.ts';
import { misplaced } from '../agencies/place-in-tree.ts';
import { agencyUnknown, loadAgency } from '../agencies/subject.ts';
import { authorise } from '../authorise.ts';
import { shanghaiDay } from '../calendar-years.ts';
import { command } from '../command.ts';
import { actorId } from '../context.ts';

/**
 * Closes an agency into its successor: its subordinates stand under the successor, its accounts are looked after
 * there, and its roles are held there from the day after its last.
 */
export const mergeAgency = command({
  act: 'agency.close',
  input: z.strictObject({ agencyId: z.uuid(), successorId: z.uuid(), lastDay: lastDayInput }),
  async load(transaction, input) {
    await lockTree(transaction);
    return loadAgency(transaction, input);
  },
  async run({ context, transaction, input: { successorId, lastDay }, loaded: { agency }, at, record }) {
    const successor = await agencyById(transaction, successorId);
    if (successor === null) return agencyUnknown;
    const denied = await authorise(transaction, context, 'agency.close', { agencyId: successor.id });
    if (denied !== null) return denied;
    const fault = endingFault(agency, successor, lastDay, shanghaiDay(at));
    if (fault !== null) return fault;
    // A successor that stood below takes the place of what ends.
    if ((await lineageOf(transaction, successor.id)).includes(agency.id))
      await changeAgency(transaction, successor.id, { superior_id: agency.superior_id });
    const moved = await moveSubordinates(transaction, agency.id, successor.id);
    for (const id of moved) {
      const below = (await agencyById(transaction, id))!;
      const wrong = await misplaced(transaction, below, successor);
      if (isRefusal(wrong)) return wrong;
      const facts = { from: agency.id, to: successor.id };
      await record({ agencyId: id, kind: 'agency.moved', subjectId: id, facts });
    }
    const accounts = await moveAccounts(transaction, agency.id, successor.id, at);
    const roles = await moveMemberships(transaction, {
      from: agency.id,
      to: successor.id,
      lastDay,
      nextDay: addDays(lastDay as Day, 1),
      grantedBy: actorId(context.actor),
      at,
    });
    await changeAgency(transaction, agency.id, { valid_to: lastDay, successor_id: successor.id });
    const facts = { lastDay, subordinates: moved.length, accounts, roles };
    await record({
      agencyId: agency.id,
      kind: 'agency.merged',
      subjectId: agency.id,
      facts: { ...facts, successor: successor.slug },
    });
    await record({
      agencyId: successor.id,
      kind: 'agency.received',
      subjectId: agency.id,
      facts: { ...facts, from: agency.slug },
    });
    return { slug: agency.slug };
  },
});
