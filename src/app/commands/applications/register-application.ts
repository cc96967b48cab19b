import * as z from 'zod';
import { isRefusal } from '../../../domain/refusal.ts';
import { type ApplicantKind, applicantKinds } from '../../../law/applicants.ts';
import { followKind } from '../../applications/applicant-kind.ts';
import { applicationAct, given } from '../../applications/application-act.ts';
import { sendReceipt } from '../../applications/courtesy-letters.ts';
import { nextRegistrationNumber } from '../../applications/registration.ts';

/** Registers a received application under the next number of the agency and year. */
export const registerApplication = applicationAct({
  act: 'application.register',
  type: 'register',
  shape: {
    /** The applicant asks for 接收回执; an agency may send it always. */
    receipt: z.boolean().default(false),
    /** The class as the office finds it; null leaves what the applicant chose. */
    applicant: z
      .enum(applicantKinds as [ApplicantKind, ...ApplicantKind[]], '请选择申请人的类别。')
      .nullish(),
  },
  facts: async ({ agencyId, on, applicant }, acting) => ({
    number: await nextRegistrationNumber(acting, agencyId, on),
    ...given({ applicant }),
  }),
  async also({ on, receipt }, _, acting) {
    const loaded = await followKind(acting, on);
    return isRefusal(loaded) ? loaded : sendReceipt({ ...acting, loaded }, on, receipt);
  },
});
