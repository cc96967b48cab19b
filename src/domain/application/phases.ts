import { type Citation, cite } from '../../law/citation.ts';
import type { ActType } from './acts.ts';
import type { GuardName } from './guards.ts';

/**
 * Where an application stands. Consulting, extended and delayed are facts of the clock beside the phase; `waiting` is
 * for the applicant, who owes 补正 or payment, and `waitingFor` says which.
 */
export const phases = [
  'draft',
  'submitted',
  'received',
  'inReview',
  'waiting',
  'drafting',
  'reviewing',
  'approving',
  'sent',
  'closed',
  'archived',
  'withdrawn',
  'abandoned',
  'rerouted',
] as const;
export type Phase = (typeof phases)[number];

export const phaseNames: Readonly<Record<Phase, string>> = {
  draft: '填写中',
  submitted: '已提交',
  received: '已收到',
  inReview: '审核',
  waiting: '等待申请人',
  drafting: '承办拟稿',
  reviewing: '审查',
  approving: '审批',
  sent: '已答复',
  closed: '已办结',
  archived: '已归档',
  withdrawn: '已撤回',
  abandoned: '视为放弃',
  rerouted: '已指引',
};

/** Who does it. A role of the office may hold several. */
export type Actor =
  | 'applicant'
  | 'clerk'
  | 'handler'
  | 'head'
  | 'legalReviewer'
  | 'secrecyReviewer'
  | 'leader';

export const actorNames: Readonly<Record<Actor, string>> = {
  applicant: '申请人',
  clerk: '工作机构经办人',
  handler: '承办人',
  head: '工作机构负责人',
  legalReviewer: '合法性审查人',
  secrecyReviewer: '保密审查人',
  leader: '分管领导',
};

/** What tells two rows of one act and phase apart. */
export type Condition = 'reviewOutstanding' | 'lastReview';

/** An edge: whoever may, does the act in one of the phases and, when every guard lets him, the case stands in `to`. */
export interface Transition {
  readonly act: ActType;
  readonly from: readonly Phase[];
  /** Null: the phase stays. */
  readonly to: Phase | null;
  readonly when: Condition | null;
  readonly guards: readonly GuardName[];
  /** Rule of the lawful core, WF-01 to WF-16; null where the office alone orders it. */
  readonly core: string | null;
  readonly basis: Citation | null;
  readonly who: readonly Actor[];
}

interface More {
  readonly when?: Condition;
  readonly core?: string;
  readonly article?: string;
  readonly basis?: Citation;
}

const row = (
  act: ActType,
  from: readonly Phase[],
  to: Phase | null,
  who: readonly Actor[],
  guards: readonly GuardName[] = [],
  { when, core, article, basis }: More = {},
): Transition => ({
  act,
  from,
  to,
  who,
  guards,
  when: when ?? null,
  core: core ?? null,
  basis: basis ?? (article === undefined ? null : cite('tiaoli2019', article)),
});

const office: readonly Actor[] = ['clerk', 'handler'];
/** Work goes on while others are asked. */
const atWork: readonly Phase[] = ['inReview', 'drafting'];
/** Extension and fee notice are possible from any phase before approval. */
const beforeApproval: readonly Phase[] = ['inReview', 'drafting', 'reviewing'];
const answered: readonly Phase[] = ['sent', 'closed', 'archived'];
const open: readonly Phase[] = [
  'submitted',
  'received',
  'inReview',
  'waiting',
  'drafting',
  'reviewing',
  'approving',
];
/** Not while its letter lies with reviewers or the approver: it may address a person as a unit. */
const registered: readonly Phase[] = [
  'inReview',
  'waiting',
  'drafting',
  ...answered,
  'withdrawn',
  'abandoned',
];
const restructuring = cite('restructuring2019', '全文');
const feeRules = cite('fee2020', '第六条');

/** The whole of it: what is not in this table is not done. */
export const transitions: readonly Transition[] = [
  row('submit', ['draft'], 'submitted', ['applicant', 'clerk'], ['arrivalDay'], {
    article: '第二十九条',
  }),
  row('tryContact', ['submitted'], null, ['clerk'], ['contactTried'], { article: '第三十一条第（二）项' }),
  row('receive', ['submitted'], 'received', ['clerk'], ['receiptDay', 'contactFits'], {
    core: 'WF-01',
    article: '第三十一条',
  }),
  row('reroute', ['submitted', 'received'], 'rerouted', ['clerk'], ['otherAgencyNamed'], {
    core: 'WF-14',
    basis: restructuring,
  }),
  row('split', ['received'], null, ['clerk'], ['severalParts'], { article: '第四十五条' }),
  row('register', ['received'], 'inReview', ['clerk'], ['numbered'], { article: '第四十五条' }),
  row('correctApplicantKind', registered, null, ['clerk'], ['otherKind'], {
    basis: cite('form2021', '表三“申请人情况”各栏'),
  }),
  row(
    'askCorrection',
    ['inReview'],
    'waiting',
    ['clerk'],
    ['firstCorrection', 'causesNamed', 'correctionWindow'],
    { core: 'WF-02', article: '第三十条' },
  ),
  row('takeCorrection', ['waiting'], 'inReview', ['applicant', 'clerk'], ['waitsForCorrection', 'excused'], {
    core: 'WF-03',
    article: '第三十条',
  }),
  row('assign', atWork, 'drafting', ['clerk'], [], { article: '第四十五条' }),
  row('askThirdParty', atWork, null, office, ['newRef'], { core: 'WF-06', article: '第三十二条' }),
  row('askMaker', atWork, null, office, ['newRef'], { core: 'WF-06', article: '第三十四条' }),
  row('askAgency', atWork, null, office, ['newRef'], { core: 'WF-06', article: '第三十三条第三款' }),
  row('recordOpinionReceipt', atWork, null, office, ['letterOut'], { article: '第三十二条' }),
  row('takeOpinion', atWork, null, office, ['letterOut', 'objectionWeighed'], {
    core: 'WF-07',
    article: '第三十二条',
  }),
  row('askReasons', atWork, null, ['clerk'], ['reasonsNotAsked', 'reasonsTime'], { article: '第三十五条' }),
  row('takeReasons', atWork, null, ['clerk', 'applicant'], ['reasonsAsked', 'weighedByAgency'], {
    article: '第三十五条',
  }),
  row('weighReasons', atWork, null, ['clerk'], ['reasonsUnweighed'], { article: '第三十五条' }),
  row('delay', atWork, null, ['clerk'], ['reasonsReasonable'], { article: '第三十五条' }),
  row('consentExtension', beforeApproval, null, ['head'], ['extensionLength'], {
    core: 'WF-08',
    article: '第三十三条第二款',
  }),
  row('extend', beforeApproval, null, ['clerk'], ['headConsented'], {
    core: 'WF-08',
    article: '第三十三条第二款',
  }),
  row('noticeFee', beforeApproval, 'waiting', ['clerk'], ['feeRight', 'feeFits', 'withinPeriod'], {
    core: 'WF-09',
    article: '第四十二条',
  }),
  row('recordFeeNoticeReceipt', ['waiting'], null, ['clerk'], ['waitsForPayment'], { basis: feeRules }),
  row('takePayment', ['waiting'], 'drafting', ['clerk'], ['waitsForPayment', 'paidInFull'], {
    core: 'WF-10',
    basis: feeRules,
  }),
  row('giveUp', ['waiting'], 'abandoned', ['clerk'], ['lapsed'], {
    core: 'WF-04 WF-11',
    article: '第三十条',
  }),
  row('draft', atWork, 'drafting', office, ['answerable'], { core: 'WF-05 WF-13', article: '第三十六条' }),
  row('answerOnSpot', ['inReview'], 'closed', ['clerk'], ['onTheSpot', 'opinionsHeard'], {
    article: '第三十三条第一款',
  }),
  row('submitForReview', ['drafting'], 'reviewing', office, ['drafted', 'answerComplete', 'opinionsHeard'], {
    core: 'WF-07',
    article: '第十七条',
  }),
  row('review', ['reviewing'], null, ['legalReviewer', 'secrecyReviewer'], ['ownReview'], {
    when: 'reviewOutstanding',
    article: '第十七条',
  }),
  row('review', ['reviewing'], 'approving', ['legalReviewer', 'secrecyReviewer'], ['ownReview'], {
    when: 'lastReview',
    article: '第十七条',
  }),
  row(
    'return',
    ['reviewing', 'approving'],
    'drafting',
    ['legalReviewer', 'secrecyReviewer', 'leader'],
    ['reasonGiven'],
  ),
  row('approve', ['approving'], null, ['leader'], ['notApproved'], { article: '第四十五条' }),
  row('send', ['approving'], 'sent', ['clerk'], ['approved', 'letterNumbered', 'lawfulDelivery'], {
    article: '第三十三条',
  }),
  row('proveDelivery', ['sent'], null, ['clerk'], ['proofNamed'], { basis: cite('service2016', '第四部分') }),
  row('close', ['sent'], 'closed', ['clerk'], ['deliveryProven'], { article: '第四十五条' }),
  row('withdraw', open, 'withdrawn', ['applicant', 'clerk'], ['confirmedInWriting'], { core: 'WF-12' }),
  row('archive', ['closed', 'withdrawn', 'abandoned', 'rerouted'], 'archived', ['clerk'], ['fileComplete'], {
    article: '第四十五条',
  }),
  row('reopen', answered, null, ['clerk'], ['decisionNamed'], {
    core: 'WF-15',
    basis: cite('fuyifa2023', '第七十七条第一款'),
  }),
  row('correctRecord', answered, null, ['clerk'], ['recordProven'], { article: '第四十一条' }),
  row('proposeDisclosure', answered, null, ['clerk', 'applicant'], ['disclosed', 'severalOrSuggested'], {
    core: 'WF-16',
    article: '第四十四条',
  }),
];
