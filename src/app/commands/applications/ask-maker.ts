import { applicationAct } from '../../applications/application-act.ts';
import { agencyShape, askParty, nextRef } from '../../applications/asking.ts';

/** Asks the agency that made the information together with this one (第三十四条); the period stands still while he may answer. */
export const askMaker = applicationAct({
  act: 'application.askMaker',
  type: 'askMaker',
  shape: agencyShape,
  facts: (_, { loaded }) => ({ ref: nextRef('maker', loaded) }),
  also: (input, { act }, acting) => askParty('maker', input, (act as { ref: string }).ref, acting),
});
