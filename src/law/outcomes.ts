import { type Citation, cite } from './citation.ts';
import type { Certainty } from './instruments.ts';

export type OutcomeGroup = 'granted' | 'partial' | 'denied' | 'unavailable' | 'declined' | 'other';

/**
 * Remedy an answer must name. `reviewFirst`: 复议前置, review before suit (行政复议法第二十三条第一款第（四）项);
 * `either`: review or suit; `none`: a mere notice.
 */
export type Remedy = 'reviewFirst' | 'either' | 'none';

/** A leaf of table 三 (form of 2021): how one application ended. */
export interface Outcome {
  /** Row id of table 三, without `applications.`. */
  readonly id: string;
  readonly group: OutcomeGroup;
  /** Null where no article speaks of it. */
  readonly basis: readonly Citation[];
  readonly remedy: Remedy;
  readonly remedyCertainty: Certainty;
}

/** One of the seven answers of 第三十六条, and the rows in which it counts. */
export interface AnswerType {
  readonly item: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  readonly situation: string;
  /** What the answer must say. */
  readonly mustSay: string;
  readonly outcomes: readonly string[];
  readonly certainty: Certainty;
}

export const outcomeGroupNames: Readonly<Record<OutcomeGroup, string>> = {
  granted: '（一）予以公开',
  partial: '（二）部分公开',
  denied: '（三）不予公开',
  unavailable: '（四）无法提供',
  declined: '（五）不予处理',
  other: '（六）其他处理',
};

const outcome = (
  id: string,
  articles: readonly string[],
  remedy: Remedy = 'either',
  remedyCertainty: Certainty = 'verified',
): Outcome => ({
  id,
  group: id.split('.')[0] as OutcomeGroup,
  basis: articles.map((article) => cite('tiaoli2019', article)),
  remedy,
  remedyCertainty,
});

/** The 21 leaves. Review comes first for decisions under 第十四条 to 第十六条 only. */
export const outcomes: readonly Outcome[] = [
  outcome('granted', ['第三十六条第（一）项', '第三十六条第（二）项']),
  outcome('partial', ['第三十七条'], 'reviewFirst', 'inference'),
  outcome('denied.stateSecret', ['第十四条'], 'reviewFirst'),
  outcome('denied.forbiddenByLaw', ['第十四条'], 'reviewFirst'),
  outcome('denied.publicSafety', ['第十四条'], 'reviewFirst'),
  outcome('denied.thirdParty', ['第十五条', '第三十二条'], 'reviewFirst'),
  outcome('denied.internalAffairs', ['第十六条第一款'], 'reviewFirst'),
  outcome('denied.deliberative', ['第十六条第二款'], 'reviewFirst'),
  outcome('denied.enforcementFile', ['第十六条第二款'], 'reviewFirst'),
  outcome('denied.registryQuery', ['第三十六条第（七）项'], 'either', 'inference'),
  outcome('unavailable.notHeld', ['第三十六条第（四）项', '第三十六条第（五）项']),
  outcome('unavailable.notCompiled', ['第三十八条']),
  outcome('unavailable.unclear', ['第三十条']),
  outcome('declined.petition', ['第三十九条第一款']),
  outcome('declined.repeated', ['第三十六条第（六）项']),
  outcome('declined.publication', ['第三十九条第二款']),
  outcome('declined.excessive', ['第三十五条']),
  outcome('declined.reconfirmation', [], 'either', 'inference'),
  outcome('other.correctionOverdue', ['第三十条'], 'either', 'inference'),
  {
    ...outcome('other.feeOverdue', [], 'either', 'inference'),
    basis: [cite('fee2020', '政府信息公开信息处理费管理办法')],
  },
  outcome('other.misc', [], 'none', 'fromMemory'),
];

const denials = outcomes
  .map((o) => o.id)
  .filter((id) => id.startsWith('denied.') && id !== 'denied.registryQuery');

/** 第三十六条, item by item. */
export const answerTypes: readonly AnswerType[] = [
  {
    item: 1,
    situation: '所申请公开信息已经主动公开',
    mustSay: '获取该政府信息的方式、途径',
    outcomes: ['granted'],
    certainty: 'fromMemory',
  },
  {
    item: 2,
    situation: '所申请公开信息可以公开',
    mustSay: '该政府信息，或者获取该政府信息的方式、途径和时间',
    outcomes: ['granted'],
    certainty: 'verified',
  },
  {
    item: 3,
    situation: '决定不予公开',
    mustSay: '不予公开并说明理由',
    outcomes: denials,
    certainty: 'verified',
  },
  {
    item: 4,
    situation: '经检索没有所申请公开信息',
    mustSay: '该政府信息不存在',
    outcomes: ['unavailable.notHeld'],
    certainty: 'verified',
  },
  {
    item: 5,
    situation: '所申请公开信息不属于本行政机关负责公开',
    mustSay: '说明理由；能够确定负责公开的行政机关的，告知其名称、联系方式',
    outcomes: ['unavailable.notHeld'],
    certainty: 'verified',
  },
  {
    item: 6,
    situation: '已就申请人提出的政府信息公开申请作出答复、申请人重复申请公开相同政府信息',
    mustSay: '不予重复处理',
    outcomes: ['declined.repeated'],
    certainty: 'verified',
  },
  {
    item: 7,
    situation: '所申请公开信息属于工商、不动产登记资料等，有关法律、行政法规对获取有特别规定',
    mustSay: '依照有关法律、行政法规的规定办理',
    outcomes: ['denied.registryQuery'],
    certainty: 'fromMemory',
  },
];
