import { type Citation, cite } from './citation.ts';
import type { Certainty } from './instruments.ts';

/** The blocks of table 四. */
export type AppealKind = 'review' | 'suitDirect' | 'suitAfterReview';
export type AppealResult = 'upheld' | 'corrected' | 'otherResult' | 'pending';
export type ReviewProcedure = 'simplified' | 'ordinary';

export const appealKindNames: Readonly<Record<AppealKind, string>> = {
  review: '行政复议',
  suitDirect: '未经复议直接起诉',
  suitAfterReview: '复议后起诉',
};

export const appealResultNames: Readonly<Record<AppealResult, string>> = {
  upheld: '结果维持',
  corrected: '结果纠正',
  otherResult: '其他结果',
  pending: '尚未审结',
};

/** A period of the procedure. In 行政复议法 only 三日、五日、七日、十日 are working days (第八十八条第二款). */
export interface ProcedurePeriod {
  readonly length: number;
  readonly unit: 'workday' | 'day';
  readonly from: string;
  readonly basis: Citation;
  readonly certainty: Certainty;
}

const period = (
  length: number,
  unit: ProcedurePeriod['unit'],
  from: string,
  basis: Citation,
): ProcedurePeriod => ({ length, unit, from, basis, certainty: 'verified' });

const review = (article: string): Citation => cite('fuyifa2023', article);

export interface ReviewPeriods {
  /** The organ sends the agency the copy. */
  readonly copy: ProcedurePeriod;
  /** The agency hands in its reply and evidence; without them its act counts as without evidence (第七十条). */
  readonly reply: ProcedurePeriod;
  readonly decision: ProcedurePeriod;
  /** What may be added to the decision; null in 简易程序. */
  readonly extension: ProcedurePeriod | null;
}

/** RM-9. Disclosure cases may take 简易程序 (第五十三条第一款第（四）项). */
export const reviewPeriods: Readonly<Record<ReviewProcedure, ReviewPeriods>> = {
  simplified: {
    copy: period(3, 'workday', '受理之日', review('第五十四条第一款')),
    reply: period(5, 'workday', '收到行政复议申请书副本之日', review('第五十四条第一款')),
    decision: period(30, 'day', '受理之日', review('第六十二条第二款')),
    extension: null,
  },
  ordinary: {
    copy: period(7, 'workday', '受理之日', review('第四十八条')),
    reply: period(10, 'workday', '收到行政复议申请书副本之日', review('第四十八条')),
    decision: period(60, 'day', '受理之日', review('第六十二条第一款')),
    extension: period(30, 'day', '期限届满', review('第六十二条第一款')),
  },
};

/** The defendant's answer and evidence; 十五日 of 行政诉讼法 are calendar days. */
export const suitReply: ProcedurePeriod = period(
  15,
  'day',
  '收到起诉状副本之日',
  cite('xingsufa2017', '第六十七条第一款'),
);

/** Who has to come to the hearing for the agency. */
export const hearingRules: Readonly<
  Record<
    'review' | 'suit',
    { readonly words: string; readonly basis: Citation; readonly certainty: Certainty }
  >
> = {
  review: {
    words: '被申请人的负责人应当参加听证',
    basis: review('第五十一条第三款'),
    certainty: 'fromMemory',
  },
  suit: {
    words: '被诉行政机关负责人应当出庭应诉',
    basis: cite('xingsufa2017', '第三条第三款'),
    certainty: 'fromMemory',
  },
};

/** That a decision which orders a new answer within a time is kept (of the suit remembered, not read). */
export const orderBases: Readonly<Record<'review' | 'suit', Citation>> = {
  review: review('第七十七条第一款'),
  suit: cite('xingsufa2017', '第九十四条'),
};

/** How a case ended, in the words of the decision, and the column of table 四 in which it counts. */
export interface Disposition {
  readonly id: string;
  readonly of: 'review' | 'suit';
  readonly words: string;
  readonly result: Exclude<AppealResult, 'pending'>;
  /** The agency has to act anew. */
  readonly reopens: boolean;
  readonly basis: Citation;
  /** Of the column. */
  readonly certainty: Certainty;
}

const disposition = (
  id: string,
  of: Disposition['of'],
  words: string,
  result: Disposition['result'],
  article: string,
  more: { readonly reopens?: boolean; readonly certainty?: Certainty } = {},
): Disposition => ({
  id,
  of,
  words,
  result,
  reopens: more.reopens ?? false,
  basis: of === 'review' ? review(article) : cite('xingsufa2017', article),
  certainty: more.certainty ?? 'fromMemory',
});

/** CNT-7: what is neither upheld nor corrected is 其他结果. A refusal to take a case on counts nowhere. */
export const dispositions: readonly Disposition[] = [
  disposition('review.maintained', 'review', '决定维持', 'upheld', '第六十八条', { certainty: 'verified' }),
  disposition('review.claimRejected', 'review', '驳回行政复议请求', 'upheld', '第六十九条', {
    certainty: 'inference',
  }),
  disposition('review.changed', 'review', '决定变更', 'corrected', '第六十三条'),
  disposition('review.annulled', 'review', '决定撤销或者部分撤销', 'corrected', '第六十四条'),
  disposition('review.annulledAnew', 'review', '决定撤销并责令重新作出', 'corrected', '第六十四条第一款', {
    reopens: true,
  }),
  disposition('review.declaredUnlawful', 'review', '确认违法', 'corrected', '第六十五条'),
  disposition('review.orderedToAct', 'review', '决定在一定期限内履行', 'corrected', '第六十六条', {
    reopens: true,
  }),
  disposition('review.declaredVoid', 'review', '确认无效', 'corrected', '第六十七条'),
  disposition('review.dismissed', 'review', '驳回行政复议申请', 'otherResult', '第三十三条'),
  disposition('review.ended', 'review', '终止行政复议（含撤回、和解）', 'otherResult', '第四十一条'),
  disposition('review.mediated', 'review', '调解', 'otherResult', '第七十三条'),
  disposition('suit.claimRejected', 'suit', '判决驳回诉讼请求', 'upheld', '第六十九条'),
  disposition('suit.annulled', 'suit', '判决撤销或者部分撤销', 'corrected', '第七十条'),
  disposition('suit.annulledAnew', 'suit', '判决撤销并重新作出', 'corrected', '第七十条', { reopens: true }),
  disposition('suit.orderedToAct', 'suit', '判决在一定期限内履行', 'corrected', '第七十二条', {
    reopens: true,
  }),
  disposition('suit.declaredUnlawful', 'suit', '确认违法', 'corrected', '第七十四条'),
  disposition('suit.declaredVoid', 'suit', '确认无效', 'corrected', '第七十五条'),
  disposition('suit.changed', 'suit', '判决变更', 'corrected', '第七十七条'),
  disposition('suit.dismissed', 'suit', '裁定驳回起诉', 'otherResult', '第四十九条'),
  disposition('suit.withdrawn', 'suit', '准许撤诉或者按撤诉处理', 'otherResult', '第六十二条'),
];
