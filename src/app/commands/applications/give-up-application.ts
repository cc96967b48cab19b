import { answerOf } from '../../../law/answers.ts';
import { applicationAct } from '../../applications/application-act.ts';
import { sendNotice } from '../../applications/letters.ts';

/** 补正 or payment did not come in its time: 视为放弃申请, told though the law does not ask for it (第三十条). */
export const giveUpApplication = applicationAct({
  act: 'application.giveUp',
  type: 'giveUp',
  shape: {},
  facts: () => ({}),
  also: ({ on }, { decision }, acting) =>
    sendNotice(acting, { kind: answerOf(decision.state.answer!).letter, day: on }),
});
