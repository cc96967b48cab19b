import * as z from 'zod';
import { reopenedCase } from '../../../domain/application/case.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { linkReopened } from '../../../store/appeals.ts';
import { applicationAct, textSchema } from '../../applications/application-act.ts';
import { formOf } from '../../applications/case-record.ts';
import { makeApplication } from '../../applications/new-application.ts';
import { nextRegistrationNumber } from '../../applications/registration.ts';

/** Review or court ordered a new answer: a linked case begins on the day of the decision, not counted again (WF-15). */
export const reopenApplication = applicationAct({
  act: 'application.reopen',
  type: 'reopen',
  shape: { decision: textSchema, appealId: z.uuid().nullable() },
  facts: ({ decision }) => ({ decision }),
  async also({ on, appealId }, _, acting) {
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
    if (appealId !== null && made !== null)
      await linkReopened(transaction, { agencyId: loaded.agencyId, id: appealId }, made.id);
    return undefined;
  },
});
