import type { ClockEntry } from '../../domain/application/case.ts';
import { reckonEntries } from '../../domain/application/case-clock.ts';
import type { Clock } from '../../domain/application/clock.ts';
import type { Phase } from '../../domain/application/phases.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type Day, dayNumber, type WorkdayTable, workdayTable } from '../../domain/workday/index.ts';
import type { AnswerId } from '../../law/answers.ts';
import type { ApplicantKind } from '../../law/applicants.ts';
import type { IntakeChannel } from '../../law/intake.ts';
import { accountNames } from '../../store/accounts.ts';
import type { ListedRow } from '../../store/application-lists.ts';
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
  readonly clock: Clock | null;
}

/** The clock of a list of entries on a day; null before receipt, or where the calendar does not reach. */
export function listedClock(entries: readonly ClockEntry[], today: Day, table: WorkdayTable): Clock | null {
  if (!entries.some(({ type }) => type === 'received')) return null;
  const reckoning = reckonEntries(entries, today, table);
  return isRefusal(reckoning) ? null : reckoning.clock;
}

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
    clock: listedClock(row.clock, today, table),
  }));
}
