import * as z from 'zod';
import { refuse } from '../../domain/refusal.ts';
import { agencyById, lockTree } from '../../store/agencies.ts';
import { changeAgency, hangingOn } from '../../store/agency-changes.ts';
import { endingFault, lastDayInput } from '../agencies/ending.ts';
import { agencyUnknown, loadAgency } from '../agencies/subject.ts';
import { shanghaiDay } from '../calendar-years.ts';
import { command } from '../command.ts';

/**
 * Closes an agency that nothing hangs on any more. What it published stays, and its pages lead to the successor. One
 * with subordinates or people is merged into its successor, which moves them.
 */
export const closeAgency = command({
  act: 'agency.close',
  input: z.strictObject({ agencyId: z.uuid(), successorId: z.uuid().nullable(), lastDay: lastDayInput }),
  async load(transaction, input) {
    await lockTree(transaction);
    return loadAgency(transaction, input);
  },
  async run({ transaction, input, loaded: { agency }, at, record }) {
    const { successorId, lastDay } = input;
    const successor = successorId === null ? null : await agencyById(transaction, successorId);
    if (successorId !== null && successor === null) return agencyUnknown;
    const fault = endingFault(agency, successor, lastDay, shanghaiDay(at));
    if (fault !== null) return fault;
    const { subordinates, accounts, roles } = await hangingOn(transaction, agency.id, lastDay);
    if (subordinates + accounts + roles > 0)
      return refuse(
        'agency.inUse',
        `${agency.name}还有${subordinates}个下级机关、${accounts}个账号、${roles}项任职，没有撤销。请先撤销或者改变隶属、停用账号、交接或者收回任职，或选择“并入”，由承接的机关一并接收。`,
        { subordinates, accounts, roles },
      );
    await changeAgency(transaction, agency.id, { valid_to: lastDay, successor_id: successor?.id ?? null });
    const facts = { lastDay, successor: successor?.slug ?? null };
    await record({ agencyId: agency.id, kind: 'agency.closed', subjectId: agency.id, facts });
    return { slug: agency.slug };
  },
});
