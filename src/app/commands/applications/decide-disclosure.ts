import * as z from 'zod';
import { type Refusal, refuse } from '../../../domain/refusal.ts';
import { decideProposal, lockProposal, type ProposalRow } from '../../../store/disclosure-proposals.ts';
import { textSchema } from '../../applications/application-act.ts';
import { type CaseRecord, lockCase } from '../../applications/case-record.ts';
import { aboutCase, sealJson } from '../../applications/sealing.ts';
import { shanghaiDay } from '../../calendar-years.ts';
import { command } from '../../command.ts';
import { actorId } from '../../context.ts';

const unknown = refuse('application.proposal', '没有这条建议，或者不属于本机关。请从列表中选择。');
const decided = refuse('application.proposalDecided', '这条建议已经决定过，没有改动。请刷新列表查看。');
const noReason = refuse('application.proposalReason', '不转为主动公开的，应当写明理由。请填写后再提交。', {
  fields: [{ field: 'reason', message: '请写明理由。' }],
});

interface Loaded extends CaseRecord {
  readonly proposal: ProposalRow;
}

/**
 * Takes a proposal up, or refuses it with a reason. Where several asked for the same it may be disclosed to all (第四十四条
 * 第一款); where an applicant proposed it and it is to be disclosed, that is done without delay (第二款).
 */
export const decideDisclosure = command({
  act: 'application.decideDisclosure',
  input: z.strictObject({
    agencyId: z.uuid(),
    proposalId: z.uuid(),
    takenUp: z.boolean('请选择是否转为主动公开。'),
    reason: textSchema,
  }),
  async load(transaction, { agencyId, proposalId }, { vault }): Promise<Loaded | Refusal> {
    const proposal = await lockProposal(transaction, { agencyId, id: proposalId });
    if (proposal === null) return unknown;
    const record = await lockCase(transaction, vault, { agencyId, id: proposal.application_id });
    return 'refused' in record ? record : { ...record, proposal };
  },
  async run({ transaction, loaded, input, context, record, at }) {
    const { proposal } = loaded;
    const { takenUp, reason } = input;
    if (proposal.state !== 'open') return decided;
    if (!takenUp && reason === '') return noReason;
    const state = takenUp ? 'takenUp' : 'refused';
    await decideProposal(
      transaction,
      { agencyId: loaded.agencyId, id: proposal.id },
      {
        state,
        decided_on: shanghaiDay(at),
        decided_by: actorId(context.actor),
        sealed_reason: reason === '' ? null : sealJson(loaded.key, reason, aboutCase(loaded, 'proposal')),
      },
    );
    await record({
      agencyId: loaded.agencyId,
      kind: 'application.decideDisclosure',
      subjectId: loaded.id,
      facts: { proposal: proposal.id, to: state },
    });
    return { state };
  },
});
