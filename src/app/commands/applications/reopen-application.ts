import type { Transaction } from 'kysely';
import { reopens } from '../../../domain/appeal/appeal.ts';
import { reopenedCase } from '../../../domain/application/case.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { appealsOf, linkReopened } from '../../../store/appeals.ts';
import type { CaseRef } from '../../../store/applications.ts';
import type { Tables } from '../../../store/tables.ts';
import { appealOf } from '../../appeals/appeal-record.ts';
import { applicationAct, textSchema } from '../../applications/application-act.ts';
import { formOf } from '../../applications/case-record.ts';
import { makeApplication } from '../../applications/new-application.ts';
import { nextRegistrationNumber } from '../../applications/registration.ts';

const most = 50;

/** The newest review or suit over the case that ordered a new answer, where none was opened for it yet. */
async function ordering(
  transaction: Transaction<Tables>,
  { agencyId, id }: CaseRef,
): Promise<CaseRef | null> {
  const appeals = await appealsOf(transaction, { agencyId, applicationId: id, limit: most });
  const row = appeals.find((each) => each.reopened_id === null && reopens(appealOf(each)));
  return row === undefined ? null : { agencyId, id: row.id };
}

/** Review or court ordered a new answer: a linked case begins on the day of the decision, not counted again (WF-15). */
export const reopenApplication = applicationAct({
  act: 'application.reopen',
  type: 'reopen',
  shape: { decision: textSchema },
  facts: ({ decision }) => ({ decision }),
  async also({ on }, _, acting) {
    const { loaded, transaction } = acting;
    const made = await makeApplication(acting, {
      agencyId: loaded.agencyId,
      channel: loaded.state.channel,
      form: formOf(loaded),
      submissionKey: null,
      acts: [{ type: 'register', on, number: await nextRegistrationNumber(acting, loaded.agencyId, on) }],
      from: { id: loaded.id, state: reopenedCase(loaded.state, on) },
    });
    if (isRefusal(made)) return made;
    const appeal = await ordering(transaction, loaded);
    if (appeal !== null && made !== null) await linkReopened(transaction, appeal, made.id);
    return undefined;
  },
});
