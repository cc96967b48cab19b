import { type RunningClock, runningClock } from '../../domain/application/case-clock.ts';
import type { OpenCase } from '../../domain/application/due-acts.ts';
import type { Phase } from '../../domain/application/phases.ts';
import { type Day, dayNumber, type WorkdayTable, workdayTable } from '../../domain/workday/index.ts';
import type { AnswerId } from '../../law/answers.ts';
import type { ApplicantKind } from '../../law/applicants.ts';
import type { IntakeChannel } from '../../law/intake.ts';
import { accountNames } from '../../store/accounts.ts';
import type { ListedRow, RunningColumns } from '../../store/application-lists.ts';
import { shanghaiDay } from '../calendar-years.ts';
import type { AppContext } from '../context.ts';
import { summaryIn } from './case-record.ts';

/** A case as lists show it: name masked, days reckoned for today. */
export interface ListedCase {
  readonly agencyId: string;
  readonly id: string;
  /** 登记编号, or before registration the number of the receipt. */
  readonly number: string;
  readonly title: string;
  readonly applicant: string;
  readonly kind: ApplicantKind;
  readonly channel: IntakeChannel;
  readonly phase: Phase;
  readonly waitingFor: 'correction' | 'payment' | null;
  readonly submittedOn: Day | null;
  readonly receivedOn: Day | null;
  readonly endedOn: Day | null;
  readonly answer: AnswerId | null;
  readonly unit: string | null;
  readonly holder: string | null;
  /** 首问负责人. */
  readonly first: string | null;
  /** Nobody of the office opened it for two working days. */
  readonly unopened: boolean;
  readonly clock: RunningClock | null;
  /** The last day within the agency, while a unit works on it. */
  readonly unitUntil: Day | null;
}

/** The clock of a row on a day; null where nothing runs, or where the calendar does not reach. */
export const listedClock = (
  { phase, clock, channel, submitted_on }: RunningColumns,
  today: Day,
  table: WorkdayTable,
): RunningClock | null =>
  runningClock({ phase, clock, channel, submittedOn: submitted_on as Day | null }, today, table);

/** What the last days of a case follow from, as rows have it. */
export const openCase = (
  { phase, clock, channel, submitted_on, unit_until }: RunningColumns & Pick<ListedRow, 'unit_until'>,
  correction: object | null,
): OpenCase => ({
  phase,
  clock,
  channel,
  submittedOn: submitted_on as Day | null,
  correction,
  handler: unit_until === null ? null : { until: unit_until as Day },
});

const patience = 2;
/** No holiday is longer; a table that does not reach ends the search. */
const longest = 60;

/** The last day on which what was sent in, and never looked at, has waited for two working days. */
export function unopenedSince(today: Day, table: WorkdayTable): Day {
  const passed = table.upTo(dayNumber(today));
  let day = dayNumber(today);
  while (passed - table.upTo(day) < patience && dayNumber(today) - day < longest) day -= 1;
  return table.dayOf(day);
}

/** Rows of a list with their clocks, and names of those who hold them. */
export async function listedCases(
  context: AppContext,
  rows: readonly ListedRow[],
): Promise<readonly ListedCase[]> {
  const today = shanghaiDay(context.now());
  const table = workdayTable(context.calendar());
  const since = unopenedSince(today, table);
  const names = await context.store.read((database) =>
    accountNames(
      database,
      rows.flatMap(({ holder_id, first_id }) => [holder_id, first_id]),
    ),
  );
  const nameOf = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null));
  return rows.map((row) => ({
    agencyId: row.agency_id,
    id: row.id,
    number: row.number ?? row.receipt_number,
    ...summaryIn(context.vault, row),
    kind: row.applicant_kind,
    channel: row.channel,
    phase: row.phase,
    waitingFor: row.waiting_for,
    submittedOn: row.submitted_on as Day | null,
    receivedOn: row.received_on as Day | null,
    endedOn: row.ended_on as Day | null,
    answer: row.answer,
    unit: row.unit,
    holder: nameOf(row.holder_id),
    first: nameOf(row.first_id),
    unopened: row.opened_at === null && row.submitted_on !== null && row.submitted_on <= since,
    clock: listedClock(row, today, table),
    unitUntil: row.phase === 'drafting' ? (row.unit_until as Day | null) : null,
  }));
}
