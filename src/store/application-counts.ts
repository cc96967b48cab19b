import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { ClockEntry } from '../domain/application/case.ts';
import type { AppealKind, AppealResult } from '../law/appeals.ts';
import type { ApplicantKind } from '../law/applicants.ts';
import type { IntakeChannel } from '../law/intake.ts';
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

/** So many cases of a kind and a channel that came in a month. */
export interface ReceivedGroup {
  readonly month: number;
  readonly kind: ApplicantKind;
  readonly channel: IntakeChannel;
  readonly cases: number;
}

/** What came in each month of a year. */
export async function receivedGroups(
  database: Connection,
  scope: CountScope,
  year: number,
): Promise<readonly ReceivedGroup[]> {
  const { rows } = await sql<ReceivedGroup>`
    select extract(month from received_on)::int as month, applicant_kind as kind, channel, count(*)::int as cases
    from application
    where agency_id ${agenciesOf(scope)} and counted
      and received_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
    group by 1, 2, 3`.execute(database);
  return rows;
}

/** So many cases that ended alike in a month. Whether each was in time is reckoned from its clock, not stored. */
export interface EndedGroup {
  readonly month: number;
  readonly outcome: string;
  readonly clock: readonly ClockEntry[];
  readonly cases: number;
}

/** What was answered or otherwise ended in each month of a year. */
export async function endedGroups(
  database: Connection,
  scope: CountScope,
  year: number,
): Promise<readonly EndedGroup[]> {
  const { rows } = await sql<EndedGroup>`
    select extract(month from ended_on)::int as month, outcome, clock, count(*)::int as cases from application
    where agency_id ${agenciesOf(scope)} and counted and outcome is not null
      and ended_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
    group by 1, 2, 3`.execute(database);
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
