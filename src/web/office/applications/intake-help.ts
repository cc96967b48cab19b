import { cite } from '../../../law/citation.ts';
import type { Helps } from './field-help.ts';

const article = (words: string) => cite('tiaoli2019', words);
const handed = article('第三十一条第（一）项');
const posted = article('第三十一条第（二）项');
const online = article('第三十一条第（三）项');
const provision = article('第二十九条第二款第（三）项');
const correction = article('第三十条');

const receipt = {
  handedOn: { hint: '当面提交的，提交之日就是收到之日。', basis: handed },
  // 寄给其他科室: periods2015 第一部分.
  signedOn: {
    hint: '签收之日就是收到之日，期限从次日起算。寄给其他科室或者个人的，填工作机构确实收到之日。',
    basis: posted,
  },
  arrivedOn: { hint: '信函送到本机关的那一天，应当在当天与申请人确认。', basis: posted },
  contactedOn: { hint: '平常信函以确认之日为收到之日。', basis: posted },
  contact: { basis: posted },
  acknowledgedOn: { hint: '系统回执、邮箱或者传真机上的日期。', basis: online },
  confirmedOn: { basis: online },
} as const;

/** CNT-5 of our reading: the class is the client's, not his lawyer's. */
const kindHint =
  '表三按这一项分栏，登记时定下。律师代委托人申请的，选委托人的类别；律师事务所以自己名义申请的，选法律服务机构。';

/** What is asked on the way in, and out again without an answer. */
export const intakeHelp: Helps = {
  // The headings of its groups name the article of all that stands under them.
  'application.enter': {
    ...receipt,
    submittedOn: { hint: '申请人当面交来、寄出或者发出的那一天，照信封、邮件上的日期填写。' },
    triedOn: { hint: '没有联系上的填写。应当在信函到达当日联系。', basis: posted },
    tried: { hint: '没有联系上的填写，例如：电话无人接听。点“没有联系上，先录入”。', basis: posted },
    'applicant.kind': { hint: '表三按这一项分栏；律师代委托人申请的，选委托人的类别。' },
    'applicant.name': { hint: '照身份证明填写全称；申请表上没有写的不填。加密保存，列表里只显示一部分。' },
    identityType: { hint: '申请人交来的是哪一种。' },
    'applicant.identity': { hint: '照证件填写；没有提供的不填，以后一次告知补正。' },
    'agent.name': { hint: '照授权委托书填写。' },
    'agent.phone': { hint: '以后联系时用。' },
    'agent.identityType': { hint: '代理人交来的是哪一种。' },
    'agent.identity': { hint: '照代理人的证件填写。' },
    'agent.authorised': { hint: '缺一样就不勾，登记后一次性告知补正。' },
    contactPerson: { hint: '单位申请的填写，便于联系。' },
    'contact.phone': { hint: '电话、邮箱、地址至少一项，文书按它送达。' },
    'contact.email': { hint: '要求电子邮件答复的，文书发到这里。' },
    'contact.address': { hint: '要求邮寄的，写到门牌号，并写邮编。' },
    'items.name': { hint: '照申请表原文填写。' },
    'items.documentNumber': { hint: '申请人知道文号的填写，便于检索。' },
    form: { hint: '申请人要纸质件还是电子件；没有写的可以不选。', basis: provision },
    way: { hint: '申请人要怎样拿到；按这一项选择送达方式。', basis: provision },
    tells: { hint: '申请人同意才勾选；邮件只写进展，不写内容。' },
    needsHelp: { hint: '勾选后提醒经办人提供必要的帮助。', basis: article('第四十三条') },
    receiptLetter: { hint: '登记后生成回执，写明编号和收到之日。' },
  },
  'application.receive': {
    ...receipt,
    on: { hint: '登记可以晚于收到；期限仍从收到之日的次日起算。', basis: article('第三十三条第二款') },
  },
  'application.tryContact': {
    on: { hint: '应当在信函到达当日联系。', basis: posted },
    way: { hint: '例如：电话无人接听；信上没有留电话。加密保存。', basis: posted },
  },
  'application.correctApplicantKind': {
    applicant: { hint: kindHint },
    reason: { hint: '例如：委托人是公司，误登记为法律服务机构。写入办理记录。' },
  },
  'application.register': {
    applicant: { hint: kindHint },
    receipt: { hint: '勾选后生成回执，写明编号和收到之日。' },
  },
  'application.split': {
    parts: { hint: '一行一件，各有编号、期限和答复，各计入表三。' },
  },
  'application.reroute': {
    to: { hint: '写全称，告知书照此写明。' },
    contact: { hint: '地址或者电话，让申请人找得到。' },
  },
  'application.askCorrection': {
    on: { hint: '应当在收到申请之日起7个工作日内发出。', basis: correction },
    causes: { hint: '缺什么勾什么，只能告知一次。', basis: correction },
    explanation: { hint: '照此写进告知书：原文哪里不清楚、怎样补充，给予指导和释明。', basis: correction },
    due: { hint: '条例只要求“合理”；过了这一天没有补正又无正当理由的，视为放弃申请。', basis: correction },
    lateBecause: { basis: correction },
  },
  'application.takeCorrection': {
    on: { hint: '答复期限从收到补正起重新计算。', basis: correction },
    'applicant.name': { hint: '照补来的身份证明填写；没有补的不填，以前的不变。', basis: correction },
    identityType: { hint: '补来的是哪一种。' },
    'applicant.identity': { hint: '照补来的证件填写；没有补的不填。' },
    'contact.phone': { hint: '补来的填写，没有补的不填。' },
    'contact.email': { hint: '补来的填写，没有补的不填。' },
    'contact.address': { hint: '补来的填写，没有补的不填。' },
    form: { hint: '申请人补充写明的；没有写明的不选。' },
    way: { hint: '申请人补充写明的；没有写明的不选。' },
    text: { hint: '照申请人补正的原文填写。', basis: correction },
    excuse: { hint: '过了补正期限才补正的填写；有正当理由的继续办理。', basis: correction },
  },
  'application.assign': {
    unit: { hint: '实际查找、提供信息的科室、站所。' },
    holderId: { hint: '选定后，待办出现在此人的工作台；不选的仍由您经办。' },
    until: { hint: '只是内部约定，法定期限不变；到期会提醒。' },
  },
  'application.archive': {
    pages: { hint: '正文和附件合计，写入案卷封面。', basis: article('第四十五条') },
  },
};
