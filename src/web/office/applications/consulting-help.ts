import { cite } from '../../../law/citation.ts';
import type { Helps } from './field-help.ts';

const article = (words: string) => cite('tiaoli2019', words);
const third = article('第三十二条');
const maker = article('第三十四条');
const paused = article('第三十三条第三款');
const extension = article('第三十三条第二款');
const often = article('第三十五条');
const fee = article('第四十二条第一款');

const party = {
  party: { hint: '写全称，函件抬头照此打印。' },
  address: { hint: '邮寄、电子邮件送达的，写通信地址或者邮箱；加密保存。' },
  contact: { hint: '便于催办；加密保存。' },
  method: {
    hint: '以后告知对方的文书也照此送达；邮寄只能交邮政企业。',
    basis: cite('service2016', '第四部分'),
  },
  information: {},
  reason: { hint: '照此写进函里，例如公开后可能影响什么。' },
} as const;

/** What is asked where others are heard, more time is taken, or a fee is due. */
export const consultingHelp: Helps = {
  'application.askThirdParty': {
    ...party,
    on: { hint: '自这一天起期限中止，直到收到意见。', basis: paused },
    addressed: { hint: '函件对个人称“您”，对单位称“你单位”。', basis: article('第十五条') },
    party: { hint: '个人写姓名，单位写全称；函件抬头照此打印。' },
    reason: { hint: '写进给对方的函：公开会损害对方什么权益。', basis: third },
  },
  'application.askMaker': {
    ...party,
    on: { hint: '自这一天起期限中止，直到收到意见。', basis: paused },
    party: { hint: '和本机关一起制作这份信息的机关，写全称。', basis: maker },
  },
  'application.askAgency': {
    ...party,
    on: { hint: '自这一天起期限中止，直到收到回复，最多15个工作日。', basis: paused },
    until: { hint: '写在函里，到期前列入工作台；不填的为15个工作日。', basis: paused },
    reason: { hint: '写明请对方查什么、核对什么。', basis: article('第十一条第一款') },
  },
  'application.recordOpinionReceipt': {
    on: { hint: '照送达回证填写；对方的15个工作日从次日起算。', basis: third },
    ref: { hint: '发出后还没有登记收到的函件。' },
  },
  'application.takeOpinion': {
    on: { hint: '收到意见后，答复期限接着计算。', basis: paused },
    ref: { hint: '还没有收到意见的函件。' },
    view: { hint: '第三方逾期未提出意见的，由本机关依法决定是否公开。', basis: third },
    reply: { hint: '照原话摘要，答复和复议时要用；加密保存。' },
    reasonable: {
      hint: '不同意且有合理理由的，不予公开；对公共利益有重大影响的，可以决定公开。',
      basis: third,
    },
  },
  'application.askReasons': {
    on: { hint: '要求说明理由不中止期限。', basis: often },
    reason: { hint: '照此写进告知书：数量、频次，例如三个月内申请多少件。', basis: often },
    due: { hint: '条例没有规定多长；过了这一天没有说明的，才可以据此不予处理。', basis: often },
  },
  'application.takeReasons': {
    text: { hint: '照申请人的原话摘要。', basis: often },
    reasonable: {
      hint: '不合理的，告知不予处理；合理但无法按期答复的，可以确定延迟答复的期限。',
      basis: often,
    },
  },
  'application.weighReasons': {
    reasonable: {
      hint: '不合理的，告知不予处理；合理但无法按期答复的，可以确定延迟答复的期限。',
      basis: often,
    },
    opinion: { hint: '写进案卷，复议和诉讼时要用。' },
  },
  'application.delay': {
    on: { hint: '告知申请人的那一天。', basis: often },
    due: { hint: '按工作量确定一个合理的日期。', basis: often },
    reason: { hint: '写进给申请人的告知书。', basis: often },
  },
  'application.consentExtension': {
    on: { hint: '负责人同意的那一天，应当在答复期限届满前。', basis: extension },
    days: { hint: '最长20个工作日。', basis: extension },
    reason: { hint: '写明为什么20个工作日内答复不了。', basis: extension },
  },
  'application.extend': {
    on: { hint: '应当在答复期限届满前告知。', basis: extension },
    reason: { hint: '照此写进延期答复告知书。', basis: extension },
  },
  'application.noticeFee': {
    on: { hint: '从申请人收到通知的次日起20个工作日内缴费。', basis: cite('fee2020', '第六条') },
    tariff: { hint: '两种只能选一种，不能同时计收。', basis: fee },
    quantity: { hint: '按件的填本件含几件，按量的填几页。' },
    yuan: { basis: fee },
    because: {
      hint: '页数与拟稿不一致，或者拟稿不提供信息而仍要按量计收的，写明原因。',
      basis: cite('fee2020', '第五条'),
    },
  },
  'application.recordFeeNoticeReceipt': {
    on: { hint: '照送达凭证填写；缴费期限从次日起算。', basis: cite('fee2020', '第六条') },
  },
  'application.takePayment': {
    on: { hint: '缴费后，答复期限重新计算。', basis: cite('fee2020', '第六条') },
    yuan: { hint: '与票据一致。' },
    voucher: { hint: '照财政票据填写，便于核对。' },
  },
};
