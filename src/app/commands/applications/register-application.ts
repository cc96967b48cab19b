import * as z from 'zod';
import { applicationAct } from '../../applications/application-act.ts';
import { sendReceipt } from '../../applications/courtesy-letters.ts';
import { nextRegistrationNumber } from '../../applications/registration.ts';

/** Registers a received application under the next number of the agency and year. */
export const registerApplication = applicationAct({
  act: 'application.register',
  type: 'register',
  shape: {
    /** The applicant asks for 接收回执; an agency may send it always. */
    receipt: z.boolean().default(false),
  },
  facts: async ({ agencyId, on }, acting) => ({
    number: await nextRegistrationNumber(acting, agencyId, on),
  }),
  also: ({ on, receipt }, _, acting) => sendReceipt(acting, on, receipt),
});
