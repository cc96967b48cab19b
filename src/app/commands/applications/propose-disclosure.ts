import * as z from 'zod';
import { refuse } from '../../../domain/refusal.ts';
import { insertProposal } from '../../../store/disclosure-proposals.ts';
import { newId } from '../../../store/ids.ts';
import { applicationAct } from '../../applications/application-act.ts';

const waiting = refuse(
  'application.proposed',
  '本件已经建议转为主动公开，正在等待决定，没有重复提出。请在“转为主动公开”中查看。',
);

/** Proposes that what several asked for be disclosed to all (第四十四条); somebody else decides. */
export const proposeDisclosure = applicationAct({
  act: 'application.proposeDisclosure',
  type: 'proposeDisclosure',
  shape: { applicants: z.number('请填写申请人数。').int('人数应为整数。').min(1), suggested: z.boolean() },
  facts: ({ applicants, suggested }) => ({ applicants, suggested }),
  async also({ applicants, suggested, on }, _, { transaction, context, loaded }) {
    const { actor } = context;
    const written = await insertProposal(transaction, {
      agency_id: loaded.agencyId,
      id: newId(),
      application_id: loaded.id,
      applicants,
      suggested,
      proposed_on: on,
      proposed_by: typeof actor === 'string' ? null : actor.accountId,
      state: 'open',
      decided_on: null,
      decided_by: null,
      sealed_reason: null,
    });
    return written ? undefined : waiting;
  },
});
