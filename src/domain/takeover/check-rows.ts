import type { ApplicationCase } from '../application/case.ts';
import { reckonEntries } from '../application/case-clock.ts';
import type { Clock } from '../application/clock.ts';
import { type ClockEventType, clockEventNames } from '../application/events.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import type { Day, WorkdayTable } from '../workday/index.ts';
import { type CellFault, type GivenRow, type RowValues, readCells } from './cells.ts';
import type { ColumnId } from './columns.ts';
import { checkRow } from './row-rules.ts';
import { takenCase } from './taken-case.ts';

/** A line without faults: what it says, the case it makes, its clock on the day of taking over. */
export interface TakenRow {
  readonly line: number;
  readonly values: RowValues;
  readonly state: ApplicationCase;
  readonly clock: Clock;
}

export interface CheckedRows {
  readonly rows: readonly TakenRow[];
  /** By line, within a line by column. */
  readonly faults: readonly CellFault[];
}

const columnOfEvent: Readonly<Partial<Record<ClockEventType, ColumnId>>> = {
  received: 'receivedOn',
  correctionSent: 'correctionOn',
  correctionReceived: 'correctedOn',
  feeNoticeSent: 'feeOn',
  feeNoticeReceived: 'feeReceivedOn',
  feePaid: 'paidOn',
  thirdPartyAsked: 'askedOn',
  thirdPartyReceived: 'askReceivedOn',
  thirdPartyAnswered: 'heardOn',
  makerAsked: 'askedOn',
  makerReceived: 'askReceivedOn',
  makerAnswered: 'heardOn',
  agencyAsked: 'askedOn',
  agencyAnswered: 'heardOn',
  extended: 'extendedOn',
  answered: 'endedOn',
  withdrawn: 'endedOn',
};
const namedEvents = Object.entries(clockEventNames) as [ClockEventType, string][];

/** The column whose day the clock refuses, by the name of the event that its refusal quotes. */
function columnOfRefusal({ message }: Refusal): ColumnId | null {
  const named = namedEvents.find(([, name]) => message.includes(`“${name}”`))?.[0];
  return named === undefined ? null : (columnOfEvent[named] ?? null);
}

const adviceOf = (column: ColumnId | null): string =>
  column === 'extendedOn' ? '延期确是期限届满之后才告知的，请清空延期两栏，期限按原期限计算。' : '';

function oneRow(
  line: number,
  given: GivenRow,
  today: Day,
  table: WorkdayTable,
): TakenRow | readonly CellFault[] {
  const { values, faults } = readCells(line, given);
  const found = [...faults, ...checkRow(values, today).map((fault) => ({ line, ...fault }))];
  // A cell that cannot be read is told once, not again by what should stand beside it.
  const unread = new Set(faults.map(({ column }) => column));
  const told = found.filter((fault, index) => index < faults.length || !unread.has(fault.column));
  if (told.length > 0) return told;
  const state = takenCase(values);
  const reckoning = reckonEntries(state.clock, today, table);
  if (!isRefusal(reckoning)) return { line, values, state, clock: reckoning.clock };
  const column = columnOfRefusal(reckoning);
  return [{ line, column, message: `${reckoning.message}${adviceOf(column)}` }];
}

/** Lines by their numbers in each place but the first. */
function twice(numbers: ReadonlyMap<number, string>): readonly CellFault[] {
  const first = new Map<string, number>();
  const faults: CellFault[] = [];
  for (const [line, number] of numbers) {
    const before = first.get(number);
    if (before === undefined) first.set(number, line);
    else
      faults.push({
        line,
        column: 'number',
        message: `编号${number}与第${before}行重复。一件申请一个编号，请核对。`,
      });
  }
  return faults;
}

const byPlace = (a: CellFault, b: CellFault): number => a.line - b.line;

/** Checks every line by itself and against the others; all that is wrong is told, and then nothing is taken. */
export function checkRows(
  given: ReadonlyMap<number, GivenRow>,
  today: Day,
  table: WorkdayTable,
): CheckedRows {
  const rows: TakenRow[] = [];
  const faults: CellFault[] = [];
  const numbers = new Map<number, string>();
  for (const [line, cells] of given) {
    const number = cells.get('number')?.text.trim() ?? '';
    if (number !== '') numbers.set(line, number);
    const one = oneRow(line, cells, today, table);
    if ('state' in one) rows.push(one);
    else faults.push(...one);
  }
  faults.push(...twice(numbers));
  return { rows, faults: faults.sort(byPlace) };
}

/** Numbers that the office has given already. */
export const takenNumbers = (
  rows: readonly TakenRow[],
  existing: ReadonlySet<string>,
): readonly CellFault[] =>
  rows
    .filter(({ values }) => existing.has(values.number!))
    .map(({ line, values }) => ({
      line,
      column: 'number',
      message: `系统中已有编号${values.number}的申请，可能已经移入或者登记过。请删去这一行，或者核对编号。`,
    }));
