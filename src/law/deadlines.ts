import { type Citation, cite } from './citation.ts';
import { type Dated, inForceOn, sinceTiaoli2019 } from './dated.ts';
import type { Certainty } from './instruments.ts';

/** A period of the procedure on application, in working days. */
export interface Deadline {
  readonly workdays: number;
  readonly basis: Citation;
  /** First day on which it holds. */
  readonly from: string;
  readonly certainty: Certainty;
}

const period = (
  workdays: number,
  basis: Citation,
  from = '2019-05-15',
  certainty: Certainty = 'verified',
): Deadline => ({ workdays, basis, from, certainty });

/** The periods of 条例 (in force from 2019-05-15; the text of 2007 ran 15 and 15) and of the fee rules. */
export const deadlines = {
  answer: period(20, cite('tiaoli2019', '第三十三条第二款')),
  extensionAtMost: period(20, cite('tiaoli2019', '第三十三条第二款')),
  correctionNotice: period(7, cite('tiaoli2019', '第三十条')),
  thirdPartyOpinion: period(15, cite('tiaoli2019', '第三十二条')),
  makerOpinion: period(15, cite('tiaoli2019', '第三十四条')),
  /** That it is 20 days from the day after receipt was read in a notice that quotes it; its article and first day were not. */
  feePayment: period(20, cite('fee2020', '第六条'), '2021-01-01', 'fromMemory'),
} as const;

/** How many working days a consultation of another agency is left out of the period at most. */
export interface ConsultationCap extends Dated {
  readonly workdays: number;
}

/**
 * 第三十三条第三款 takes out the time in which 其他机关 are consulted and names no end. That it lasts no longer than the
 * 15 working days of 第三十二条、第三十四条 is an inference: the answer falls due earlier, which harms no applicant. It
 * holds for letters sent while it is in force; another figure is a row of its own, with its days.
 */
export const consultationCaps: readonly ConsultationCap[] = [
  {
    workdays: 15,
    from: sinceTiaoli2019,
    to: null,
    basis: cite('tiaoli2019', '第三十三条第三款'),
    certainty: 'inference',
  },
];
export const consultationCapOn = (day: string): ConsultationCap | null => inForceOn(consultationCaps, day);

/** What the clock rests on beside the periods, and how sure that is. */
export const clockBases = {
  firstDayNotCounted: { basis: cite('minsufa', '第八十五条'), certainty: 'verified' },
  /** That asking ends with the opinion or its 15 days, whichever comes first, is inferred (CK-10). */
  consultationNotCounted: { basis: cite('tiaoli2019', '第三十三条第三款'), certainty: 'inference' },
  restartAfterCorrection: { basis: cite('tiaoli2019', '第三十条'), certainty: 'verified' },
  /** That the period begins anew after payment is remembered of 第六条, not read in its text. */
  restartAfterPayment: { basis: cite('fee2020', '第六条'), certainty: 'fromMemory' },
} as const satisfies Readonly<Record<string, { readonly basis: Citation; readonly certainty: Certainty }>>;
