import { answerOnSpot } from '../../../app/commands/applications/answer-on-spot.ts';
import { closeApplication } from '../../../app/commands/applications/close-application.ts';
import { correctRecord } from '../../../app/commands/applications/correct-record.ts';
import { proposeDisclosure } from '../../../app/commands/applications/propose-disclosure.ts';
import { proveDelivery } from '../../../app/commands/applications/prove-delivery.ts';
import { reopenApplication } from '../../../app/commands/applications/reopen-application.ts';
import { returnAnswer } from '../../../app/commands/applications/return-answer.ts';
import { reviewLegal } from '../../../app/commands/applications/review-legal.ts';
import { reviewSecrecy } from '../../../app/commands/applications/review-secrecy.ts';
import { sendAnswer } from '../../../app/commands/applications/send-answer.ts';
import { submitForReview } from '../../../app/commands/applications/submit-for-review.ts';
import { itemTitle } from '../../../domain/application/application-form.ts';
import { type DeliveryMethod, deliveryRules, postalCarriers } from '../../../law/delivery.ts';
import { type ProvisionWay, provisionForms } from '../../../law/intake.ts';
import type { ActDef } from './act-defs.ts';
import { type FieldDef, number, orNull, text } from './field-defs.ts';

export const opinion: FieldDef = { kind: 'area', name: 'opinion', label: '审查意见', need: false };

/** How an answer is served where the applicant wants it so; null where that says nothing. */
const methodOf: Readonly<Record<ProvisionWay, DeliveryMethod | null>> = {
  post: 'post',
  email: 'email',
  portal: 'portal',
  pickUp: 'inPerson',
  onSite: null,
};

/** How an answer goes out. */
export const sendingFields = (
  methods: readonly DeliveryMethod[],
  usual: DeliveryMethod | null = null,
): readonly FieldDef[] => [
  {
    kind: 'radio',
    name: 'method',
    label: '送达方式',
    need: true,
    options: methods.map((method) => ({ value: method, label: deliveryRules[method].name })),
    ...(usual === null ? {} : { value: usual }),
  },
  {
    kind: 'select',
    name: 'carrier',
    label: '邮寄方式',
    need: false,
    options: postalCarriers.map((each) => ({ value: each, label: each })),
  },
  {
    kind: 'text',
    name: 'proof',
    label: '送达凭证',
    need: false,
    hint: '签收人、挂号号码或者发送记录；以后也可以补登。',
  },
];

const spotFields = (title: string): readonly FieldDef[] => [
  {
    kind: 'radio',
    name: 'answer',
    label: '答复',
    need: true,
    value: 'granted.provided',
    options: [
      { value: 'granted.provided', label: '当场提供' },
      { value: 'granted.alreadyPublic', label: '已经主动公开，告知获取的途径' },
    ],
  },
  { kind: 'text', name: 'title', label: '提供的信息', need: false, value: title },
  {
    kind: 'radio',
    name: 'form',
    label: '提供形式',
    value: 'paper',
    options: Object.entries(provisionForms).map(([value, label]) => ({ value, label })),
  },
  { kind: 'number', name: 'pages', label: '页数', need: false, unit: '页' },
  { kind: 'area', name: 'where', label: '获取的方式、途径', need: false },
  { kind: 'text', name: 'handedTo', label: '交给、告知了谁', need: true },
  { kind: 'check', name: 'cleared', label: '已按本机关的审查程序确认可以公开' },
  { kind: 'check', name: 'letter', label: '同时出具告知书' },
];

/** From the draft to the archive; drafting and approving have pages of their own. */
export const answerActs: readonly ActDef[] = [
  {
    act: 'application.answerOnSpot',
    path: 'on-the-spot',
    lead: '能够当场答复的，应当当场予以答复。只用于收到当日、申请人在场，提供信息或者告知获取途径。办理后即办结，计入表三；请一并告知申请人不服的可以申请行政复议或者提起行政诉讼。',
    dayLabel: '答复之日',
    fields: ({ items }) => spotFields(items?.[0] === undefined ? '' : itemTitle(items[0])),
    perform: (context, base, sent) =>
      answerOnSpot(context, {
        ...base,
        answer: text(sent, 'answer') as never,
        title: orNull(sent, 'title'),
        form: orNull(sent, 'form') as never,
        pages: text(sent, 'pages') === '' ? null : number(sent, 'pages'),
        where: orNull(sent, 'where'),
        handedTo: text(sent, 'handedTo'),
        cleared: 'cleared' in sent,
        letter: 'letter' in sent,
      }),
  },
  {
    act: 'application.submitForReview',
    path: 'submit',
    lead: '答复书生成后送合法性审查、保密审查。先审查后公开。',
    fields: () => [],
    perform: (context, base) => submitForReview(context, base),
  },
  {
    act: 'application.reviewLegal',
    path: 'legal',
    lead: '核对依据、理由和救济告知。由没有拟稿的人审查。',
    fields: () => [opinion],
    perform: (context, base, sent) => reviewLegal(context, { ...base, opinion: text(sent, 'opinion') }),
  },
  {
    act: 'application.reviewSecrecy',
    path: 'secrecy',
    lead: '依照保密法律审查拟公开的信息。由没有拟稿的人审查。',
    fields: () => [opinion],
    perform: (context, base, sent) => reviewSecrecy(context, { ...base, opinion: text(sent, 'opinion') }),
  },
  {
    act: 'application.return',
    path: 'return',
    lead: '退回拟稿人修改。审查、审批都重新开始。',
    fields: () => [{ kind: 'area', name: 'reason', label: '退回的原因', need: true }],
    perform: (context, base, sent) => returnAnswer(context, { ...base, reason: text(sent, 'reason') }),
  },
  {
    act: 'application.send',
    path: 'send',
    lead: '直接送达、委托送达以签收之日为答复之日，邮寄以交邮之日为答复之日。只能交邮政企业寄递，不能用其他快递。',
    dayLabel: '签收、交邮或者发送之日',
    fields: ({ way }) =>
      sendingFields(Object.keys(deliveryRules) as DeliveryMethod[], way === null ? null : methodOf[way]),
    perform: (context, base, sent) =>
      sendAnswer(context, {
        ...base,
        method: text(sent, 'method') as never,
        carrier: orNull(sent, 'carrier') as never,
        proof: orNull(sent, 'proof'),
      }),
  },
  {
    act: 'application.proveDelivery',
    path: 'proof',
    lead: '登记证明已经送达的凭证。',
    fields: () => [{ kind: 'text', name: 'proof', label: '送达凭证', need: true }],
    perform: (context, base, sent) => proveDelivery(context, { ...base, proof: text(sent, 'proof') }),
  },
  {
    act: 'application.close',
    path: 'close',
    lead: '答复已经送达并有凭证，可以办结。',
    fields: () => [],
    perform: (context, base) => closeApplication(context, base),
  },
  {
    act: 'application.proposeDisclosure',
    path: 'propose',
    lead: '多个申请人申请相同信息，或者申请人建议主动公开的，转为主动公开。',
    fields: ({ alike }) => [
      {
        kind: 'number',
        name: 'applicants',
        label: '申请相同信息的申请人数',
        need: true,
        value: String(1 + alike.filter((one) => one.sameContent && !one.sameApplicant).length),
      },
      { kind: 'check', name: 'suggested', label: '申请人建议主动公开' },
    ],
    perform: (context, base, sent) =>
      proposeDisclosure(context, {
        ...base,
        applicants: number(sent, 'applicants'),
        suggested: 'suggested' in sent,
      }),
  },
  {
    act: 'application.reopen',
    path: 'reopen',
    lead: '复议决定、判决责令重新答复的，新开一件并与本件关联；不再计入表三的新收。',
    dayLabel: '收到决定之日',
    fields: () => [
      { kind: 'text', name: 'decision', label: '决定书或者判决书的文号', need: true },
      { kind: 'date', name: 'termDay', label: '履行期限：到哪一天', need: false },
      { kind: 'number', name: 'termLength', label: '履行期限：收到之日起', need: false, unit: '日' },
      {
        kind: 'radio',
        name: 'termUnit',
        label: '按什么计算',
        options: [
          { value: 'day', label: '自然日' },
          { value: 'workday', label: '工作日' },
        ],
      },
    ],
    perform: (context, base, sent) =>
      reopenApplication(context, {
        ...base,
        decision: text(sent, 'decision'),
        termDay: orNull(sent, 'termDay'),
        termLength: text(sent, 'termLength') === '' ? null : number(sent, 'termLength'),
        termUnit: orNull(sent, 'termUnit') as 'day' | null,
      }),
  },
  {
    act: 'application.correctRecord',
    path: 'correct-record',
    lead: '有证据证明本机关提供的与其自身相关的政府信息记录不准确的，申请人可以要求更正。不计入表三。',
    fields: () => [
      { kind: 'text', name: 'recordName', label: '要求更正的信息记录', need: true },
      { kind: 'area', name: 'evidence', label: '证据', need: true },
      {
        kind: 'radio',
        name: 'result',
        label: '审核结果',
        need: true,
        options: [
          { value: 'corrected', label: '属实，已更正' },
          { value: 'transferred', label: '不属于本机关职能，已转送有权的机关' },
          { value: 'toldWhere', label: '不属于本机关职能，已告知向有权的机关提出' },
          { value: 'unproven', label: '没有发现不准确，不予更正' },
        ],
      },
      { kind: 'text', name: 'agency', label: '有权更正的机关', need: false },
      { kind: 'area', name: 'reasons', label: '不予更正的理由', need: false },
    ],
    perform: (context, base, sent) =>
      correctRecord(context, {
        ...base,
        recordName: text(sent, 'recordName'),
        evidence: text(sent, 'evidence'),
        result: text(sent, 'result') as never,
        agency: orNull(sent, 'agency'),
        reasons: orNull(sent, 'reasons'),
      }),
  },
];
