import { answerOf } from '../../law/answers.ts';
import type { ApplicantKind } from '../../law/applicants.ts';
import { applicantKinds } from '../../law/applicants.ts';
import { outcomes } from '../../law/outcomes.ts';
import type { Day } from '../workday/index.ts';
import type { ApplicationCase } from './case.ts';

/** An application as table 三 sees it. */
export interface CountedCase {
  readonly kind: ApplicantKind;
  readonly receivedOn: Day;
  /** Leaf of the form and the day the answer was served (CNT-3); null while open. */
  readonly ended: { readonly outcome: string; readonly on: Day } | null;
}

/**
 * What of a case counts; null for what table 三 does not hold: not yet received, guided to another agency before
 * registration, ordered anew by review or court (CNT-7b). After 补正 the first day of receipt stays.
 */
export function countedCase(state: ApplicationCase): CountedCase | null {
  if (state.receivedOn === null || state.origin === 'reopened' || isRerouted(state)) return null;
  const ended =
    state.answer === null || state.endedOn === null
      ? null
      : { outcome: answerOf(state.answer).outcome, on: state.endedOn };
  return { kind: state.applicant, receivedOn: state.receivedOn, ended };
}

/** Guided elsewhere before it was registered; the archive keeps it without a number. */
const isRerouted = ({ phase, answer, number }: ApplicationCase): boolean =>
  phase === 'rerouted' || (phase === 'archived' && answer === null && number === null);

export type Cells = Readonly<Record<string, number>>;

const rows = ['received', 'carriedIn', ...outcomes.map(({ id }) => id), 'concluded', 'carriedOut'] as const;
const columns = [...applicantKinds, 'total'] as const;

/** So many cases that began and ended alike: `outcome` null where they are open on the last day looked at. */
export interface CountedGroup {
  readonly kind: ApplicantKind;
  /** Received before the year. */
  readonly carried: boolean;
  readonly outcome: string | null;
  readonly cases: number;
}

/** Every cell of table 三 out of groups: each case adds one to one beginning and one end. */
export function applicationCells(groups: Iterable<CountedGroup>): Cells {
  const cells: Record<string, number> = {};
  for (const row of rows) for (const column of columns) cells[`applications.${row}.${column}`] = 0;
  for (const { kind, carried, outcome, cases } of groups)
    for (const row of [
      carried ? 'carriedIn' : 'received',
      ...(outcome === null ? ['carriedOut'] : [outcome, 'concluded']),
    ]) {
      cells[`applications.${row}.${kind}`]! += cases;
      cells[`applications.${row}.total`]! += cases;
    }
  return cells;
}

/** How a case counts in a year; null when it does not. */
function groupOf({ kind, receivedOn, ended }: CountedCase, first: Day, until: Day): CountedGroup | null {
  if (receivedOn > until || (ended !== null && ended.on < first)) return null;
  const outcome = ended === null || ended.on > until ? null : ended.outcome;
  return { kind, carried: receivedOn < first, outcome, cases: 1 };
}

/**
 * Table 三 of a year, every cell of the form, by the days of receipt and of answer (CNT-1 to CNT-7b). With `until` the
 * year so far: what is open then stands as carried over. Each case adds one to one beginning and one end, so that
 * 新收 + 结转 = 总计 + 结转下年度 holds in every column whatever happened.
 */
export function countApplications(
  cases: Iterable<CountedCase>,
  year: number,
  until: Day = `${year}-12-31` as Day,
): Cells {
  const groups: CountedGroup[] = [];
  for (const one of cases) {
    const group = groupOf(one, `${year}-01-01` as Day, until);
    if (group !== null) groups.push(group);
  }
  return applicationCells(groups);
}
