import * as z from 'zod';
import { type Refusal, refuse } from '../../../domain/refusal.ts';
import { updateClaim } from '../../../store/claims.ts';
import { followCode, identityCheckSchema, type NewCode } from '../../applications/follow-code.ts';
import { lockClaim } from '../../claims/claim-record.ts';
import { command } from '../../command.ts';

const followedByCase = refuse(
  'claim.codeOfCase',
  '这项请求是从申请的查询页提出的，凭申请的编号和查询码查看。查询码遗失的，请在那件申请里重发。',
);

/**
 * A new code for somebody who asked for 更正 without an application, lost his code and proved who he is; the old one is
 * worthless from then on. Refused: the claim came beside an application, by whose code it is followed.
 */
export const giveNewClaimCode = command({
  act: 'claim.newCode',
  input: z.strictObject({ agencyId: z.uuid(), id: z.uuid(), checked: identityCheckSchema }),
  load: (transaction, ref, { vault }) =>
    lockClaim(transaction, vault, { agencyId: ref.agencyId, id: ref.id }),
  async run({ context, transaction, input, loaded, record }): Promise<NewCode | Refusal> {
    if (loaded.of !== null) return followedByCase;
    const version = loaded.row.code_version + 1;
    await updateClaim(transaction, loaded, { code_version: version });
    await record({
      agencyId: loaded.agencyId,
      kind: 'claim.codeRenewed',
      subjectId: loaded.id,
      facts: { version, checked: input.checked },
    });
    return { receiptNumber: loaded.row.receipt_number, code: followCode(context.vault, loaded, version) };
  },
});
