import { type Citation, cite } from './citation.ts';
import { type Dated, sinceTiaoli2019 } from './dated.ts';
import type { Certainty } from './instruments.ts';

export type IntakeChannel = 'counter' | 'oral' | 'signedPost' | 'ordinaryMail' | 'portal' | 'email' | 'fax';

/**
 * What fixes the day of receipt (第三十一条). `submitted`: handing over. `signed`: signing for it, in the mail room too.
 * `contacted`: confirmation with the applicant, due on the day of arrival. `confirmed`: confirmation by both sides.
 */
export type ReceiptBy = 'submitted' | 'signed' | 'contacted' | 'confirmed';

export interface ReceiptRule extends Dated {
  readonly channel: IntakeChannel;
  readonly name: string;
  readonly by: ReceiptBy;
}

const rule = (channel: IntakeChannel, name: string, by: ReceiptBy, item: string): ReceiptRule => ({
  channel,
  name,
  by,
  from: sinceTiaoli2019,
  to: null,
  basis: cite('tiaoli2019', `第三十一条第（${item}）项`),
  certainty: 'verified',
});

export const receiptRules: readonly ReceiptRule[] = [
  rule('counter', '当面提交', 'submitted', '一'),
  // 第二十九条第一款: the office fills the form in for somebody who cannot write; he stands before it.
  { ...rule('oral', '口头提出', 'submitted', '一'), certainty: 'inference' },
  rule('signedPost', '邮寄（挂号、特快等需签收）', 'signed', '二'),
  rule('ordinaryMail', '邮寄（平常信函）', 'contacted', '二'),
  rule('portal', '网上提交', 'confirmed', '三'),
  // The letter of 2015 named the day on which the mail system received it; 第三十一条 of 2019 prevails.
  { ...rule('email', '电子邮件', 'confirmed', '三'), certainty: 'inference' },
  rule('fax', '工作机构传真', 'confirmed', '三'),
];

/**
 * Some provinces take the success of the system for receipt; the earlier of both days harms nobody (inference).
 * An office may take the day of confirmation instead.
 */
export const onlineReceiptDefault: Dated & { readonly by: 'acknowledged' | 'confirmed' } = {
  by: 'acknowledged',
  from: sinceTiaoli2019,
  to: null,
  basis: cite('tiaoli2019', '第三十一条第（三）项'),
  certainty: 'inference',
};

export type CorrectionCauseId =
  | 'contentUnclear'
  | 'identityUnclear'
  | 'contactUnclear'
  | 'authorisationMissing'
  | 'formUnclear';

/** Why 补正 may be asked: 第三十条 speaks of unclear contents; the rest is local practice built on 第二十九条. */
export interface CorrectionCause {
  readonly id: CorrectionCauseId;
  readonly name: string;
  /** What the notice asks for. */
  readonly ask: string;
  readonly basis: Citation;
  readonly certainty: Certainty;
}

const cause = (
  id: CorrectionCauseId,
  name: string,
  ask: string,
  certainty: Certainty = 'inference',
): CorrectionCause => ({
  id,
  name,
  ask,
  basis: certainty === 'verified' ? cite('tiaoli2019', '第三十条') : cite('jiangsu2019', '补正情形'),
  certainty,
});

export const correctionCauses: readonly CorrectionCause[] = [
  cause(
    'contentUnclear',
    '申请内容不明确',
    '明确所申请政府信息的名称、文号或者便于查询的其他特征性描述',
    'verified',
  ),
  cause('identityUnclear', '身份证明缺失或者不清', '提供申请人有效身份证明的清晰复印件'),
  cause('contactUnclear', '联系方式缺失或者不清', '提供能够与申请人取得联系的联系方式'),
  cause(
    'authorisationMissing',
    '委托手续不全',
    '提供载明委托事项、权限和期限并经签名或者盖章的授权委托书，以及委托人和受托人的身份证明',
  ),
  cause('formUnclear', '形式要求不明确', '明确获取政府信息的方式、途径'),
];

/** 合理的补正期限: 第三十条 names no length; 15 working days is what offices use. */
export const correctionPeriodDefault: Dated & { readonly workdays: number } = {
  workdays: 15,
  from: sinceTiaoli2019,
  to: null,
  basis: cite('tiaoli2019', '第三十条'),
  certainty: 'inference',
};

/** When reasons must be in: 第三十五条 names no length, and the period of answer runs on meanwhile. Ours, a proposal. */
export const reasonsPeriodDefault: Dated & { readonly workdays: number } = {
  workdays: 7,
  from: sinceTiaoli2019,
  to: null,
  basis: cite('tiaoli2019', '第三十五条'),
  certainty: 'inference',
};

export type ProvisionForm = 'paper' | 'electronic' | 'inspection' | 'transcription';
export type ProvisionWay = 'post' | 'email' | 'portal' | 'pickUp' | 'onSite';

/** 第四十条: as the applicant asks and the information is held; inspection where the carrier would suffer. */
export const provisionForms: Readonly<Record<ProvisionForm, string>> = {
  paper: '纸质复印件',
  electronic: '电子数据',
  inspection: '查阅',
  transcription: '抄录',
};

export const provisionWays: Readonly<Record<ProvisionWay, string>> = {
  post: '邮寄',
  email: '电子邮件',
  portal: '网上下载',
  pickUp: '当面领取',
  onSite: '到指定场所办理',
};
