import { applicationAct } from '../../applications/application-act.ts';

/** Closes a case whose answer was served and proven. */
export const closeApplication = applicationAct({
  act: 'application.close',
  type: 'close',
  shape: {},
  facts: () => ({}),
});
