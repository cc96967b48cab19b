import { applicationAct } from '../../applications/application-act.ts';
import { askParty, nextRef, thirdPartyShape } from '../../applications/asking.ts';

/** Asks a third party in writing (第三十二条); the period stands still while he may answer. */
export const askThirdParty = applicationAct({
  act: 'application.askThirdParty',
  type: 'askThirdParty',
  shape: thirdPartyShape,
  facts: (_, { loaded }) => ({ ref: nextRef('thirdParty', loaded) }),
  also: (input, { act }, acting) => askParty('thirdParty', input, (act as { ref: string }).ref, acting),
});
