import { partyMethods } from '../../../app/applications/asking.ts';
import { askAgency } from '../../../app/commands/applications/ask-agency.ts';
import { askMaker } from '../../../app/commands/applications/ask-maker.ts';
import { askReasons } from '../../../app/commands/applications/ask-reasons.ts';
import { askThirdParty } from '../../../app/commands/applications/ask-third-party.ts';
import { consentExtension } from '../../../app/commands/applications/consent-extension.ts';
import { delayAnswer } from '../../../app/commands/applications/delay-answer.ts';
import { extendAnswer } from '../../../app/commands/applications/extend-answer.ts';
import { noticeFee } from '../../../app/commands/applications/notice-fee.ts';
import { recordFeeNoticeReceipt } from '../../../app/commands/applications/record-fee-notice-receipt.ts';
import { recordOpinionReceipt } from '../../../app/commands/applications/record-opinion-receipt.ts';
import { takeOpinion } from '../../../app/commands/applications/take-opinion.ts';
import { takePayment } from '../../../app/commands/applications/take-payment.ts';
import { takeReasons } from '../../../app/commands/applications/take-reasons.ts';
import { weighReasons } from '../../../app/commands/applications/weigh-reasons.ts';
import type { CaseSheet } from '../../../app/queries/applications/case-sheet.ts';
import { deadlines } from '../../../law/deadlines.ts';
import { deliveryRules } from '../../../law/delivery.ts';
import { reasonsPeriodDefault } from '../../../law/intake.ts';
import type { Sent } from '../page.ts';
import type { ActDef } from './act-defs.ts';
import { feeFields } from './fee-fields.ts';
import { type FieldDef, number, orNull, text, workdaysFrom, yesNo } from './field-defs.ts';

const method: FieldDef = {
  kind: 'radio',
  name: 'method',
  label: '送达方式',
  need: true,
  options: partyMethods.map((value) => ({ value, label: deliveryRules[value].name })),
};
/** A person or an organisation: 商业秘密 is mostly an organisation's, 个人隐私 a person's (第十五条). */
const addressed: FieldDef = {
  kind: 'radio',
  name: 'addressed',
  label: '第三方是',
  need: true,
  options: [
    { value: 'person', label: '个人' },
    { value: 'unit', label: '单位' },
  ],
};

const partyFields = (whom: string): readonly FieldDef[] => [
  { kind: 'text', name: 'party', label: whom, need: true },
  { kind: 'text', name: 'address', label: '地址', need: false },
  { kind: 'text', name: 'contact', label: '联系人和电话', need: false },
  method,
  {
    kind: 'area',
    name: 'information',
    label: '征求意见的内容',
    need: true,
    hint: '只写对方需要知道的，不写申请人是谁。',
  },
  { kind: 'area', name: 'reason', label: '为什么征求意见', need: false },
];
const partyOf = (sent: Sent) => ({
  party: text(sent, 'party'),
  address: text(sent, 'address'),
  contact: text(sent, 'contact'),
  method: text(sent, 'method') as never,
  information: text(sent, 'information'),
  reason: text(sent, 'reason'),
});

const letters = (sheet: CaseSheet, waiting: (one: CaseSheet['opinions'][number]) => boolean): FieldDef => ({
  kind: 'select',
  name: 'ref',
  label: '哪一份函',
  need: true,
  options: sheet.opinions
    .filter(waiting)
    .map(({ ref, party }) => ({ value: ref, label: `${ref}（${party.name}）` })),
});

const yes = (name: string, label: string, hint?: string): FieldDef => ({
  kind: 'radio',
  name,
  label,
  options: [
    { value: 'yes', label: '合理' },
    { value: 'no', label: '不合理' },
  ],
  ...(hint === undefined ? {} : { hint }),
});

/** Asking others, more time, and fees. */
export const consultingActs: readonly ActDef[] = [
  {
    act: 'application.askThirdParty',
    path: 'third-party',
    lead: '公开可能损害第三方合法权益的，书面征求意见。自发出之日起期限中止，对方自收到之日起15个工作日内答复。',
    dayLabel: '征求意见书发出之日',
    fields: () => [addressed, ...partyFields('第三方姓名或者名称')],
    perform: (context, base, sent) =>
      askThirdParty(context, {
        ...base,
        ...partyOf(sent),
        addressed: text(sent, 'addressed') as never,
      }),
  },
  {
    act: 'application.askMaker',
    path: 'maker',
    lead: '信息由几个机关共同制作的，征求其他机关意见。对方15个工作日内不提出意见，视为同意公开。',
    dayLabel: '征求意见书发出之日',
    fields: () => partyFields('共同制作机关'),
    perform: (context, base, sent) => askMaker(context, { ...base, ...partyOf(sent) }),
  },
  {
    act: 'application.askAgency',
    path: 'agency',
    lead: '需要其他机关协查的，发协办函。征求意见所需时间不计入答复期限；对方一直不回复的，最多扣除15个工作日，此后继续计算。',
    dayLabel: '协办函发出之日',
    fields: () => [
      // The letter to another agency says why it asks.
      ...partyFields('协办机关').map((field) => (field.name === 'reason' ? { ...field, need: true } : field)),
      { kind: 'date', name: 'until', label: '请对方在哪天前回复', need: false },
    ],
    perform: (context, base, sent) =>
      askAgency(context, { ...base, ...partyOf(sent), until: orNull(sent, 'until') }),
  },
  {
    act: 'application.recordOpinionReceipt',
    path: 'opinion-received',
    lead: '登记对方收到征求意见书之日，15个工作日从次日起算。',
    dayLabel: '对方收到之日',
    fields: (sheet) => [letters(sheet, ({ view, received_on }) => view === null && received_on === null)],
    perform: (context, base, sent) => recordOpinionReceipt(context, { ...base, ref: text(sent, 'ref') }),
  },
  {
    act: 'application.takeOpinion',
    path: 'opinion',
    lead: '登记对方的意见。第三方不同意公开的，由本机关判断理由是否合理。',
    dayLabel: '收到意见之日',
    fields: (sheet) => [
      letters(sheet, ({ view }) => view === null),
      {
        kind: 'radio',
        name: 'view',
        label: '对方的意见',
        need: true,
        options: [
          { value: 'agrees', label: '同意公开' },
          { value: 'objects', label: '不同意公开' },
          { value: 'none', label: '其他机关不再回复' },
        ],
      },
      { kind: 'area', name: 'reply', label: '对方的理由和原话', need: false },
      yes('reasonable', '不同意的理由是否合理', '对方不同意公开时填写。'),
    ],
    perform: (context, base, sent) =>
      takeOpinion(context, {
        ...base,
        ref: text(sent, 'ref'),
        view: text(sent, 'view') as never,
        reasonable: yesNo(sent, 'reasonable'),
        reply: text(sent, 'reply'),
      }),
  },
  {
    act: 'application.askReasons',
    path: 'reasons',
    lead: '申请的数量、频次明显超过合理范围的，可以要求说明理由。期限不因此中止。',
    dayLabel: '说明理由告知书发出之日',
    fields: (_, today, calendar) => [
      { kind: 'area', name: 'reason', label: '为什么认为超过合理范围', need: true },
      {
        kind: 'date',
        name: 'due',
        label: '请申请人在哪天前说明',
        need: true,
        value: workdaysFrom(today, reasonsPeriodDefault.workdays, calendar),
      },
    ],
    perform: (context, base, sent) =>
      askReasons(context, { ...base, due: text(sent, 'due'), reason: text(sent, 'reason') }),
  },
  {
    act: 'application.takeReasons',
    path: 'reasons-given',
    lead: '登记申请人说明的理由，并判断是否合理；一时不能判断的，可以以后再判断。不合理的，可以不予处理。',
    dayLabel: '收到说明之日',
    fields: () => [
      { kind: 'area', name: 'text', label: '申请人说明的理由', need: true },
      yes('reasonable', '理由是否合理'),
    ],
    perform: (context, base, sent) =>
      takeReasons(context, {
        ...base,
        reasonable: yesNo(sent, 'reasonable'),
        text: text(sent, 'text'),
      }),
  },
  {
    act: 'application.weighReasons',
    path: 'reasons-weighed',
    lead: '申请人已说明理由。理由合理的，照常办理；不合理的，可以不予处理。',
    dayLabel: '判断之日',
    fields: () => [
      yes('reasonable', '理由是否合理'),
      { kind: 'area', name: 'opinion', label: '判断的理由', need: false },
    ],
    perform: (context, base, sent) =>
      weighReasons(context, {
        ...base,
        reasonable: yesNo(sent, 'reasonable') as never,
        opinion: text(sent, 'opinion'),
      }),
  },
  {
    act: 'application.delay',
    path: 'delay',
    lead: '理由合理但无法按期答复的，确定延迟答复的合理期限并告知申请人。',
    dayLabel: '告知之日',
    fields: () => [
      { kind: 'date', name: 'due', label: '延迟到哪一天', need: true },
      { kind: 'area', name: 'reason', label: '为什么无法按期答复', need: true },
    ],
    perform: (context, base, sent) =>
      delayAnswer(context, { ...base, due: text(sent, 'due'), reason: text(sent, 'reason') }),
  },
  {
    act: 'application.consentExtension',
    path: 'consent',
    lead: `需要延长答复期限的，应当经政府信息公开工作机构负责人同意，最长${deadlines.extensionAtMost.workdays}个工作日。`,
    fields: () => [
      { kind: 'number', name: 'days', label: '延长', need: true, unit: '个工作日', value: '20' },
      { kind: 'area', name: 'reason', label: '延长的原因', need: true },
    ],
    perform: (context, base, sent) =>
      consentExtension(context, { ...base, days: number(sent, 'days'), reason: text(sent, 'reason') }),
  },
  {
    act: 'application.extend',
    path: 'extend',
    lead: '负责人已同意延期。请在期限届满前告知申请人。',
    dayLabel: '延期答复告知书发出之日',
    fields: () => [{ kind: 'area', name: 'reason', label: '告知申请人的原因', need: true }],
    perform: (context, base, sent) => extendAnswer(context, { ...base, reason: text(sent, 'reason') }),
  },
  {
    act: 'application.noticeFee',
    path: 'fee',
    lead: '申请数量、频次超过合理范围的，可以收取信息处理费。按件、按量只能选一种。缴费后答复期限重新起算。',
    dayLabel: '收费通知书发出之日',
    fields: feeFields,
    perform: (context, base, sent) =>
      noticeFee(context, {
        ...base,
        tariff: text(sent, 'tariff') as never,
        quantity: number(sent, 'quantity'),
        yuan: text(sent, 'yuan') === '' ? null : number(sent, 'yuan'),
        because: orNull(sent, 'because'),
      }),
  },
  {
    act: 'application.recordFeeNoticeReceipt',
    path: 'fee-received',
    lead: `登记申请人收到收费通知之日，${deadlines.feePayment.workdays}个工作日的缴费期限从次日起算。`,
    dayLabel: '申请人收到之日',
    fields: () => [],
    perform: (context, base) => recordFeeNoticeReceipt(context, base),
  },
  {
    act: 'application.takePayment',
    path: 'paid',
    lead: '登记缴费。答复期限自缴费次日起重新计算。',
    dayLabel: '缴费之日',
    fields: () => [
      { kind: 'number', name: 'yuan', label: '实收金额', need: true, unit: '元' },
      { kind: 'text', name: 'voucher', label: '财政票据号', need: false },
    ],
    perform: (context, base, sent) =>
      takePayment(context, { ...base, yuan: number(sent, 'yuan'), voucher: text(sent, 'voucher') }),
  },
];
