import * as z from 'zod';
import { longestRetention, shortestRetention } from '../../../law/retention.ts';
import { newId } from '../../../store/ids.ts';
import { insertPlan } from '../../../store/retention.ts';
import { loadAgency } from '../../agencies/subject.ts';
import { command } from '../../command.ts';
import { actorId } from '../../context.ts';

const { years: shortest } = shortestRetention;
const said = `请填写${shortest}至${longestRetention}的整数。行政诉讼的最长起诉期限为${shortest}年，在此之前不删除。`;
const years = z.number(said).int(said).min(shortest, said).max(longestRetention, said);

/** Sets for how many years after archiving personal data is kept; the plan before stays on record. */
export const setRetentionPlan = command({
  act: 'retention.setPlan',
  input: z.strictObject({ agencyId: z.uuid(), answered: years, disputed: years, ended: years }),
  load: loadAgency,
  async run({ context, transaction, input, at, record }) {
    const { agencyId, answered, disputed, ended } = input;
    const id = newId();
    const facts = { answered, disputed, ended };
    await insertPlan(transaction, {
      agency_id: agencyId,
      id,
      ...facts,
      set_by: actorId(context.actor),
      set_at: at,
    });
    await record({ agencyId, kind: 'retention.planSet', subjectId: id, facts });
    return { id };
  },
});
