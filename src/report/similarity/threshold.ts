import type { Certainty } from '../../law/instruments.ts';

/**
 * From which share of common shingles on two reports are 内容雷同 (国办公开办函〔2021〕30号 names 雷同 as a ground of
 * accountability and gives no measure). Set by us: reports written apart share 0.05 to 0.3 by their statutory and
 * customary wording. Configurable for that reason.
 */
export const nearDuplicateThreshold: {
  readonly value: number;
  readonly certainty: Certainty;
  readonly checkedOn: string;
} = { value: 0.7, certainty: 'inference', checkedOn: '2026-11-21' };
