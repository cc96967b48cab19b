import * as z from 'zod';
import { isRefusal } from '../../../domain/refusal.ts';
import { type ApplicantKind, applicantKinds } from '../../../law/applicants.ts';
import { followKind } from '../../applications/applicant-kind.ts';
import { applicationAct, textSchema } from '../../applications/application-act.ts';

/** A class of applicant that was registered wrongly is put right, with the reason; its column of table 三 follows. */
export const correctApplicantKind = applicationAct({
  act: 'application.correctApplicantKind',
  type: 'correctApplicantKind',
  shape: {
    applicant: z.enum(applicantKinds as [ApplicantKind, ...ApplicantKind[]], '请选择申请人的类别。'),
    reason: textSchema,
  },
  facts: ({ applicant, reason }) => ({ applicant, reason }),
  noted: (_, { state }) => ({ before: state.applicant }),
  async also({ on }, _, acting) {
    const followed = await followKind(acting, on);
    return isRefusal(followed) ? followed : undefined;
  },
});
