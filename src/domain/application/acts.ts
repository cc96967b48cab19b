import type { ApplicantKind } from '../../law/applicants.ts';
import type { DeliveryMethod, PostalCarrier } from '../../law/delivery.ts';
import type { CorrectionCauseId, ProvisionForm } from '../../law/intake.ts';
import type { Day } from '../workday/index.ts';
import type { AgencyTerm } from './agency-reply.ts';
import type { AnswerDraft } from './answer-draft.ts';
import type { OrderedDay } from './case.ts';
import type { FeeNotice } from './fees.ts';
import type { ReceiptFacts } from './receipt.ts';
import type { RecordRectification } from './rectification.ts';

type None = Readonly<Record<never, never>>;
interface Letter {
  /** Tells several letters of one kind apart. */
  readonly ref: string;
}

/** What each act brings with it. */
export interface ActFacts {
  /** `arrivedOn`: of ordinary mail, entered before the applicant was reached. */
  readonly submit: { readonly arrivedOn?: Day };
  /** Somebody tried to reach the applicant, and did not; `way`: how, and why not. */
  readonly tryContact: { readonly way: string };
  readonly receive: ReceiptFacts;
  /** The application is addressed to another agency; whom to turn to. */
  readonly reroute: { readonly to: string; readonly contact: string };
  readonly split: { readonly parts: number };
  /** `applicant`: the class as the office finds it, where the applicant chose another. */
  readonly register: { readonly number: string; readonly applicant?: ApplicantKind };
  readonly correctApplicantKind: { readonly applicant: ApplicantKind; readonly reason: string };
  readonly askCorrection: {
    readonly causes: readonly CorrectionCauseId[];
    readonly due: Day;
    /** Why the notice goes out after the 7th working day. */
    readonly lateBecause?: string;
  };
  /** `excuse`: 正当理由 of a return after its day. */
  readonly takeCorrection: { readonly excuse?: string };
  readonly assign: { readonly unit: string; readonly until: Day | null };
  readonly askThirdParty: Letter;
  readonly askMaker: Letter;
  readonly askAgency: Letter & AgencyTerm;
  readonly recordOpinionReceipt: Letter;
  readonly takeOpinion: Letter & {
    readonly view: 'agrees' | 'objects' | 'none';
    readonly reasonable?: boolean;
  };
  readonly askReasons: { readonly due: Day };
  /** The applicant gives them; whether they are reasonable the agency says, at once or later. */
  readonly takeReasons: { readonly reasonable?: boolean };
  readonly weighReasons: { readonly reasonable: boolean };
  readonly delay: { readonly due: Day };
  readonly consentExtension: { readonly days: number; readonly reason: string };
  readonly extend: None;
  /** `form`: in which the applicant wants it. `because`: why the notice departs from what was drafted. */
  readonly noticeFee: {
    readonly notice: FeeNotice;
    readonly form?: ProvisionForm;
    readonly because?: string;
  };
  readonly recordFeeNoticeReceipt: None;
  readonly takePayment: { readonly yuan: number };
  readonly draft: { readonly draft: AnswerDraft };
  /** Given over the counter, to whom; `cleared`: whoever gives it made sure that it may be given (第十七条). */
  readonly answerOnSpot: {
    readonly draft: AnswerDraft;
    readonly handedTo: string;
    readonly cleared: boolean;
  };
  readonly submitForReview: None;
  readonly review: { readonly kind: 'legal' | 'secrecy' };
  readonly return: { readonly reason: string };
  /** `root`: signed hash over what the applicant will read (text and every attachment). */
  readonly approve: { readonly root: string };
  readonly send: {
    readonly number: string;
    readonly root: string;
    readonly method: DeliveryMethod;
    readonly carrier?: PostalCarrier;
    readonly proof?: string;
  };
  readonly proveDelivery: { readonly proof: string };
  readonly close: None;
  readonly giveUp: None;
  /** `confirmation`: how the applicant confirmed it in writing. */
  readonly withdraw: { readonly confirmation: string };
  readonly archive: { readonly pages: number };
  /** `decision`: number of the decision or judgment that orders a new answer. `ordered`: by when, where it says so. */
  readonly reopen: { readonly decision: string; readonly ordered?: OrderedDay };
  readonly correctRecord: { readonly rectification: RecordRectification };
  readonly proposeDisclosure: { readonly applicants: number; readonly suggested: boolean };
}

export type ActType = keyof ActFacts;
/** Something somebody does, on the legal day on which it happens. */
export type Act<T extends ActType = ActType> = {
  readonly [K in T]: { readonly type: K; readonly on: Day } & ActFacts[K];
}[T];

export const actNames: Readonly<Record<ActType, string>> = {
  submit: '提交申请',
  tryContact: '登记未联系上',
  receive: '确认收到',
  reroute: '告知向其他机关提出',
  split: '拆分（一事一申请）',
  register: '登记',
  correctApplicantKind: '更正申请人类别',
  askCorrection: '告知补正',
  takeCorrection: '收到补正',
  assign: '转办',
  askThirdParty: '征求第三方意见',
  askMaker: '征求共同制作机关意见',
  askAgency: '请其他机关协查',
  recordOpinionReceipt: '登记对方收到征求意见书',
  takeOpinion: '登记反馈意见',
  askReasons: '要求说明理由',
  takeReasons: '收到说明的理由',
  weighReasons: '判断理由是否合理',
  delay: '告知延迟答复期限',
  consentExtension: '负责人同意延期',
  extend: '告知延期答复',
  noticeFee: '发出收费通知',
  recordFeeNoticeReceipt: '登记申请人收到收费通知',
  takePayment: '收到缴费',
  draft: '拟写答复',
  answerOnSpot: '当场答复',
  submitForReview: '提交审查',
  review: '审查通过',
  return: '退回',
  approve: '审批',
  send: '发出答复',
  proveDelivery: '登记送达凭证',
  close: '办结',
  giveUp: '不再处理',
  withdraw: '撤回',
  archive: '归档',
  reopen: '重新办理',
  correctRecord: '更正信息记录',
  proposeDisclosure: '建议转为主动公开',
};
