import type { Transaction } from 'kysely';
import * as z from 'zod';
import { reopens } from '../../../domain/appeal/appeal.ts';
import { orderedDay } from '../../../domain/appeal/order.ts';
import { type OrderedDay, reopenedCase } from '../../../domain/application/case.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { workdayTable } from '../../../domain/workday/index.ts';
import { type AppealRow, appealsOf, linkReopened } from '../../../store/appeals.ts';
import type { CaseRef } from '../../../store/applications.ts';
import type { Tables } from '../../../store/tables.ts';
import { appealOf } from '../../appeals/appeal-record.ts';
import { applicationAct, daySchema, textSchema } from '../../applications/application-act.ts';
import { formOf } from '../../applications/case-record.ts';
import { makeApplication } from '../../applications/new-application.ts';
import { nextRegistrationNumber } from '../../applications/registration.ts';

const most = 50;

/** The newest review or suit over the case that ordered a new answer, where none was opened for it yet. */
async function ordering(
  transaction: Transaction<Tables>,
  { agencyId, id }: CaseRef,
): Promise<AppealRow | null> {
  const appeals = await appealsOf(transaction, { agencyId, applicationId: id, limit: most });
  return appeals.find((each) => each.reopened_id === null && reopens(appealOf(each))) ?? null;
}

/**
 * Review or court ordered a new answer: a linked case begins on the day of the decision, not counted again (WF-15). A
 * 履行期限 of the decision binds beside the period of 第三十三条.
 */
export const reopenApplication = applicationAct({
  act: 'application.reopen',
  type: 'reopen',
  shape: {
    decision: textSchema,
    termDay: daySchema.nullable().optional(),
    termLength: z.number().nullable().optional(),
    termUnit: z.enum(['day', 'workday']).nullable().optional(),
  },
  async facts({ decision, on, termDay = null, termLength = null, termUnit = null }, acting) {
    const { context, transaction, loaded } = acting;
    const term = { day: termDay, length: termLength, unit: termUnit };
    const day = orderedDay(on, term, workdayTable(context.calendar()));
    if (isRefusal(day)) return day;
    if (day === null) return { decision };
    const appeal = await ordering(transaction, loaded);
    return {
      decision,
      ordered: { day, by: appeal === null || appeal.kind === 'review' ? 'review' : 'suit' },
    };
  },
  async also({ on }, { act }, acting) {
    const { loaded, transaction } = acting;
    const { ordered = null } = act as { ordered?: OrderedDay };
    const made = await makeApplication(acting, {
      agencyId: loaded.agencyId,
      channel: loaded.state.channel,
      form: formOf(loaded),
      submissionKey: null,
      acts: [{ type: 'register', on, number: await nextRegistrationNumber(acting, loaded.agencyId, on) }],
      from: { id: loaded.id, state: reopenedCase(loaded.state, on, ordered) },
    });
    if (isRefusal(made)) return made;
    const appeal = await ordering(transaction, loaded);
    if (appeal !== null && made !== null)
      await linkReopened(transaction, { agencyId: loaded.agencyId, id: appeal.id }, made.id);
    return undefined;
  },
});
