import * as z from 'zod';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { agencyById, lockTree } from '../../store/agencies.ts';
import { changeAgency } from '../../store/agency-changes.ts';
import { misplaced } from '../agencies/place-in-tree.ts';
import { agencyUnknown, loadAgency } from '../agencies/subject.ts';
import { authorise } from '../authorise.ts';
import { command } from '../command.ts';

/** Puts an agency, and all below it, under another superior. Both must be within reach of the one who does it. */
export const moveAgency = command({
  act: 'agency.change',
  input: z.strictObject({ agencyId: z.uuid(), superiorId: z.uuid() }),
  async load(transaction, input) {
    await lockTree(transaction);
    return loadAgency(transaction, input);
  },
  async run({ context, transaction, input, loaded: { agency }, record }) {
    const superior = await agencyById(transaction, input.superiorId);
    if (superior === null) return agencyUnknown;
    const denied = await authorise(transaction, context, 'agency.change', { agencyId: superior.id });
    if (denied !== null) return denied;
    if (superior.id === agency.superior_id) {
      const message = `${agency.name}已经隶属于${superior.name}。`;
      return refuse('agency.sameSuperior', message, { fields: [{ field: 'superior', message }] });
    }
    const fault = await misplaced(transaction, agency, superior);
    if (isRefusal(fault)) return fault;
    await changeAgency(transaction, agency.id, { superior_id: superior.id });
    const facts = { from: agency.superior_id, to: superior.id };
    await record({ agencyId: agency.id, kind: 'agency.moved', subjectId: agency.id, facts });
    return { slug: agency.slug };
  },
});
