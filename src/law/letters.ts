import { type Citation, cite } from './citation.ts';
import type { Certainty } from './instruments.ts';

/** To whom a letter goes. `file`: it stays in the file of the case. */
export type LetterTo = 'applicant' | 'thirdParty' | 'maker' | 'agency' | 'file';

/**
 * Parts of a letter (L-1 to L-13). L-6 to L-9 are the words of 第三十六条, 第三十七条 and 第四十条; the others are what
 * official letters have.
 */
export type LetterPart =
  | 'head'
  | 'addressee'
  | 'receipt'
  | 'request'
  | 'history'
  | 'decision'
  | 'reasons'
  | 'article'
  | 'provision'
  | 'remedy'
  | 'contact'
  | 'seal'
  | 'date';

export const letterParts: Readonly<
  Record<LetterPart, { readonly number: string; readonly name: string; readonly certainty: Certainty }>
> = {
  head: { number: 'L-1', name: '发文机关标志和发文字号', certainty: 'fromMemory' },
  addressee: { number: 'L-2', name: '申请人姓名或者名称', certainty: 'fromMemory' },
  receipt: { number: 'L-3', name: '收到日期和登记编号', certainty: 'fromMemory' },
  request: { number: 'L-4', name: '申请内容', certainty: 'fromMemory' },
  history: { number: 'L-5', name: '补正、延期、征求意见的经过', certainty: 'fromMemory' },
  decision: { number: 'L-6', name: '答复', certainty: 'verified' },
  reasons: { number: 'L-7', name: '事实和理由', certainty: 'verified' },
  article: { number: 'L-8', name: '依据的条款项', certainty: 'verified' },
  provision: { number: 'L-9', name: '获取的方式、途径和时间', certainty: 'verified' },
  remedy: { number: 'L-10', name: '救济途径和期限', certainty: 'verified' },
  contact: { number: 'L-11', name: '工作机构联系方式', certainty: 'fromMemory' },
  seal: { number: 'L-12', name: '印章', certainty: 'fromMemory' },
  date: { number: 'L-13', name: '成文日期', certainty: 'fromMemory' },
};

export type LetterKindId =
  // on the way
  | 'receipt'
  | 'correctionNotice'
  | 'reasonsNotice'
  | 'extensionNotice'
  | 'delayNotice'
  | 'thirdPartyOpinion'
  | 'opinionForm'
  | 'consultationNotice'
  | 'makerOpinion'
  | 'assistance'
  | 'feeNotice'
  | 'misdirected'
  // answers
  | 'provided'
  | 'alreadyPublic'
  | 'partial'
  | 'denied'
  | 'registryQuery'
  | 'notExisting'
  | 'notOurs'
  | 'notCompiled'
  | 'unclear'
  | 'petition'
  | 'repeated'
  | 'publication'
  | 'excessive'
  | 'reconfirmation'
  | 'correctionLapsed'
  | 'feeLapsed'
  | 'withdrawal'
  // to others, after the answer
  | 'disclosureToThirdParty'
  | 'rectification'
  | 'deliveryReceipt';

export interface LetterKind {
  readonly id: LetterKindId;
  readonly title: string;
  readonly to: LetterTo;
  /** An answer of 第三十六条 and its neighbours: L-1 to L-13 and a remedy. */
  readonly answer: boolean;
  /** Article it serves. */
  readonly basis: Citation;
  /** Where the kind is listed, if anywhere: a local list or nowhere. */
  readonly listed: Citation | null;
  readonly certainty: Certainty;
}

const local = (item: number): Citation => cite('suqian2021', `文书样式第${item}项`);

const kind = (
  id: LetterKindId,
  title: string,
  to: LetterTo,
  article: string,
  more: { readonly answer?: boolean; readonly listed?: number; readonly certainty?: Certainty } = {},
): LetterKind => ({
  id,
  title,
  to,
  answer: more.answer ?? false,
  basis: cite('tiaoli2019', article),
  listed: more.listed === undefined ? null : local(more.listed),
  certainty: more.certainty ?? (more.listed === undefined ? 'fromMemory' : 'verified'),
});

const answer = (id: LetterKindId, title: string, article: string): LetterKind =>
  kind(id, title, 'applicant', article, { answer: true });

/** The letters of a case. Titles are common use, not law. */
export const letterKinds: readonly LetterKind[] = [
  kind('receipt', '政府信息公开申请接收回执', 'applicant', '第三十一条', { listed: 2 }),
  kind('correctionNotice', '政府信息公开申请补正告知书', 'applicant', '第三十条', { listed: 3 }),
  kind('reasonsNotice', '政府信息公开申请说明理由告知书', 'applicant', '第三十五条', { listed: 4 }),
  kind('extensionNotice', '政府信息公开申请延期答复告知书', 'applicant', '第三十三条第二款', { listed: 5 }),
  kind('delayNotice', '政府信息公开申请延迟答复告知书', 'applicant', '第三十五条'),
  kind('thirdPartyOpinion', '政府信息公开征求意见书', 'thirdParty', '第三十二条', { listed: 6 }),
  kind('opinionForm', '政府信息公开征求意见确认函', 'thirdParty', '第三十二条', { listed: 7 }),
  kind('consultationNotice', '政府信息公开申请征求意见告知书', 'applicant', '第三十三条第三款', {
    listed: 8,
  }),
  kind('disclosureToThirdParty', '政府信息公开告知书（第三方）', 'thirdParty', '第三十二条', { listed: 9 }),
  kind('makerOpinion', '政府信息公开征求意见书', 'maker', '第三十四条', { listed: 10 }),
  kind('assistance', '政府信息公开协办函', 'agency', '第三十三条第三款', { listed: 11 }),
  kind('feeNotice', '政府信息公开信息处理费收费通知书', 'applicant', '第四十二条', { listed: 12 }),
  kind('misdirected', '政府信息公开申请指引告知书', 'applicant', '第二十八条', { certainty: 'inference' }),
  answer('provided', '政府信息公开告知书', '第三十六条第（二）项'),
  answer('alreadyPublic', '政府信息已主动公开告知书', '第三十六条第（一）项'),
  answer('partial', '政府信息部分公开告知书', '第三十七条'),
  answer('denied', '政府信息不予公开告知书', '第三十六条第（三）项'),
  answer('registryQuery', '政府信息公开申请行政查询事项告知书', '第三十六条第（七）项'),
  answer('notExisting', '政府信息不存在告知书', '第三十六条第（四）项'),
  answer('notOurs', '非本机关政府信息告知书', '第三十六条第（五）项'),
  answer('notCompiled', '政府信息无法提供告知书', '第三十八条'),
  answer('unclear', '政府信息公开申请内容不明确告知书', '第三十条'),
  answer('petition', '不作为政府信息公开申请处理告知书', '第三十九条第一款'),
  answer('repeated', '政府信息公开申请不予重复处理告知书', '第三十六条第（六）项'),
  answer('publication', '公开出版物获取途径告知书', '第三十九条第二款'),
  answer('excessive', '政府信息公开申请不予处理告知书', '第三十五条'),
  answer('reconfirmation', '政府信息公开申请不予处理告知书', '第二条'),
  answer('correctionLapsed', '政府信息公开申请不再处理告知书', '第三十条'),
  answer('feeLapsed', '政府信息公开申请不再处理告知书', '第四十二条'),
  kind('withdrawal', '政府信息公开申请撤回确认书', 'applicant', '第四十五条'),
  kind('rectification', '政府信息更正告知书', 'applicant', '第四十一条'),
  kind('deliveryReceipt', '送达回证', 'file', '第四十五条'),
];

export const letterKindOf = (id: LetterKindId): LetterKind => letterKinds.find((each) => each.id === id)!;

/** Papers of the office that are no letters (登记表, 审查呈批单, 主动公开政府信息移送明细表, 归档目录). */
export const officePapers = {
  register: { title: '政府信息公开申请登记表', listed: local(1), certainty: 'verified' },
  approvalSheet: { title: '政府信息公开申请审查呈批单', listed: null, certainty: 'verified' },
  proactiveList: { title: '主动公开政府信息移送明细表', listed: null, certainty: 'verified' },
  fileIndex: { title: '政府信息公开申请归档目录', listed: null, certainty: 'fromMemory' },
} as const;

const always: readonly LetterPart[] = ['head', 'addressee', 'decision', 'article', 'contact', 'seal', 'date'];
/** Answers that give what was asked, or say where it is, say how; all others say why not (第三十六条, 第三十七条). */
const withoutReasons: ReadonlySet<LetterKindId> = new Set(['provided', 'alreadyPublic', 'publication']);
const withProvision: ReadonlySet<LetterKindId> = new Set([
  'provided',
  'alreadyPublic',
  'partial',
  'publication',
  'registryQuery',
]);

/** The form that the third party fills in and signs: it goes to nobody and bears no seal of ours. */
const unsealed: ReadonlySet<LetterKindId> = new Set(['opinionForm']);

/** Whether the agency signs and seals it. */
export const isSealed = ({ id }: LetterKind): boolean => !unsealed.has(id);

/** The parts a letter must have and that nobody can take out of it. 经过 (L-5) stands where there is something to say. */
export const mandatoryParts = ({ id, answer }: LetterKind): readonly LetterPart[] => [
  ...always.filter(
    (part) => !unsealed.has(id) || (part !== 'seal' && part !== 'date' && part !== 'addressee'),
  ),
  ...(answer ? (['receipt', 'request', 'remedy'] as const) : []),
  ...(answer && !withoutReasons.has(id) ? (['reasons'] as const) : []),
  ...(withProvision.has(id) ? (['provision'] as const) : []),
  ...(id === 'disclosureToThirdParty' ? (['reasons', 'remedy'] as const) : []),
];
