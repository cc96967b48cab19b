import * as z from 'zod';
import { readForm } from '../../../domain/application/read-form.ts';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import { agencyById } from '../../../store/agencies.ts';
import { applicationBySubmission } from '../../../store/applications.ts';
import { followCode } from '../../applications/follow-code.ts';
import { formFaults } from '../../applications/form-faults.ts';
import { makeApplication } from '../../applications/new-application.ts';
import { shanghaiDay } from '../../calendar-years.ts';
import { type Command, command } from '../../command.ts';

/** What the applicant gets at once: by what to follow the application. */
export interface Submitted {
  readonly agencyId: string;
  readonly applicationId: string;
  readonly receiptNumber: string;
  readonly code: string;
  readonly submittedOn: string;
  /** The form had come before; this is what it was answered with. */
  readonly again: boolean;
}

const input = z.strictObject({
  agencyId: z.uuid(),
  /** Made with the empty form: one that is sent twice is one application. */
  submissionKey: z.uuid(),
  /** What `readForm` reads. */
  form: z.unknown(),
});
type Input = z.infer<typeof input>;

/** An application sent in on the portal, by anybody, without an account. */
export const submitApplication: Command<Input, Submitted> = command({
  act: 'application.submit',
  input,
  async load(transaction, { agencyId }) {
    const agency = await agencyById(transaction, agencyId);
    return agency === null || agency.valid_to !== null
      ? refuse('agency.unknown', '没有这个机关，或者已经撤并。请重新选择要申请的机关。')
      : { agencyId, phase: 'draft' };
  },
  async run(acting) {
    const { context, transaction, input: sent } = acting;
    const { form, findings } = readForm(sent.form);
    if (findings.length > 0) return formFaults(findings);
    const on = shanghaiDay(acting.at);
    const made = await makeApplication(acting, {
      agencyId: sent.agencyId,
      channel: 'portal',
      form,
      submissionKey: sent.submissionKey,
      acts: [{ type: 'submit', on }],
    });
    if (isRefusal(made)) return made;
    const row = made?.row ?? (await applicationBySubmission(transaction, sent.agencyId, sent.submissionKey))!;
    if (made === null)
      await acting.record({
        agencyId: sent.agencyId,
        kind: 'application.sentAgain',
        subjectId: row.id,
        facts: {},
      });
    return {
      agencyId: sent.agencyId,
      applicationId: row.id,
      receiptNumber: row.receipt_number,
      code: followCode(context.vault, { agencyId: sent.agencyId, id: row.id }, row.code_version),
      submittedOn: on,
      again: made === null,
    };
  },
});
