import * as z from 'zod';
import { updateApplication } from '../../../store/applications.ts';
import { applicationAct, daySchema, textSchema } from '../../applications/application-act.ts';
import { tellHolder, unfitHolder } from '../../applications/new-holder.ts';
import { actorId } from '../../context.ts';

/** Gives a case to a unit, and to a person where one is named, with a day within the agency (第四十五条). */
export const assignApplication = applicationAct({
  act: 'application.assign',
  type: 'assign',
  shape: {
    unit: textSchema.min(1, '请写明由哪个科室、站所承办。'),
    until: daySchema.nullable(),
    holderId: z.uuid().nullable(),
  },
  facts: ({ unit, until }) => ({ unit, until }),
  async also({ agencyId, holderId }, _, { context, transaction, loaded, at }) {
    if (holderId === null || holderId === loaded.row.holder_id) return undefined;
    const handing = { transaction, agencyId, holderId, at };
    const refused = await unfitHolder(handing);
    if (refused !== null) return refused;
    await updateApplication(transaction, loaded, { holder_id: holderId });
    if (actorId(context.actor) !== holderId) await tellHolder(handing, 1);
    return undefined;
  },
});
