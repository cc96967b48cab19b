import { applicationAct } from '../../applications/application-act.ts';
import { askParty, nextRef, partyShape } from '../../applications/asking.ts';

/** Asks another agency (第三十三条第三款); the period stands still while he may answer. */
export const askAgency = applicationAct({
  act: 'application.askAgency',
  type: 'askAgency',
  shape: partyShape,
  facts: (_, { loaded }) => ({ ref: nextRef('agency', loaded) }),
  also: (input, { act }, acting) => askParty('agency', input, (act as { ref: string }).ref, acting),
});
