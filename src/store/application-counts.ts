import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { ClockEntry } from '../domain/application/case.ts';
import type { AppealKind, AppealResult } from '../law/appeals.ts';
import type { ApplicantKind } from '../law/applicants.ts';
import { withinReach } from './agency-tree.ts';
import type { Tables } from './tables.ts';

type Connection = Kysely<Tables>;

/** Agencies that are counted together: one, or one and all below it. */
export interface CountScope {
  readonly agencyId: string;
  readonly below: boolean;
}

/** SQL of a condition on an agency's id. */
export const agenciesOf = ({ agencyId, below }: CountScope): RawBuilder<unknown> =>
  below ? sql`in (${withinReach([agencyId], [agencyId])})` : sql`= ${agencyId}`;

/** So many cases of a kind that began and ended alike, as table 三 sees them. */
export interface CaseGroup {
  readonly kind: ApplicantKind;
  readonly carried: boolean;
  readonly outcome: string | null;
  readonly cases: number;
}

/** Table 三 in one grouped query over its index alone. */
export async function caseGroups(
  database: Connection,
  scope: CountScope,
  first: string,
  until: string,
): Promise<readonly CaseGroup[]> {
  const { rows } = await sql<CaseGroup>`
    select applicant_kind as kind, received_on < ${first}::date as carried,
      case when ended_on <= ${until}::date then outcome end as outcome, count(*)::int as cases
    from application
    where agency_id ${agenciesOf(scope)} and counted and received_on <= ${until}::date
      and (ended_on is null or ended_on >= ${first}::date)
    group by 1, 2, 3`.execute(database);
  return rows;
}

export interface AppealGroup {
  readonly kind: AppealKind;
  readonly result: AppealResult;
  readonly appeals: number;
}

/** Table 四 in one grouped query. */
export async function appealGroups(
  database: Connection,
  scope: CountScope,
  first: string,
  until: string,
): Promise<readonly AppealGroup[]> {
  const { rows } = await sql<AppealGroup>`
    select kind, case when ended_on <= ${until}::date then result else 'pending' end as result,
      count(*)::int as appeals
    from appeal
    where agency_id ${agenciesOf(scope)} and accepted_on <= ${until}::date
      and (ended_on is null or ended_on >= ${first}::date)
    group by 1, 2`.execute(database);
  return rows;
}

export interface MonthRow {
  readonly month: number;
  readonly received: number;
  readonly ended: number;
}

/** How many came and went in each month of a year. */
export async function monthRows(
  database: Connection,
  scope: CountScope,
  year: number,
): Promise<readonly MonthRow[]> {
  const [first, until] = [`${year}-01-01`, `${year}-12-31`];
  const { rows } = await sql<MonthRow>`
    select month, sum(received)::int as received, sum(ended)::int as ended from (
      select extract(month from received_on)::int as month, count(*) as received, 0 as ended from application
      where agency_id ${agenciesOf(scope)} and counted and received_on between ${first}::date and ${until}::date
      group by 1
      union all
      select extract(month from ended_on)::int, 0, count(*) from application
      where agency_id ${agenciesOf(scope)} and counted and ended_on between ${first}::date and ${until}::date
      group by 1
    ) each group by month order by month`.execute(database);
  return rows;
}

/** Cases by channel, received in a year. */
export async function channelRows(
  database: Connection,
  scope: CountScope,
  year: number,
): Promise<readonly { readonly channel: string; readonly cases: number }[]> {
  const { rows } = await sql<{ channel: string; cases: number }>`
    select channel, count(*)::int as cases from application
    where agency_id ${agenciesOf(scope)} and counted
      and received_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
    group by 1 order by 2 desc`.execute(database);
  return rows;
}

/** Distinct clocks of the cases answered in a period: whether each was in time is reckoned, not stored. */
export async function endedClocks(
  database: Connection,
  scope: CountScope,
  first: string,
  until: string,
): Promise<readonly { readonly clock: readonly ClockEntry[]; readonly cases: number }[]> {
  const { rows } = await sql<{ clock: readonly ClockEntry[]; cases: number }>`
    select clock, count(*)::int as cases from application
    where agency_id ${agenciesOf(scope)} and counted and ended_on between ${first}::date and ${until}::date
    group by 1`.execute(database);
  return rows;
}

/** Notices of fees in a period, for part 六 of the annual report. */
export async function feeFigures(
  database: Connection,
  scope: CountScope,
  first: string,
  until: string,
): Promise<{ readonly notices: number; readonly noticed: number; readonly collected: number }> {
  const { rows } = await sql<{ notices: number; noticed: number; collected: number }>`
    select count(*) filter (where noticed_on between ${first}::date and ${until}::date)::int as notices,
      coalesce(sum(yuan) filter (where noticed_on between ${first}::date and ${until}::date), 0)::int as noticed,
      coalesce(sum(paid_yuan) filter (where paid_on between ${first}::date and ${until}::date), 0)::int as collected
    from fee_notice where agency_id ${agenciesOf(scope)}
      and (noticed_on between ${first}::date and ${until}::date or paid_on between ${first}::date and ${until}::date)`.execute(
    database,
  );
  return rows[0]!;
}
