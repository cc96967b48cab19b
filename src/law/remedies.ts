import type { AgencyKind } from './agency-kind.ts';
import { type Citation, cite } from './citation.ts';
import { type Dated, sinceReview2023 } from './dated.ts';
import type { Certainty } from './instruments.ts';
import { outcomes, type Remedy } from './outcomes.ts';

const review = (article: string): Citation => cite('fuyifa2023', article);
const suit = (article: string): Citation => cite('xingsufa2017', article);

/** A period in which somebody may turn to review or court, in calendar days or months. */
export interface RemedyPeriod {
  readonly length: number;
  readonly unit: '日' | '个月' | '年';
  readonly from: string;
  readonly basis: Citation;
  readonly certainty: Certainty;
}

/** RM-1 to RM-4. */
export const remedyPeriods = {
  review: {
    length: 60,
    unit: '日',
    from: '自知道或者应当知道该行政行为之日起',
    basis: review('第二十条第一款'),
    certainty: 'verified',
  },
  suit: {
    length: 6,
    unit: '个月',
    from: '自知道或者应当知道作出行政行为之日起',
    basis: suit('第四十六条第一款'),
    certainty: 'verified',
  },
  suitAfterReview: {
    length: 15,
    unit: '日',
    from: '自收到行政复议决定书之日起，或者行政复议期限届满之日起',
    basis: suit('第四十五条'),
    certainty: 'verified',
  },
  /** Where the letter told nothing of review, its organ or its period. */
  reviewUntold: {
    length: 1,
    unit: '年',
    from: '自知道或者应当知道行政行为内容之日起',
    basis: review('第二十条第三款'),
    certainty: 'verified',
  },
  suitUntold: {
    length: 1,
    unit: '年',
    from: '自知道或者应当知道行政行为内容之日起',
    basis: cite('xingsujieshi2018', '第六十四条'),
    certainty: 'verified',
  },
} as const satisfies Readonly<Record<string, RemedyPeriod>>;

/**
 * When 复议前置 holds: review before suit for information withheld, since 2024 (第二十三条第一款第（四）项). Before, the
 * applicant could take either road, and letters still offering both are wrong (RM-8). The letter must say so at the
 * time of the decision (第二十三条第二款).
 */
export const reviewFirstRule: Dated = {
  from: sinceReview2023,
  to: null,
  basis: review('第二十三条第一款第（四）项'),
  certainty: 'verified',
};

/** No answer past the due day is 未履行法定职责 (第二十三条第一款第（三）项 with 第十一条); that it covers disclosure is inferred. */
export const silenceRule: Dated = {
  from: sinceReview2023,
  to: null,
  basis: review('第二十三条第一款第（三）项'),
  certainty: 'inference',
};

/** A letter served online names the online channel for review (RM-6). */
export const onlineReviewChannel: Dated = {
  from: sinceReview2023,
  to: null,
  basis: review('第二十二条第二款'),
  certainty: 'verified',
};

/** The remedy of an outcome on the day of its letter. */
export function remedyOn(outcome: string, day: string): Remedy {
  const remedy = outcomes.find(({ id }) => id === outcome)?.remedy ?? 'either';
  return remedy === 'reviewFirst' && day < reviewFirstRule.from ? 'either' : remedy;
}

/**
 * Who reviews acts of an agency of a kind (RM-5). `own`: the government whose department it is, or that set it up;
 * `above`: the government one level up; `self`: the agency itself; `line`: the next higher department of its line;
 * `named`: the kind alone does not tell.
 */
export interface ReviewOrgan {
  readonly which: 'own' | 'above' | 'self' | 'line' | 'named';
  readonly words: string;
  readonly basis: Citation;
  readonly certainty: Certainty;
}

const organ = (
  which: ReviewOrgan['which'],
  words: string,
  article: string,
  certainty: Certainty = 'verified',
): ReviewOrgan => ({ which, words, basis: review(article), certainty });

const department = organ('own', '本级人民政府', '第二十四条第一款第（一）项');
const below = (words: string): ReviewOrgan => organ('above', words, '第二十四条第一款第（二）项');

/** Since 2024 a department's acts go to its government only; the old choice of the department above is gone. */
export const reviewOrgans: Readonly<Record<AgencyKind, ReviewOrgan>> = {
  state: organ('named', '依照法律规定确定', '第二十五条', 'inference'),
  ministry: organ('self', '本部门', '第二十五条第（一）项'),
  province: organ('self', '本机关', '第二十四条第二款'),
  provinceDepartment: department,
  city: below('省级人民政府'),
  cityDepartment: department,
  county: below('上一级人民政府'),
  countyDepartment: department,
  township: below('县级人民政府'),
  subdistrict: organ('own', '设立该派出机关的人民政府', '第二十四条第一款第（三）项'),
  zone: organ('own', '设立该机构的人民政府', '第二十四条第一款', 'inference'),
  other: organ('own', '管理该组织的人民政府', '第二十四条第一款第（四）项', 'inference'),
};

/** 海关、金融、外汇管理等实行垂直领导的行政机关、税务和国家安全机关 are reviewed by the department above. */
export const lineOrgan: ReviewOrgan = organ('line', '上一级主管部门', '第二十七条');

/** 司法行政部门 that serve as 行政复议机构: their government or the department above, as the applicant likes. */
export const justiceOrgan: ReviewOrgan = organ('own', '本级人民政府，或者上一级司法行政部门', '第二十八条');
