import * as z from 'zod';
import { refuse } from '../../../domain/refusal.ts';
import { insertProposal, proposalOf } from '../../../store/disclosure-proposals.ts';
import { newId } from '../../../store/ids.ts';
import { applicationAct, given, textSchema } from '../../applications/application-act.ts';
import { asApplicant } from '../../applications/follow.ts';

const waiting = refuse(
  'application.proposed',
  '本件已经建议转为主动公开，正在等待决定，没有重复提出。请在“转为主动公开”中查看。',
);

const decided = refuse(
  'application.proposed',
  '本件信息是否纳入主动公开，受理机关已经作出决定，没有重复提出。有新的情况，请直接向受理机关说明。',
);

/** Proposes that what several asked for be disclosed to all (第四十四条); somebody else decides. */
export const proposeDisclosure = applicationAct({
  act: 'application.proposeDisclosure',
  type: 'proposeDisclosure',
  shape: {
    applicants: z.number('请填写申请人数。').int('人数应为整数。').min(1),
    suggested: z.boolean(),
    /** Why, in the words of whoever suggests it. */
    words: textSchema.nullish(),
  },
  facts: ({ applicants, suggested }) => ({ applicants, suggested }),
  noted: ({ words }) => given({ text: words }),
  async also({ applicants, suggested, on }, _, { transaction, context, loaded }) {
    const { actor } = context;
    // The office may take a matter up again; an applicant is heard once.
    if (actor === 'public' && (await proposalOf(transaction, loaded))?.decided_on != null) return decided;
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

/** The applicant suggests it himself (第四十四条第二款). */
export const suggestDisclosure = asApplicant({
  act: 'application.proposeDisclosure',
  does: proposeDisclosure,
});
