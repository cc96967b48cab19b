import { type Citation, cite } from '../../law/citation.ts';
import { deadlines } from '../../law/deadlines.ts';
import { deliveryRules } from '../../law/delivery.ts';

export type ColumnId =
  | 'number'
  | 'receivedOn'
  | 'channel'
  | 'kind'
  | 'name'
  | 'identityType'
  | 'identityNumber'
  | 'phone'
  | 'email'
  | 'address'
  | 'content'
  | 'form'
  | 'way'
  | 'state'
  | 'unit'
  | 'correctionOn'
  | 'correctionDue'
  | 'correctedOn'
  | 'asked'
  | 'askedOn'
  | 'askReceivedOn'
  | 'heardOn'
  | 'view'
  | 'extendedOn'
  | 'extendedBy'
  | 'feeOn'
  | 'feeReceivedOn'
  | 'paidOn'
  | 'feeTariff'
  | 'feeQuantity'
  | 'feeYuan'
  | 'endedOn'
  | 'outcome'
  | 'letterNumber'
  | 'delivery'
  | 'proof';

/** A column of the sheet by which cases are taken over. */
export interface TakeoverColumn {
  readonly id: ColumnId;
  readonly label: string;
  /** `count`: a whole number from 1. `choice`: a list of `choices`. */
  readonly kind: 'text' | 'day' | 'choice' | 'count';
  /** `always`, or when it is to be filled in; null where it may stay empty. */
  readonly when: 'always' | string | null;
  /** What belongs there. */
  readonly about: string;
  readonly basis: Citation | null;
  /** Characters at most. */
  readonly longest: number;
}

type More = Partial<Pick<TakeoverColumn, 'when' | 'longest' | 'basis'>> & { readonly article?: string };

const column = (
  id: ColumnId,
  label: string,
  kind: TakeoverColumn['kind'],
  about: string,
  { when = null, longest = 60, article, basis = null }: More = {},
): TakeoverColumn => ({
  id,
  label,
  kind,
  when,
  about,
  longest,
  basis: article === undefined ? basis : cite('tiaoli2019', article),
});

const applicant = '第二十九条第二款第（一）项';
const always = 'always';

const intake: readonly TakeoverColumn[] = [
  column('number', '编号', 'text', '原登记编号，例如 2026-0012。新登记的申请从最大的编号往下编。', {
    when: always,
    longest: 40,
    article: '第四十五条',
  }),
  column('receivedOn', '收到日期', 'day', '收到申请之日：当面提交之日、签收之日，或者双方确认之日。', {
    when: always,
    article: '第三十一条',
  }),
  column('channel', '提交方式', 'choice', '申请用什么方式提出。', {
    when: always,
    article: '第二十九条第一款',
  }),
  column('kind', '申请人类别', 'choice', '年度报告表三的类别。律师代理的，按委托人填。', {
    when: always,
    article: '第五十条第一款第（二）项',
  }),
  column('name', '姓名或名称', 'text', '申请人的姓名或者名称。', {
    when: always,
    longest: 100,
    article: applicant,
  }),
  column('identityType', '证件种类', 'choice', '申请书附有身份证明的填。', { article: applicant }),
  column('identityNumber', '证件号码', 'text', '与证件种类一起填。本列须为文本格式，否则末几位会变成0。', {
    when: '填写证件种类的',
    article: applicant,
  }),
  column('phone', '联系电话', 'text', '三种联系方式有哪种填哪种。', { longest: 20, article: applicant }),
  column('email', '电子邮箱', 'text', '三种联系方式有哪种填哪种。', { longest: 120, article: applicant }),
  column('address', '通信地址', 'text', '三种联系方式有哪种填哪种。', { longest: 200, article: applicant }),
  column('content', '申请内容', 'text', '所申请政府信息的名称、文号或者其他特征性描述。不填用途。', {
    when: always,
    longest: 2_000,
    article: '第二十九条第二款第（二）项',
  }),
  column('form', '获取方式', 'choice', '申请人要求的形式。', { article: '第二十九条第二款第（三）项' }),
  column('way', '获取途径', 'choice', '申请人要求的途径。', { article: '第二十九条第二款第（三）项' }),
];

const course: readonly TakeoverColumn[] = [
  column(
    'state',
    '状态',
    'choice',
    '移入当天的状态。等待补正、等待缴费的填“等待申请人”；送达凭证已登记的填“已办结”。',
    {
      when: always,
    },
  ),
  column('unit', '承办单位', 'text', '已转承办的填，移入后直接进入拟稿。', {
    longest: 100,
    article: '第四十五条',
  }),
  column('correctionOn', '补正告知日期', 'day', '发出补正告知书之日。', { article: '第三十条' }),
  column('correctionDue', '补正期限', 'day', '告知书写明的最后一日。', {
    when: '填写补正告知日期的',
    article: '第三十条',
  }),
  column('correctedOn', '收到补正日期', 'day', '收到补正材料之日，答复期限自该日起重新计算。', {
    article: '第三十条',
  }),
  column(
    'asked',
    '征求意见对象',
    'choice',
    '书面征求过意见的填。征求过几方的，填最早发出、最后收到和最后答复的日期。',
    {
      article: '第三十二条、第三十四条',
    },
  ),
  column('askedOn', '征求意见日期', 'day', '发出征求意见书之日，此日起不计入期限。', {
    when: '填写征求意见对象的',
    article: '第三十三条第三款',
  }),
  column('askReceivedOn', '对方收到日期', 'day', '对方收到征求意见书之日，15个工作日自此起算。', {
    article: '第三十二条',
  }),
  column('heardOn', '对方答复日期', 'day', '收到对方意见之日。没有答复的不填。', { article: '第三十二条' }),
  column('view', '对方意见', 'choice', '对方是否同意公开。', {
    when: '第三方、共同制作机关已答复的',
    article: '第三十二条',
  }),
  column('extendedOn', '延期告知日期', 'day', '告知申请人延期之日，应在期限届满之前。', {
    article: '第三十三条第二款',
  }),
  column('extendedBy', '延长工作日', 'count', '延长多少个工作日，最多20。', {
    when: '填写延期告知日期的',
    article: '第三十三条第二款',
  }),
  column('feeOn', '收费通知日期', 'day', '发出收费通知书之日。', { article: '第四十二条' }),
  column(
    'feeReceivedOn',
    '收到收费通知日期',
    'day',
    `申请人收到之日，${deadlines.feePayment.workdays}个工作日的缴费期限自此起算。`,
    {
      article: '第四十二条',
    },
  ),
  column('paidOn', '缴费日期', 'day', '申请人缴费之日，答复期限自该日起重新计算。', {
    article: '第四十二条',
  }),
  column('feeTariff', '收费标准', 'choice', '通知书采用的标准。', {
    when: '填写收费通知日期的',
    article: '第四十二条',
  }),
  column('feeQuantity', '收费数量', 'count', '通知书写明的件数或者页数。', {
    when: '填写收费通知日期的',
    article: '第四十二条',
  }),
  column('feeYuan', '收费金额', 'count', '通知书写明的数额，元。', {
    when: '填写收费通知日期的',
    article: '第四十二条',
  }),
];

const ending: readonly TakeoverColumn[] = [
  column(
    'endedOn',
    '答复日期',
    'day',
    '答复之日：签收、交寄或者发送之日。撤回、视为放弃的，填该情形发生之日。',
    {
      when: '状态不是“办理中”“等待申请人”的',
      article: '第三十三条',
    },
  ),
  column('outcome', '处理结果', 'choice', '年度报告表三的处理结果，用表中的原词。', {
    when: '填写答复日期的',
    article: '第三十六条',
  }),
  column('letterNumber', '文书编号', 'text', '答复书的发文字号；没有编号的不填。', { article: '第三十六条' }),
  column('delivery', '送达方式', 'choice', '答复书怎样送达。', {
    when: '已答复、已办结的',
    basis: deliveryRules.post.basis,
  }),
  column('proof', '送达凭证', 'text', '签收、交寄或者发送的凭证，例如邮件号码。', {
    longest: 200,
    basis: deliveryRules.post.basis,
  }),
];

/** The columns in their order: what exists of a case, and nothing that 第二十九条 does not name. */
export const takeoverColumns: readonly TakeoverColumn[] = [...intake, ...course, ...ending];

const byId: ReadonlyMap<ColumnId, TakeoverColumn> = new Map(takeoverColumns.map((each) => [each.id, each]));
export const columnOf = (id: ColumnId): TakeoverColumn => byId.get(id)!;
