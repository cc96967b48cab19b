import type { Citation } from '../../law/citation.ts';
import { type WorkdayTable, workdayAfter } from '../workday/index.ts';

/** Whom a letter asks. */
export type Asked = 'thirdParty' | 'maker' | 'agency';

/** A letter that asks somebody, and what became of it. Days are numbers, as everywhere in a history. */
export interface Consultation {
  readonly asked: Asked;
  /** Tells several letters of one kind apart. */
  readonly ref: string | null;
  readonly sent: number;
  received: number | null;
  answered: number | null;
  /**
   * 15th working day after receipt; null while that is not known. Of another agency the day at which its consultation is
   * capped; null where nothing caps it (第三十三条).
   */
  silentUntil: number | null;
}

/** Waiting for 补正 or for payment. */
export interface Wait {
  readonly kind: 'correction' | 'payment';
  readonly sent: number;
  /** Last day for it; for a payment only once receipt of the notice is recorded. */
  lapses: number | null;
  returned: number | null;
}

/** A period of answer: from receipt, or anew from the return of the 补正 or from payment. */
export interface Period {
  readonly start: number;
  readonly why: 'received' | 'correctionReceived' | 'feePaid';
  /** Working days added; null when no extension was told. */
  extension: number | null;
  /** Last day fixed under 第三十五条, a working day. */
  delayedTo: number | null;
}

/** Something late that was nevertheless done. */
export interface ClockWarning {
  readonly message: string;
  readonly basis: Citation;
}

/** What happened to an application up to a day. */
export interface History {
  readonly received: number;
  /** In order of time; the last one runs. */
  readonly periods: Period[];
  readonly consultations: Consultation[];
  readonly waits: Wait[];
  readonly warnings: ClockWarning[];
  answered: number | null;
  withdrawn: number | null;
}

/** Days d with from < d ≤ to do not count; `to` is Infinity while nobody can say when it ends. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

export const periodOf = (history: History): Period => history.periods.at(-1)!;

/** What is still waited for, earliest first. */
export const openWaits = (history: History): readonly Wait[] =>
  history.waits.filter(({ returned }) => returned === null);

/** When a consultation ends: with the answer, or with the 15th working day, whichever is first. */
export const endOf = ({ answered, silentUntil }: Consultation): number =>
  Math.min(answered ?? Number.POSITIVE_INFINITY, silentUntil ?? Number.POSITIVE_INFINITY);

/** The stretches that do not count, in order, none touching another. */
export function gapsOf(history: History): readonly Gap[] {
  if (history.consultations.length === 0 && history.waits.length === 0) return [];
  const gaps = [
    ...history.consultations.map((one) => ({ from: one.sent, to: endOf(one) })),
    ...history.waits.map(({ sent, returned }) => ({ from: sent, to: returned ?? Number.POSITIVE_INFINITY })),
  ].sort((a, b) => a.from - b.from);
  const merged: { from: number; to: number }[] = [];
  for (const gap of gaps) {
    const last = merged.at(-1);
    if (last !== undefined && gap.from <= last.to) last.to = Math.max(last.to, gap.to);
    else merged.push({ ...gap });
  }
  return merged;
}

/** Working days d with after < d ≤ to that no gap takes out. */
export function countedDays(after: number, to: number, gaps: readonly Gap[], table: WorkdayTable): number {
  if (to <= after) return 0;
  let count = table.upTo(to) - table.upTo(after);
  for (const gap of gaps) {
    const from = Math.max(gap.from, after);
    const end = Math.min(gap.to, to);
    if (end > from) count -= table.upTo(end) - table.upTo(from);
  }
  return count;
}

/** The day on which `need` days have counted: null when an open gap comes first, `beyond` when the calendar ends first. */
export function dayCounted(
  after: number,
  need: number,
  gaps: readonly Gap[],
  table: WorkdayTable,
): number | 'beyond' | null {
  let at = after;
  let left = need;
  for (const gap of gaps) {
    if (gap.to <= at) continue;
    const before = gap.from > at ? table.upTo(gap.from) - table.upTo(at) : 0;
    if (before >= left) break;
    if (gap.to === Number.POSITIVE_INFINITY) return null;
    left -= before;
    at = gap.to;
  }
  return workdayAfter(at, left, table) ?? 'beyond';
}
