import * as z from 'zod';
import { readClaimant, readRecordClaim } from '../../../domain/claim/claim.ts';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import type { Day } from '../../../domain/workday/index.ts';
import { receiptRules } from '../../../law/intake.ts';
import { loadAgency } from '../../agencies/subject.ts';
import { followCode } from '../../applications/follow-code.ts';
import { shanghaiDay } from '../../calendar-years.ts';
import { makeClaim } from '../../claims/new-claim.ts';
import { command } from '../../command.ts';
import { type ClaimSubmitted, proofsSchema } from './submit-claim.ts';

const channels = receiptRules.map(({ channel }) => channel).filter((channel) => channel !== 'portal');
const shape = z.record(z.string(), z.unknown());
const future = refuse('claim.future', '收到之日在今天之后。请核对日期。', {
  fields: [{ field: 'receivedOn', message: '收到之日在今天之后。' }],
});

/** 更正 that came by letter, at the counter or by word of mouth, entered by a clerk with what it has. */
export const enterClaim = command({
  act: 'claim.enter',
  input: z.strictObject({
    agencyId: z.uuid(),
    channel: z.enum(channels, '请选择收到的方式。'),
    receivedOn: z.iso.date('请填写日期，例如 2026-11-28。'),
    applicant: shape,
    contact: shape,
    record: shape,
    files: proofsSchema,
  }),
  load: loadAgency,
  async run(acting) {
    const { context, input, at, record: note } = acting;
    const { agencyId, channel, receivedOn, files } = input;
    if (receivedOn > shanghaiDay(at)) return future;
    const { claimant, faults } = readClaimant(input);
    const read = readRecordClaim(input.record);
    const fields = [...faults, ...read.faults];
    if (fields.length > 0)
      return refuse('claim.form', '填写的内容有误，没有保存。请按提示修改。', { fields });
    const made = await makeClaim(acting, {
      agencyId,
      channel,
      receivedOn: receivedOn as Day,
      submissionKey: null,
      content: { kind: 'rectification', record: read.record, words: null, claimant },
      files,
      beside: null,
    });
    if (isRefusal(made)) return made;
    const { id, receiptNumber } = made!;
    await note({ agencyId, kind: 'claim.entered', subjectId: id, facts: { kind: 'rectification' } });
    return {
      claimId: id,
      receiptNumber,
      code: followCode(context.vault, { agencyId, id }, 1),
      submittedOn: receivedOn,
    } satisfies ClaimSubmitted;
  },
});
