import { approveLetter, rootUnderWay } from '../../applications/answer-letter.ts';
import { applicationAct, given, textSchema } from '../../applications/application-act.ts';

/** Approves the answer as it stands: root over the letter and every enclosure. */
export const approveAnswer = applicationAct({
  act: 'application.approve',
  type: 'approve',
  shape: { opinion: textSchema },
  facts: (_, acting) => rootUnderWay(acting),
  noted: ({ opinion }) => given({ opinion }),
  also: (_, { act }, acting) => approveLetter(acting, (act as { root: string }).root),
});
