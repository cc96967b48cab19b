import { applicationAct } from '../../applications/application-act.ts';
import { nextRegistrationNumber } from '../../applications/registration.ts';

/** Registers a received application under the next number of the agency and year. */
export const registerApplication = applicationAct({
  act: 'application.register',
  type: 'register',
  shape: {},
  facts: async ({ agencyId, on }, acting) => ({
    number: await nextRegistrationNumber(acting, agencyId, on),
  }),
});
