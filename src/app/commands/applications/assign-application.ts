import * as z from 'zod';
import { updateApplication } from '../../../store/applications.ts';
import { applicationAct, daySchema, textSchema } from '../../applications/application-act.ts';

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
  async also({ holderId }, _, { transaction, loaded }) {
    if (holderId !== null) await updateApplication(transaction, loaded, { holder_id: holderId });
    return undefined;
  },
});
