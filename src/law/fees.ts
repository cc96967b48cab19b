import { cite } from './citation.ts';
import type { Dated } from './dated.ts';
import type { Certainty } from './instruments.ts';
import type { ProvisionForm } from './intake.ts';

/** A stretch of a tariff: from the `first` to the `last` item or page (null: without end), so many 元 each. */
export interface FeeTier {
  readonly first: number;
  readonly last: number | null;
  readonly yuan: number;
}

/** 超额累进: each tier's price holds for what lies in that tier only. */
export interface FeeTariff extends Dated {
  readonly id: 'byItem' | 'byPage';
  readonly name: '按件计收' | '按量计收';
  readonly unit: '件' | '页';
  readonly tiers: readonly FeeTier[];
  /** Beyond the tiers: from `first` on each `every` more cost `step` 元 more than those before; null where the tiers end it. */
  readonly rising: {
    readonly first: number;
    readonly every: number;
    readonly yuan: number;
    readonly step: number;
  } | null;
  /** Forms in which information is given that it is for (第五条); null: it is for every kind of decision (第四条). */
  readonly forms: readonly ProvisionForm[] | null;
  /** How sure it is that it is not for telling where information is, only for giving it; null where that is no matter. */
  readonly givenOnly: Certainty | null;
  /** Over which items or pages it accumulates. */
  readonly scope: string;
  /** What of it was not read in the text, and how sure it is. */
  readonly doubts: readonly { readonly words: string; readonly certainty: Certainty }[];
}

/**
 * 政府信息公开信息处理费管理办法（国办函〔2020〕109号）. An application is charged by one of them, never by both
 * (第三条).
 */
export const feeTariffs: readonly FeeTariff[] = [
  {
    id: 'byItem',
    name: '按件计收',
    unit: '件',
    from: '2021-01-01',
    to: null,
    basis: cite('fee2020', '第四条'),
    certainty: 'verified',
    forms: null,
    givenOnly: null,
    scope: '同一申请人一个自然月内向同一行政机关提出的申请',
    doubts: [
      { words: '自2021年1月1日起施行', certainty: 'fromMemory' },
      { words: '按同一行政机关累计', certainty: 'inference' },
      { words: '第31件至第40件每件200元（由“每增加10件”推定）', certainty: 'inference' },
    ],
    tiers: [
      { first: 1, last: 10, yuan: 0 },
      { first: 11, last: 30, yuan: 100 },
    ],
    rising: { first: 31, every: 10, yuan: 200, step: 100 },
  },
  {
    id: 'byPage',
    name: '按量计收',
    unit: '页',
    from: '2021-01-01',
    to: null,
    basis: cite('fee2020', '第五条'),
    certainty: 'verified',
    forms: ['paper', 'electronic'],
    givenOnly: 'fromMemory',
    scope: '单件申请，单面、A4幅面及以下为一页',
    doubts: [
      { words: '自2021年1月1日起施行', certainty: 'fromMemory' },
      { words: '单面、A4幅面及以下为一页，不跨申请累计', certainty: 'fromMemory' },
    ],
    tiers: [
      { first: 1, last: 30, yuan: 0 },
      { first: 31, last: 100, yuan: 10 },
      { first: 101, last: 200, yuan: 20 },
      { first: 201, last: null, yuan: 40 },
    ],
    rising: null,
  },
];
