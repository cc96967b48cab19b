import type { Finding, Severity } from '../../domain/annual/report.ts';
import type { Citation } from '../../law/citation.ts';
import type { Reading, Surroundings } from '../reading.ts';

/** What a rule says of a report; code, name and severity are added by the runner from the rule. */
export interface Report {
  readonly message: string;
  readonly cells?: readonly string[];
  readonly at?: Finding['at'];
  readonly related?: Finding['related'];
  readonly basis?: readonly Citation[];
  readonly fix?: Finding['fix'];
  readonly suggestions?: readonly string[];
}

/** One rule, one room: `<id>.ts` (this), `<id>.md`, `<id>.test.ts`. Pure and synchronous. */
export interface Rule {
  readonly code: `R${number}`;
  readonly id: string;
  readonly severity: Severity;
  /** Name of the rule for people, in Chinese. */
  readonly name: string;
  /** Legal basis of every finding of it that names none of its own. */
  readonly basis: readonly Citation[];
  readonly check: (reading: Reading, surroundings: Surroundings) => readonly Report[];
}
