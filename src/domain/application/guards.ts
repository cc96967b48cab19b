import { deadlines } from '../../law/deadlines.ts';
import { postalCarriers, postOnly } from '../../law/delivery.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { type Day, dayNumber, type WorkdayTable, workdayAfter } from '../workday/index.ts';
import type { Act, ActType } from './acts.ts';
import { checkAnswer } from './answer-check.ts';
import { checkAnswerable } from './answerable.ts';
import { arrivalDay, contactFits, contactTried } from './arrival.ts';
import type { ApplicationCase } from './case.ts';
import { clockOf } from './case-clock.ts';
import { reasonsTime, reasonsUnweighed, weighedByAgency } from './explanation.ts';
import { checkFeeFits } from './fee-fits.ts';
import { checkFee } from './fees.ts';
import { onTheSpot } from './on-the-spot.ts';
import { openOpinions } from './opinions.ts';
import type { Actor } from './phases.ts';
import { receiptDay } from './receipt.ts';
import { checkRectification } from './rectification.ts';
import { blank, no } from './refusing.ts';

/** What a decision needs beside the case: the day it is made, the calendar, and as whom. */
export interface Context {
  readonly today: Day;
  readonly table: WorkdayTable;
  readonly actor: Actor;
}

type Guard<T extends ActType = ActType> = (
  state: ApplicationCase,
  act: Act<T>,
  context: Context,
) => Refusal | undefined;

/** A guard of one act: the table names it beside that act only. */
const of = <T extends ActType>(guard: Guard<T>): Guard => guard as unknown as Guard;

const correctionWindow: Guard<'askCorrection'> = (state, act, { table }) => {
  const { workdays } = deadlines.correctionNotice;
  const last = workdayAfter(dayNumber(state.receivedOn!), workdays, table);
  if (last === null || dayNumber(act.on) <= last || !blank(act.lateBecause)) return undefined;
  return no(
    'correctionLate',
    `补正告知应当自收到申请之日起${workdays}个工作日内作出，最后一日为${table.dayOf(last)}。请直接办理；确有必要补正的，写明逾期告知的原因后再发。`,
    '第三十条',
  );
};

/** Return after the period is taken with 正当理由 only (第三十条). */
const excused: Guard<'takeCorrection'> = (state, act, { table }) => {
  if (clockOf(state, act.on, table)?.state !== 'abandoned' || !blank(act.excuse)) return undefined;
  return no(
    'correctionOverdue',
    `补正期限（${state.correction?.due ?? ''}）已过。申请人有正当理由的，请写明理由后登记；没有的，按视为放弃申请处理。`,
    '第三十条',
  );
};

const letterOut: Guard<'recordOpinionReceipt' | 'takeOpinion'> = (state, { ref }) =>
  state.opinions.some((one) => one.ref === ref && one.view === null)
    ? undefined
    : no('letterUnknown', '没有这份征求意见的函，或者已经登记过反馈。请核对后再登记。');

const newRef: Guard<'askThirdParty' | 'askMaker' | 'askAgency'> = (state, { ref }) =>
  blank(ref) || state.opinions.some((one) => one.ref === ref)
    ? no('letterTwice', '这份函的编号为空，或者已经用过。请另编一个编号。')
    : undefined;

const objectionWeighed: Guard<'takeOpinion'> = (state, act) => {
  const asked = state.opinions.find(({ ref }) => ref === act.ref)?.asked;
  if (act.view === 'none' && asked !== 'agency')
    return no(
      'silenceWaits',
      '对方没有反馈的，等到收到征求意见书之日起满15个工作日，系统自动认定，不必登记。',
      asked === 'maker' ? '第三十四条' : '第三十二条',
    );
  return act.view === 'objects' && asked === 'thirdParty' && act.reasonable === undefined
    ? no('objectionWeighed', '第三方不同意公开的，请判断其理由是否合理后再登记。', '第三十二条')
    : undefined;
};

const lawfulDelivery: Guard<'send'> = (_, { method, carrier, proof }) => {
  if (method === 'post' && !postalCarriers.some((each) => each === carrier))
    return refuse(
      'application.postOnly',
      '答复属于国家机关公文，只能交邮政企业寄递（邮政特快专递、挂号信或者平常信函）。请改选寄递方式。',
      {},
      postOnly,
    );
  return (method === 'inPerson' || method === 'entrusted') && blank(proof)
    ? no('signature', '直接送达、委托送达以签收之日为答复之日。请在对方签收后登记送达回证。')
    : undefined;
};

const opinionsHeard: Guard = (state, act, { table }) => {
  const waiting = openOpinions(state, act.on, table);
  if (waiting.length === 0) return undefined;
  const asked = waiting[0]!.asked;
  return no(
    'opinionOpen',
    `还有${waiting.length}份征求意见的函没有反馈，也没有到期。请等反馈或者到期后再提交；对方还没有登记收到的，请先登记收到之日。`,
    asked === 'thirdParty' ? '第三十二条' : asked === 'maker' ? '第三十四条' : '第三十三条第三款',
  );
};

/** 收费通知 goes out within the period of answer. */
const withinPeriod: Guard = (state, { on }, { table }) =>
  clockOf(state, on, table)?.state === 'overdue'
    ? no('periodOver', '答复期限已经届满，不能再作收费通知。请尽快答复。', '第三十三条第二款')
    : undefined;

export const guards = {
  receiptDay: of<'receive'>((state, act) => {
    const receipt = receiptDay(state.channel, act);
    if (isRefusal(receipt)) return receipt;
    const { receivedOn } = receipt;
    return receivedOn > act.on || (state.submittedOn !== null && receivedOn < state.submittedOn)
      ? no('receiptDay', `收到申请之日${receivedOn}早于提交之日或者晚于登记之日。请核对日期。`, '第三十一条')
      : undefined;
  }),
  arrivalDay: of(arrivalDay),
  contactTried: of(contactTried),
  contactFits: of(contactFits),
  otherAgencyNamed: of<'reroute'>((_, { to, contact }) =>
    blank(to) || blank(contact)
      ? no('otherAgency', '请写明申请人应当向哪个机关提出，以及该机关的联系方式。', '第三十六条第（五）项')
      : undefined,
  ),
  severalParts: of<'split'>((_, { parts }) =>
    Number.isInteger(parts) && parts >= 2
      ? undefined
      : no('parts', '拆分后应当有两件以上。请逐件列明申请内容。'),
  ),
  otherKind: of<'correctApplicantKind'>((state, { applicant, reason }) =>
    applicant === state.applicant
      ? no('sameKind', '选的类别与现在登记的相同，没有更正。')
      : blank(reason)
        ? no('kindReason', '登记后更正申请人类别的，请写明原因。')
        : undefined,
  ),
  numbered: of<'register'>((_, { number }) =>
    blank(number) ? no('number', '登记编号不能为空。') : undefined,
  ),
  firstCorrection: (state) =>
    state.correction === null
      ? undefined
      : no(
          'correctionTwice',
          '补正只能一次性告知，本件已经告知过。仍不明确的，请按“补正后仍不明确”答复。',
          '第三十条',
        ),
  causesNamed: of<'askCorrection'>((_, { causes }) =>
    causes.length === 0 ? no('causes', '请一次性列明需要补正的全部事项。', '第三十条') : undefined,
  ),
  correctionWindow: of(correctionWindow),
  waitsForCorrection: (state) =>
    state.waitingFor === 'correction'
      ? undefined
      : no('notWaiting', '本件没有在等待补正。请核对后再登记。', '第三十条'),
  excused: of(excused),
  newRef: of(newRef),
  letterOut: of(letterOut),
  objectionWeighed: of(objectionWeighed),
  reasonsNotAsked: (state) =>
    state.explanation === null ? undefined : no('reasonsTwice', '已经要求申请人说明过理由。', '第三十五条'),
  reasonsAsked: (state) =>
    state.explanation !== null && state.explanation.givenOn === null
      ? undefined
      : no('reasonsNotAsked', '没有要求申请人说明理由，或者已经登记过。', '第三十五条'),
  reasonsTime: of(reasonsTime),
  weighedByAgency: of(weighedByAgency),
  reasonsUnweighed,
  reasonsReasonable: (state) =>
    state.explanation?.reasonable === true
      ? undefined
      : no('delay', '只有申请人说明的理由合理、又无法按期答复的，才能确定延迟答复的期限。', '第三十五条'),
  extensionLength: of<'consentExtension'>((_, { days, reason }) => {
    const { workdays } = deadlines.extensionAtMost;
    if (!Number.isInteger(days) || days < 1 || days > workdays)
      return no('extension', `延长的期限最长不得超过${workdays}个工作日。`, '第三十三条第二款');
    return blank(reason) ? no('extensionReason', '请写明需要延长的原因。', '第三十三条第二款') : undefined;
  }),
  headConsented: (state, { on }) =>
    state.extensionConsent === null || state.extensionConsent.on > on
      ? no('extensionConsent', '延长答复期限应当先经工作机构负责人同意，再告知申请人。', '第三十三条第二款')
      : undefined,
  feeRight: of<'noticeFee'>((_, { notice, on }) => checkFee(notice, on)),
  feeFits: of(checkFeeFits),
  withinPeriod,
  waitsForPayment: (state) =>
    state.waitingFor === 'payment'
      ? undefined
      : no('notWaiting', '本件没有在等待缴费。请核对后再登记。', '第四十二条'),
  paidInFull: of<'takePayment'>((state, { yuan }) =>
    yuan === state.fee?.yuan
      ? undefined
      : no('payment', `收费通知为${state.fee?.yuan}元，登记为${yuan}元。请核对缴款凭证。`, '第四十二条'),
  ),
  lapsed: (state, act, { table }) =>
    clockOf(state, act.on, table)?.state === 'abandoned'
      ? undefined
      : no('notLapsed', '申请人补正或者缴费的期限还没有届满，不能视为放弃。', '第三十条'),
  answerable: of<'draft'>((state, { draft, on }, { table }) => checkAnswerable(state, draft, on, table)),
  drafted: (state) =>
    state.draft === null ? no('noDraft', '还没有拟写答复。请先拟写。', '第三十六条') : undefined,
  answerComplete: (state, act, { table }) =>
    state.draft === null ? undefined : checkAnswer(state, state.draft, act.on, table),
  opinionsHeard,
  onTheSpot: of(onTheSpot),
  ownReview: of<'review'>((_, { kind }, { actor }) =>
    actor === (kind === 'legal' ? 'legalReviewer' : 'secrecyReviewer')
      ? undefined
      : no('reviewer', '合法性审查、保密审查由各自的审查人作出。', '第十七条'),
  ),
  reasonGiven: of<'return'>((_, { reason }) =>
    blank(reason) ? no('returnReason', '请写明退回的原因，便于承办人修改。') : undefined,
  ),
  notApproved: (state) => (state.approval === null ? undefined : no('approvedTwice', '本件已经审批。')),
  approved: of<'send'>((state, { root }) => {
    if (state.approval === null) return no('notApproved', '答复未经审批，不能发出。', '第四十五条');
    return state.approval.root === root
      ? undefined
      : no('changed', '答复书或者附件在审批后有改动，不能发出。请退回后重新审批。', '第四十五条');
  }),
  letterNumbered: of<'send'>((_, { number }) =>
    blank(number) ? no('letterNumber', '答复书还没有编发文字号。') : undefined,
  ),
  lawfulDelivery: of(lawfulDelivery),
  proofNamed: of<'proveDelivery'>((_, { proof }) =>
    blank(proof) ? no('proof', '请写明送达凭证（签收、交寄或者发送记录）。') : undefined,
  ),
  deliveryProven: (state) =>
    blank(state.letter?.proof)
      ? no('notProven', '还没有登记送达凭证，不能办结。请先登记签收、交寄或者发送记录。')
      : undefined,
  confirmedInWriting: of<'withdraw'>((_, { confirmation }) =>
    blank(confirmation)
      ? no('withdrawal', '撤回应当由申请人书面提出或者书面确认。请写明确认的方式。')
      : undefined,
  ),
  fileComplete: of<'archive'>((_, { pages }) =>
    Number.isInteger(pages) && pages >= 1
      ? undefined
      : no('file', '案卷为空，不能归档。请核对归档目录。', '第四十五条'),
  ),
  decisionNamed: of<'reopen'>((_, { decision }) =>
    blank(decision) ? no('decision', '请写明责令重新办理的复议决定书或者判决书的文号。') : undefined,
  ),
  recordProven: of<'correctRecord'>((_, { rectification }) => checkRectification(rectification)),
  disclosed: (state) =>
    state.answer === 'granted.provided' || state.answer === 'partial'
      ? undefined
      : no('notDisclosed', '本件没有公开信息，不能建议转为主动公开。', '第四十四条'),
  severalOrSuggested: of<'proposeDisclosure'>((_, { applicants, suggested }) =>
    suggested || applicants >= 2
      ? undefined
      : no('onlyOne', '多个申请人申请相同信息，或者申请人建议的，才转为主动公开。', '第四十四条'),
  ),
} satisfies Readonly<Record<string, Guard>>;

export type GuardName = keyof typeof guards;
