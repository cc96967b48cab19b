import * as z from 'zod';
import { proofMissing, readClaimant, readRecordClaim } from '../../../domain/claim/claim.ts';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import { agencyById } from '../../../store/agencies.ts';
import { claimBySubmission } from '../../../store/claims.ts';
import { followCode } from '../../applications/follow-code.ts';
import { shanghaiDay } from '../../calendar-years.ts';
import { makeClaim } from '../../claims/new-claim.ts';
import { command } from '../../command.ts';

/** What whoever claims gets at once: by what to follow it. */
export interface ClaimSubmitted {
  readonly claimId: string;
  readonly receiptNumber: string;
  readonly code: string;
  readonly submittedOn: string;
}

export const proofsSchema = z
  .array(z.strictObject({ name: z.string().trim().min(1).max(200), bytes: z.instanceof(Uint8Array) }))
  .max(10, '一次最多上传10个文件。');

const shape = z.record(z.string(), z.unknown());

/** 更正 asked for on the portal by anybody who has proof, without an account (第四十一条). */
export const submitClaim = command({
  act: 'claim.submit',
  input: z.strictObject({
    agencyId: z.uuid(),
    submissionKey: z.uuid(),
    applicant: shape,
    contact: shape,
    record: shape,
    files: proofsSchema,
  }),
  async load(transaction, { agencyId }) {
    const agency = await agencyById(transaction, agencyId);
    return agency === null || agency.valid_to !== null
      ? refuse('agency.unknown', '没有这个机关，或者已经撤并。请重新选择要提出请求的机关。')
      : { agencyId };
  },
  async run(acting) {
    const { context, transaction, input, at, record: note } = acting;
    const { agencyId, submissionKey, files } = input;
    const { claimant, faults } = readClaimant(input);
    const read = readRecordClaim(input.record);
    const fields = [...faults, ...read.faults];
    if (fields.length > 0)
      return refuse('claim.form', '填写的内容有误，没有提交。请按提示修改。', { fields });
    if (files.length === 0) return proofMissing;
    const receivedOn = shanghaiDay(at);
    const made = await makeClaim(acting, {
      agencyId,
      channel: 'portal',
      receivedOn,
      submissionKey,
      content: { kind: 'rectification', record: read.record, words: null, claimant },
      files,
      beside: null,
    });
    if (isRefusal(made)) return made;
    // Sent twice it is one claim, answered alike.
    const row = made === null ? (await claimBySubmission(transaction, agencyId, submissionKey))! : null;
    const id = row?.id ?? made!.id;
    await note({ agencyId, kind: 'claim.submitted', subjectId: id, facts: { kind: 'rectification' } });
    return {
      claimId: id,
      receiptNumber: row?.receipt_number ?? made!.receiptNumber,
      code: followCode(context.vault, { agencyId, id }, row?.code_version ?? 1),
      submittedOn: row?.received_on ?? receivedOn,
    } satisfies ClaimSubmitted;
  },
});
