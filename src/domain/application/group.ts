import { type DeliveryMethod, deliveryRules } from '../../law/delivery.ts';
import type { Act } from './acts.ts';
import type { AnswerDraft } from './answer-draft.ts';
import type { ApplicationCase } from './case.ts';
import { extensionOf } from './case-clock.ts';
import { type Phase, phaseNames, transitions } from './phases.ts';

/**
 * From how many applications of one content they are handled as a group. Ours: 条例 knows no number; each of them stays
 * an application of its own, with its own clock, answer, remedy and place in table 三.
 */
export const groupFrom = 5;

/** What a person can do once for all applications of a group. */
export const groupActs = [
  'register',
  'consentExtension',
  'extend',
  'draft',
  'addEnclosure',
  'submitForReview',
  'reviewLegal',
  'reviewSecrecy',
  'return',
  'approve',
  'send',
  'proveDelivery',
  'close',
  'archive',
] as const;
export type GroupAct = (typeof groupActs)[number];

/** Acts by which an application in a group is answered: done there, or after it was taken out. */
export const answeredInGroup: ReadonlySet<string> = new Set([
  'draft',
  'submitForReview',
  'review',
  'return',
  'approve',
  'send',
]);

/** Files are no act of the domain. */
type DomainAct = Exclude<GroupAct, 'addEnclosure'>;

const domainAct = (act: DomainAct): Act['type'] =>
  act === 'reviewLegal' || act === 'reviewSecrecy' ? 'review' : act;

/** What goes out with the answers is added before they are reviewed. */
const enclosing: readonly Phase[] = ['inReview', 'drafting'];

/** Phases in which an act finds an application; registering takes those not yet received along. */
export const phasesFor = (act: GroupAct): readonly Phase[] =>
  act === 'addEnclosure'
    ? enclosing
    : [
        ...(act === 'register' ? (['submitted'] as const) : []),
        ...new Set(transitions.filter((row) => row.act === domainAct(act)).flatMap(({ from }) => from)),
      ];

/** Why an application is left out of an act on its group. */
export type LeftOut =
  | 'ended'
  | 'correctionOpen'
  | 'paymentOpen'
  | 'extended'
  | 'consulting'
  | 'otherChannel'
  | 'otherWay'
  | 'otherText'
  | 'notThere'
  | 'apart'
  | 'refused';

/** Reasons for which an application goes on by itself: the others are over, come later, or go out by another way. */
export const goesAlone: readonly LeftOut[] = [
  'correctionOpen',
  'paymentOpen',
  'extended',
  'consulting',
  'otherChannel',
  'otherText',
  'apart',
  'refused',
];

export interface LeftOutReason {
  readonly reason: LeftOut;
  readonly message: string;
}

/** `ready`: the act is done to it. `already`: it stands where the act leads, or further. */
export type Standing = 'ready' | 'already' | LeftOutReason;

const course: readonly Phase[] = [
  'draft',
  'submitted',
  'received',
  'inReview',
  'drafting',
  'reviewing',
  'approving',
  'sent',
  'closed',
  'archived',
];

const out = (reason: LeftOut, message: string): LeftOutReason => ({ reason, message });

const endings: Partial<Readonly<Record<Phase, string>>> = {
  withdrawn: '申请人已经撤回。',
  abandoned: '申请人逾期未补正或者未缴费，已按放弃处理。',
  rerouted: '已经告知向其他机关提出。',
};

/** More time for the whole group, each time its head consented: a period that began anew may be extended again. */
export type GroupExtensions = readonly NonNullable<ApplicationCase['extensionConsent']>[];

/** Whether an application was given more time by itself, and not with its group. */
function extendedAlone({ extensionConsent: own, clock }: ApplicationCase, group: GroupExtensions): boolean {
  if (own === null) return extensionOf(clock) !== null;
  return !group.some(({ on, days }) => own.on === on && own.days === days);
}

/** What has a course of its own, so that the answer of the group does not fit it. */
function apart(state: ApplicationCase, extensions: GroupExtensions): LeftOutReason | null {
  if (state.waitingFor === 'correction') return out('correctionOpen', '已经告知补正，申请人还没有补正。');
  if (state.waitingFor === 'payment') return out('paymentOpen', '已经发出收费通知，申请人还没有缴费。');
  if (extendedAlone(state, extensions)) return out('extended', '本件已经单独延长答复期限，期限与本组不同。');
  return state.opinions.length > 0
    ? out('consulting', '本件征求过意见，答复和对第三方的告知须另行办理。')
    : null;
}

export const sameDraft = (one: AnswerDraft | null, other: AnswerDraft | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Whether what an act does was done within its phase: the other review is still out, the approval is given. */
function doneWithin(state: ApplicationCase, act: GroupAct): boolean {
  if (act === 'reviewLegal') return state.reviews.legal !== null;
  if (act === 'reviewSecrecy') return state.reviews.secrecy !== null;
  if (act === 'approve') return state.approval !== null;
  if (act === 'consentExtension') return state.extensionConsent !== null;
  if (act === 'extend') return extensionOf(state.clock) !== null;
  return act === 'proveDelivery' && (state.letter?.proof ?? '') !== '';
}

/** Acts that lead nowhere: whoever stands further has not had them. */
const aside: ReadonlySet<GroupAct> = new Set(['consentExtension', 'extend', 'addEnclosure']);

/** Laying down is for all that ended, whichever way. */
function standingToArchive({ phase }: ApplicationCase): Standing {
  if (phase === 'archived') return 'already';
  return phasesFor('archive').includes(phase)
    ? 'ready'
    : out('notThere', `本件处于“${phaseNames[phase]}”环节，还没有到这一步。`);
}

/**
 * How an application stands to an act on its group. `draft`: the answer of the group, before this act; `extensions`:
 * more time that the group was given. What the law itself has to say is said by `decide`, as to any other.
 */
export function standingOf(
  state: ApplicationCase,
  act: GroupAct,
  draft: AnswerDraft | null,
  extensions: GroupExtensions = [],
): Standing {
  if (act === 'archive') return standingToArchive(state);
  const ending = endings[state.phase];
  if (ending !== undefined) return out('ended', ending);
  const phases = phasesFor(act);
  if (act === 'return' && state.phase === 'drafting') return 'already';
  const beyond =
    !phases.includes(state.phase) && course.indexOf(state.phase) > course.indexOf(phases.at(-1)!);
  if (beyond && (!aside.has(act) || doneWithin(state, act))) return 'already';
  const own = apart(state, extensions);
  if (own !== null && act !== 'proveDelivery' && act !== 'close') return own;
  if (!phases.includes(state.phase))
    return out(
      'notThere',
      beyond
        ? `本件处于“${phaseNames[state.phase]}”环节，已经过了这一步。`
        : `本件处于“${phaseNames[state.phase]}”环节，还没有到这一步。`,
    );
  if (doneWithin(state, act)) return 'already';
  if (act === 'register')
    return state.phase === 'submitted' && state.channel !== 'portal'
      ? out('otherChannel', '不是在网上提交的，收到申请之日须逐件登记。')
      : 'ready';
  if (act === 'extend' && state.extensionConsent === null)
    return out('notThere', '负责人同意本组延期时本件还不在组里，请单独办理延期。');
  if (['proveDelivery', 'close', 'addEnclosure', 'consentExtension', 'extend'].includes(act)) return 'ready';
  if (state.draft !== null && !sameDraft(state.draft, draft))
    return out('otherText', '本件另有拟稿，与本组的答复不同。');
  return act === 'send' && state.approval === null ? out('notThere', '本件还没有审批。') : 'ready';
}

const waysInWords: Readonly<Record<DeliveryMethod, string>> = {
  inPerson: '当面领取',
  entrusted: '委托送达',
  post: '邮寄',
  email: '电子邮件',
  portal: '网上下载',
};

/** Ways by which many letters go out at once; where each signs for his own, each is served by itself (CK-6). */
export const groupMethods = (Object.keys(deliveryRules) as DeliveryMethod[]).filter(
  (method) => deliveryRules[method].decisive !== 'signed',
);

/** An answer goes out by the way its applicant asked for (第四十条): those of another way wait for an act of their own. */
export const otherWay = (asked: DeliveryMethod): LeftOutReason =>
  out(
    'otherWay',
    groupMethods.includes(asked)
      ? `申请人要求的获取途径是${waysInWords[asked]}，请另行发出。`
      : `申请人要求的获取途径是${waysInWords[asked]}，以签收之日为答复之日，请移出本组单独送达。`,
  );

/** Receipt and registration of one that came in on the portal, by the earlier, safe day (第三十一条). */
export const registeringActs = (
  state: Pick<ApplicationCase, 'phase' | 'submittedOn'>,
  on: Act['on'],
  number: string,
): readonly Act[] => [
  ...(state.phase === 'submitted'
    ? [{ type: 'receive', on, acknowledgedOn: state.submittedOn! } as const]
    : []),
  { type: 'register', on, number },
];
