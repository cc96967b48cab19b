import type { Day } from '../../domain/workday/index.ts';
import type { Citation } from '../../law/citation.ts';

/** One thing that waits for a person. */
export interface WorkItem {
  /** Which part of the office it belongs to: annualReport, appeal, application, claim. */
  readonly part: string;
  /** What is to be done: 公布2025年年度报告. */
  readonly title: string;
  /** Of whom or what, in few words. */
  readonly about: string;
  /** Path under /office or of the portal where it is done. */
  readonly path: string;
  /** Last day, that day included; null where none is set. */
  readonly due: Day | null;
  /** It is done on that day, not by it: a hearing. */
  readonly onDay?: true;
  /** Where no last day is set: since when it is to be done; told of once. */
  readonly since?: Day | null;
  /** It was sent back to the person. */
  readonly returned: boolean;
  readonly basis: Citation | null;
  /** It lies with somebody else; the person answers for it. */
  readonly overseen?: boolean;
}
