import * as z from 'zod';
import { refuse } from '../../../domain/refusal.ts';
import { updateApplication } from '../../../store/applications.ts';
import { formOf, lockCase } from '../../applications/case-record.ts';
import { asApplicant } from '../../applications/follow.ts';
import { command } from '../../command.ts';

/** Switches news by e-mail on or off; on only where the form gives an address. */
const changeNews = command({
  act: 'application.changeNews',
  input: z.strictObject({ agencyId: z.uuid(), applicationId: z.uuid(), tells: z.boolean() }),
  load: (transaction, { agencyId, applicationId }, { vault }) =>
    lockCase(transaction, vault, { agencyId, id: applicationId }),
  async run({ transaction, loaded, input: { tells }, record }) {
    if (tells && formOf(loaded).contact.email === null)
      return refuse(
        'application.noEmail',
        '申请表没有填写电子邮箱，不能用电子邮件接收进展。请凭编号和查询码查看。',
      );
    await updateApplication(transaction, loaded, { tells });
    await record({
      agencyId: loaded.agencyId,
      kind: 'application.changeNews',
      subjectId: loaded.id,
      facts: { given: tells },
    });
    return { tells };
  },
});

/** The applicant does it, by number and code. */
export const changeOwnNews = asApplicant({ act: 'application.changeNews', does: changeNews });
