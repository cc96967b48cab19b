import type { AgencyRef, StoredReport } from '../http/services.ts';
import type { Frame } from '../theme/page.ts';
import type { Pin, TextMark } from './pins.ts';

export interface ReportPageProps {
  readonly frame: Frame;
  readonly agency: AgencyRef;
  readonly demonstration: boolean;
  /** All stored years, newest first. */
  readonly years: readonly StoredReport[];
  readonly own: StoredReport;
  /** The other years shown beside it, newest first, at most two. */
  readonly others: readonly StoredReport[];
  readonly totalOnly: boolean;
  readonly pins: readonly Pin[];
  readonly marks: readonly TextMark[];
}
