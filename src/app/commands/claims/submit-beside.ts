import * as z from 'zod';
import { proofMissing, type RecordClaim, readRecordClaim } from '../../../domain/claim/claim.ts';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import { type ClaimKind, claimRules } from '../../../law/claims.ts';
import { textSchema } from '../../applications/application-act.ts';
import { lockCase } from '../../applications/case-record.ts';
import { asApplicant } from '../../applications/follow.ts';
import { shanghaiDay } from '../../calendar-years.ts';
import { makeClaim } from '../../claims/new-claim.ts';
import { command } from '../../command.ts';
import { proofsSchema } from './submit-claim.ts';

const answered: ReadonlySet<string> = new Set(['sent', 'closed', 'archived']);

const open = (kind: ClaimKind) =>
  refuse('claim.open', `“${claimRules[kind].name}”的请求已经收到，还在办理。请等办结后再提出。`);
const nothingGiven = refuse(
  'claim.notAnswered',
  '本件还没有答复。要更正机关已经提供的其他记录，请从“要求更正”提出。',
  {},
  claimRules.rectification.basis,
);

/** A claim of the applicant beside his application: 更正 of what the answer gave, a copy or the deletion of his data. */
const submitBeside = command({
  act: 'claim.submitBeside',
  input: z.strictObject({
    agencyId: z.uuid(),
    applicationId: z.uuid(),
    kind: z.enum(['rectification', 'copy', 'deletion']),
    record: z.record(z.string(), z.unknown()).nullable(),
    words: textSchema.nullable(),
    files: proofsSchema,
  }),
  load: (transaction, { agencyId, applicationId }, { vault }) =>
    lockCase(transaction, vault, { agencyId, id: applicationId }),
  async run(acting) {
    const { loaded, input, at, record: note } = acting;
    const { kind, words, files } = input;
    let record: RecordClaim | null = null;
    if (kind === 'rectification') {
      if (!answered.has(loaded.phase)) return nothingGiven;
      const read = readRecordClaim(input.record ?? {});
      if (read.faults.length > 0)
        return refuse('claim.form', '填写的内容有误，没有提交。请按提示修改。', { fields: read.faults });
      if (files.length === 0) return proofMissing;
      record = read.record;
    }
    const { agencyId } = loaded;
    const made = await makeClaim(acting, {
      agencyId,
      channel: 'portal',
      receivedOn: shanghaiDay(at),
      submissionKey: null,
      content: { kind, record, words: words || null, claimant: null },
      files,
      beside: loaded,
    });
    if (isRefusal(made)) return made;
    if (made === null) return open(kind);
    await note({ agencyId, kind: 'claim.submitted', subjectId: made.id, facts: { kind } });
    return { claimId: made.id, receiptNumber: made.receiptNumber };
  },
});

/** The applicant does it, by number and code. */
export const submitOwnClaim = asApplicant({ act: 'claim.submitBeside', does: submitBeside });
