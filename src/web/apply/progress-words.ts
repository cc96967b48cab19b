import type { FollowedApplication } from '../../app/queries/applications/follow-application.ts';
import type { Phase } from '../../domain/application/phases.ts';

const words: Readonly<Record<Phase, string>> = {
  draft: '还没有提交',
  submitted: '已提交，等待受理机关确认收到',
  received: '已收到，等待登记',
  inReview: '已登记，正在审核',
  waiting: '等待您',
  drafting: '正在办理',
  reviewing: '正在审查',
  approving: '正在审批',
  sent: '已答复',
  closed: '已办结',
  archived: '已办结',
  withdrawn: '已撤回',
  abandoned: '视为放弃申请，不再处理',
  rerouted: '不属于本机关，已告知您向哪个机关申请',
};

/** How it stands, in plain words. */
export function stateInWords({ state }: FollowedApplication): string {
  if (state.phase !== 'waiting') return words[state.phase];
  return state.waitingFor === 'payment' ? '等待您缴纳信息处理费' : '等待您补正';
}

export interface Step {
  readonly title: string;
  readonly on: string | null;
  readonly done: boolean;
}

/** What happened, the oldest first, and the answer still to come. */
export function steps({ state, clock }: FollowedApplication): readonly Step[] {
  const happened: (Step | null)[] = [
    step('提交申请', state.submittedOn),
    step('收到申请', state.receivedOn),
    state.correction === null ? null : step('要求补正', state.correction.askedOn),
    state.correction === null ? null : step('收到补正', state.correction.returnedOn),
    state.explanation === null ? null : step('要求说明理由', state.explanation.askedOn),
    state.explanation === null ? null : step('收到说明的理由', state.explanation.givenOn),
    ...state.opinions.map((opinion) => step('征求意见（不计入期限）', opinion.sentOn)),
    ...state.clock.filter(({ type }) => type === 'extended').map(({ on }) => step('延长答复期限', on)),
    state.fee === null
      ? null
      : step('通知收取信息处理费', state.clock.findLast(({ type }) => type === 'feeNoticeSent')?.on ?? null),
    state.letter === null ? null : step('答复', state.letter.sentOn),
    state.letter === null && state.answer?.startsWith('granted.') ? step('当场答复', state.endedOn) : null,
  ];
  const done = happened
    .filter((one): one is Step => one !== null)
    .sort((a, b) => (a.on ?? '').localeCompare(b.on ?? ''));
  const open = state.letter === null && state.endedOn === null;
  return open
    ? [
        ...done,
        {
          title:
            clock?.due == null ? '答复' : `答复，最迟 ${clock.due}${clock.unconfirmed ? '（暂计）' : ''}`,
          on: null,
          done: false,
        },
      ]
    : done;
}

const step = (title: string, on: string | null): Step | null =>
  on === null ? null : { title, on, done: true };

/** 林*: a name on a page that somebody may look at over a shoulder. */
export const masked = (name: string): string =>
  `${[...name][0] ?? ''}${'*'.repeat(Math.max(1, [...name].length - 1))}`;
