import type { AnswerDraft } from '../../../domain/application/answer-draft.ts';
import type { Day } from '../../../domain/workday/index.ts';
import { type AnswerId, type AnswerNeed, answerOf, answers } from '../../../law/answers.ts';
import { type DeliveryMethod, deliveryRules } from '../../../law/delivery.ts';
import { grounds } from '../../../law/grounds.ts';
import { type ProvisionForm, type ProvisionWay, provisionForms, provisionWays } from '../../../law/intake.ts';
import type { Sent } from '../page.ts';
import { type FieldDef, orNull, text } from './field-defs.ts';

/** Rows that a form without script offers of each kind; empty ones are left out. */
export const rowsOffered = 4;

export const isAnswer = (value: string | undefined): value is AnswerId =>
  value !== undefined && answers.some(({ id }) => id === value && !id.startsWith('other.'));

const choices = (record: Readonly<Record<string, string>>) =>
  Object.entries(record).map(([value, label]) => ({ value, label }));

const groundChoices = [
  ...grounds.map(({ id, title, basis }) => ({ value: id, label: `${title}（${basis.article}）` })),
  { value: 'notGovernmentInformation', label: '不属于政府信息的内容（第三十七条）' },
];

const first = (index: number): boolean => index === 0;

/** How the applicant wants it, where that is known and the same for all who are answered. */
export interface Wanted {
  readonly form: ProvisionForm | null;
  readonly way: ProvisionWay | null;
}

export const disclosedFields = (
  index: number,
  draft: AnswerDraft | null,
  wanted: Wanted | null = null,
): readonly FieldDef[] => {
  const one = draft?.disclosed[index];
  const name = (field: string) => `disclosed.${index}.${field}`;
  return [
    {
      kind: 'text',
      name: name('title'),
      label: `提供的政府信息 ${index + 1}`,
      need: first(index),
      value: one?.title ?? '',
    },
    {
      kind: 'select',
      name: name('form'),
      label: '提供形式',
      options: choices(provisionForms),
      value: one?.form ?? wanted?.form ?? 'electronic',
    },
    {
      kind: 'select',
      name: name('way'),
      label: '获取途径',
      options: choices(provisionWays),
      value: one?.way ?? wanted?.way ?? 'email',
    },
    { kind: 'text', name: name('when'), label: '查阅、领取的时间', need: false, value: one?.when ?? '' },
    { kind: 'number', name: name('pages'), label: '页数', need: false, value: String(one?.pages ?? '') },
  ];
};

export const withheldFields = (index: number, draft: AnswerDraft | null): readonly FieldDef[] => {
  const one = draft?.withheld[index];
  const name = (field: string) => `withheld.${index}.${field}`;
  return [
    {
      kind: 'text',
      name: name('what'),
      label: `不予公开的内容 ${index + 1}`,
      need: first(index),
      value: one?.what ?? '',
    },
    { kind: 'select', name: name('ground'), label: '依据', options: groundChoices, value: one?.ground ?? '' },
    { kind: 'area', name: name('reasons'), label: '事实和理由', value: one?.reasons ?? '' },
    {
      kind: 'text',
      name: name('statute'),
      label: '禁止公开的法律、行政法规及条款',
      need: false,
      value: one?.statute ?? '',
    },
  ];
};

export const searchFields = (
  index: number,
  draft: AnswerDraft | null,
  today: string,
): readonly FieldDef[] => {
  const one = draft?.searches[index];
  const name = (field: string) => `searches.${index}.${field}`;
  return [
    {
      kind: 'text',
      name: name('place'),
      label: `检索 ${index + 1}：在哪里`,
      need: first(index),
      value: one?.place ?? '',
    },
    { kind: 'date', name: name('on'), label: '哪天', value: one?.on ?? today },
    { kind: 'text', name: name('terms'), label: '用什么词', value: one?.terms ?? '' },
    { kind: 'text', name: name('by'), label: '由谁检索', value: one?.by ?? '' },
    { kind: 'text', name: name('found'), label: '查到什么', value: one?.found ?? '没有查到' },
  ];
};

const otherAgencyFields = (draft: AnswerDraft | null): readonly FieldDef[] => {
  const other = draft?.otherAgency ?? null;
  const known = other === 'unknown' ? null : other;
  return [
    {
      kind: 'check',
      name: 'otherUnknown',
      label: '不能确定由哪个机关负责',
      checked: other === 'unknown',
    },
    { kind: 'text', name: 'otherName', label: '负责公开的机关', need: false, value: known?.name ?? '' },
    {
      kind: 'text',
      name: 'otherContact',
      label: '该机关的联系方式',
      need: false,
      value: known?.contact ?? '',
    },
  ];
};

const earlierFields = (draft: AnswerDraft | null): readonly FieldDef[] => {
  const { number = '', letter = '', answeredOn = '' } = draft?.earlier ?? {};
  return [
    { kind: 'text', name: 'earlierNumber', label: '此前的登记编号', need: true, value: number },
    { kind: 'text', name: 'earlierLetter', label: '此前答复书的文号', need: true, value: letter },
    { kind: 'date', name: 'earlierOn', label: '此前答复的日期', need: true, value: answeredOn },
  ];
};

/** How the letter goes out, where that is to be otherwise than the applicant asked. */
export const methodField = (draft: AnswerDraft | null): FieldDef => ({
  kind: 'select',
  name: 'method',
  label: '答复书的送达方式',
  need: false,
  options: Object.values(deliveryRules).map(({ method, name }) => ({ value: method, label: name })),
  value: draft?.method ?? '',
});

/** The fields of an answer that stand once, by what its article asks for. */
export function singleFields(answer: AnswerId, draft: AnswerDraft | null): readonly FieldDef[] {
  const needs = new Set<AnswerNeed>(answerOf(answer).needs);
  const area = (
    name: 'reasons' | 'where' | 'statute' | 'publicInterest' | 'otherForm',
    label: string,
    hint?: string,
  ): FieldDef => ({
    kind: 'area',
    name,
    label,
    need: name !== 'publicInterest' && name !== 'otherForm',
    value: draft?.[name] ?? '',
    ...(hint === undefined ? {} : { hint }),
  });
  const reasons = '先写查明的事实，再写为什么适用该条款。【】里的内容须填好。';
  const where = '网址、出版物名称或者办理机构，让申请人能够找到。';
  return [
    ...(needs.has('reasons') ? [area('reasons', '事实和理由', reasons)] : []),
    ...(needs.has('statute') ? [area('statute', '法律、行政法规名称及条款')] : []),
    ...(needs.has('where') ? [area('where', '获取的方式、途径', where)] : []),
    ...(needs.has('otherAgency') ? otherAgencyFields(draft) : []),
    ...(needs.has('earlier') ? earlierFields(draft) : []),
    ...(needs.has('provision')
      ? [
          area(
            'otherForm',
            '没有按申请人要求的形式提供的原因',
            '形式与申请人要求的一致的，不填；不一致的照此写进答复书。',
          ),
          area('publicInterest', '第三方不同意但决定公开的公共利益理由', '没有这种情形的不填。'),
        ]
      : []),
  ];
}

const indexes = Array.from({ length: rowsOffered }, (_, index) => index);
const filledRows = (sent: Sent, list: string, key: string): readonly number[] =>
  indexes.filter((index) => text(sent, `${list}.${index}.${key}`) !== '');

function otherAgencyOf(sent: Sent): AnswerDraft['otherAgency'] {
  if ('otherUnknown' in sent) return 'unknown';
  const name = text(sent, 'otherName');
  return name === '' ? null : { name, contact: text(sent, 'otherContact') };
}

/** A draft out of its form. */
export function draftOf(answer: AnswerId, sent: Sent): AnswerDraft {
  const at = (list: string, index: number, field: string) => text(sent, `${list}.${index}.${field}`);
  const pages = (index: number): number | null => {
    const typed = Number(at('disclosed', index, 'pages'));
    return Number.isInteger(typed) && typed > 0 ? typed : null;
  };
  return {
    answer,
    disclosed: filledRows(sent, 'disclosed', 'title').map((index) => ({
      title: at('disclosed', index, 'title'),
      form: at('disclosed', index, 'form') as AnswerDraft['disclosed'][number]['form'],
      way: at('disclosed', index, 'way') as AnswerDraft['disclosed'][number]['way'],
      when: at('disclosed', index, 'when') || null,
      pages: pages(index),
    })),
    withheld: filledRows(sent, 'withheld', 'what').map((index) => ({
      what: at('withheld', index, 'what'),
      ground: at('withheld', index, 'ground') as AnswerDraft['withheld'][number]['ground'],
      reasons: at('withheld', index, 'reasons'),
      statute: at('withheld', index, 'statute') || null,
    })),
    searches: filledRows(sent, 'searches', 'place').map((index) => ({
      place: at('searches', index, 'place'),
      on: at('searches', index, 'on') as Day,
      terms: at('searches', index, 'terms'),
      by: at('searches', index, 'by'),
      found: at('searches', index, 'found'),
    })),
    reasons: orNull(sent, 'reasons'),
    statute: orNull(sent, 'statute'),
    where: orNull(sent, 'where'),
    otherAgency: otherAgencyOf(sent),
    earlier:
      text(sent, 'earlierNumber') === ''
        ? null
        : {
            number: text(sent, 'earlierNumber'),
            letter: text(sent, 'earlierLetter'),
            answeredOn: text(sent, 'earlierOn') as Day,
          },
    publicInterest: orNull(sent, 'publicInterest'),
    method: orNull(sent, 'method') as DeliveryMethod | null,
    otherForm: orNull(sent, 'otherForm'),
  };
}
