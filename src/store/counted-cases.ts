import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { AppealRow } from './appeals.ts';
import { agenciesOf, type CountScope } from './application-counts.ts';
import { type ListedRow, listedColumns } from './application-lists.ts';
import type { CaseRef } from './applications.ts';
import type { Tables } from './tables.ts';

type Connection = Kysely<Tables>;

/** A figure of table 三 or 四: its row and column, and the days looked at. */
export interface CountedCell {
  readonly table: 'applications' | 'appeals';
  readonly row: string;
  readonly column: string;
  readonly first: string;
  readonly until: string;
}

/** How much of a figure an agency adds. */
export interface AgencyShare {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly cases: number;
}

/** The cases that make up a figure of table 三: the same conditions as those it is counted by. */
function applicationsIn({ row, column, first, until }: CountedCell): RawBuilder<unknown> {
  const within = sql`a.counted and a.received_on <= ${until}::date and (a.ended_on is null or a.ended_on >= ${first}::date)`;
  const kind = column === 'total' ? sql`true` : sql`a.applicant_kind = ${column}`;
  const byRow: Readonly<Record<string, RawBuilder<unknown>>> = {
    received: sql`a.received_on >= ${first}::date`,
    carriedIn: sql`a.received_on < ${first}::date`,
    concluded: sql`a.ended_on <= ${until}::date`,
    carriedOut: sql`(a.ended_on is null or a.ended_on > ${until}::date)`,
  };
  const rows = byRow[row] ?? sql`a.outcome = ${row} and a.ended_on <= ${until}::date`;
  return sql`${within} and ${kind} and ${rows}`;
}

/** The reviews and suits that make up a figure of table 四. */
function appealsIn({ row, column, first, until }: CountedCell): RawBuilder<unknown> {
  const within = sql`a.accepted_on <= ${until}::date and (a.ended_on is null or a.ended_on >= ${first}::date)`;
  const result = sql`case when a.ended_on <= ${until}::date then a.result else 'pending' end`;
  return sql`${within} and a.kind = ${row} and ${column === 'total' ? sql`true` : sql`${result} = ${column}`}`;
}

const conditions = (cell: CountedCell) => (cell.table === 'appeals' ? appealsIn(cell) : applicationsIn(cell));
const tableOf = (cell: CountedCell) => sql.ref(cell.table === 'appeals' ? 'appeal' : 'application');

/** What each agency adds to a figure, by its code; their sum is the figure. */
export async function sharesOf(
  database: Connection,
  scope: CountScope,
  cell: CountedCell,
): Promise<readonly AgencyShare[]> {
  const { rows } = await sql<AgencyShare>`
    select g.id, g.slug, g.name, counted.cases from (
      select a.agency_id, count(*)::int as cases from ${tableOf(cell)} a
      where a.agency_id ${agenciesOf(scope)} and ${conditions(cell)} group by 1
    ) counted join agency g on g.id = counted.agency_id order by g.slug collate "C"`.execute(database);
  return rows;
}

/** Where a page stands: only agencies that it reaches into, the first of them after `seek`. */
function page(agencies: readonly string[], seek: CaseRef | null): RawBuilder<unknown> {
  const ids = sql`${[...agencies]}::uuid[]`;
  return sql`a.agency_id = any(${ids}) and ${
    seek === null ? sql`true` : sql`(a.agency_id <> ${seek.agencyId} or a.id < ${seek.id}::uuid)`
  }`;
}

/** By agency in the order given, the newest first within each. */
const order = (agencies: readonly string[]): RawBuilder<unknown> =>
  agencies.length === 1
    ? sql`a.id desc`
    : sql`array_position(${[...agencies]}::uuid[], a.agency_id), a.id desc`;

/** The cases behind a figure of table 三 at some agencies, a page at a time. */
export async function countedCases(
  database: Connection,
  agencies: readonly string[],
  cell: CountedCell,
  seek: CaseRef | null,
  limit: number,
): Promise<readonly ListedRow[]> {
  const { rows } = await sql<ListedRow>`
    select ${listedColumns} from application a where ${page(agencies, seek)} and ${applicationsIn(cell)}
    order by ${order(agencies)} limit ${limit}`.execute(database);
  return rows;
}

/** A review or suit as table 四 sees it: nothing that is sealed. */
export type CountedAppeal = Pick<
  AppealRow,
  'agency_id' | 'id' | 'application_id' | 'kind' | 'accepted_on' | 'disposition' | 'result' | 'ended_on'
>;

/** The reviews and suits behind a figure of table 四 at some agencies, a page at a time. */
export async function countedAppeals(
  database: Connection,
  agencies: readonly string[],
  cell: CountedCell,
  seek: CaseRef | null,
  limit: number,
): Promise<readonly CountedAppeal[]> {
  const { rows } = await sql<CountedAppeal>`
    select a.agency_id, a.id, a.application_id, a.kind, a.accepted_on, a.disposition, a.result, a.ended_on
    from appeal a where ${page(agencies, seek)} and ${appealsIn(cell)}
    order by ${order(agencies)} limit ${limit}`.execute(database);
  return rows;
}
