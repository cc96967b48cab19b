import * as z from 'zod';
import { updateApplication } from '../../../store/applications.ts';
import { lockCase } from '../../applications/case-record.ts';
import { followCode, identityCheckSchema, type NewCode } from '../../applications/follow-code.ts';
import { command } from '../../command.ts';

/** A new code for an applicant who lost his and proved who he is; the old one is worthless from then on. */
export const giveNewCode = command({
  act: 'application.newCode',
  input: z.strictObject({ agencyId: z.uuid(), id: z.uuid(), checked: identityCheckSchema }),
  load: (transaction, ref, { vault }) => lockCase(transaction, vault, { agencyId: ref.agencyId, id: ref.id }),
  async run({ context, transaction, input, loaded, record }): Promise<NewCode> {
    const version = loaded.row.code_version + 1;
    await updateApplication(transaction, loaded, { code_version: version });
    await record({
      agencyId: loaded.agencyId,
      kind: 'application.codeRenewed',
      subjectId: loaded.id,
      facts: { version, checked: input.checked },
    });
    return {
      receiptNumber: loaded.row.receipt_number,
      code: followCode(context.vault, loaded, version),
    };
  },
});
