import * as z from 'zod';
import { updateApplication } from '../../../store/applications.ts';
import { lockCase } from '../../applications/case-record.ts';
import { followCode } from '../../applications/follow-code.ts';
import { command } from '../../command.ts';

/** A new code for an applicant who lost his and proved who he is; the old one is worthless from then on. */
export const giveNewCode = command({
  act: 'application.newCode',
  input: z.strictObject({ agencyId: z.uuid(), applicationId: z.uuid() }),
  load: (transaction, { agencyId, applicationId }, { vault }) =>
    lockCase(transaction, vault, { agencyId, id: applicationId }),
  async run({ context, transaction, loaded, record }) {
    const version = loaded.row.code_version + 1;
    await updateApplication(transaction, loaded, { code_version: version });
    await record({
      agencyId: loaded.agencyId,
      kind: 'application.codeRenewed',
      subjectId: loaded.id,
      facts: { version },
    });
    return {
      receiptNumber: loaded.row.receipt_number,
      code: followCode(context.vault, loaded, version),
    };
  },
});
