import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

type Connection = Kysely<Tables>;

export interface Named {
  readonly id: string;
  /** What it is called: no name of an applicant, nothing that is sealed. */
  readonly name: string;
}

/** What accounts, agencies and one agency's reports, applications and groups of them are called; other ids are left out. */
export async function namesOf(
  database: Connection,
  agencyId: string,
  ids: readonly string[],
): Promise<Named[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Named>`
    with wanted as (select distinct unnest(${ids}::uuid[]) as id)
    select a.id, a.name || '（' || a.username || '）' as name from wanted join account a using (id)
    union all select a.id, a.name || '（' || a.slug || '）' from wanted join agency a using (id)
    union all select r.id, r.agency_name || r.year || '年年度报告'
      from wanted w join annual_report r on r.agency_id = ${agencyId} and r.id = w.id
    union all select a.id, '申请' || coalesce(a.number, a.receipt_number)
      from wanted w join application a on a.agency_id = ${agencyId} and a.id = w.id
    union all select g.id, '同一内容的申请（' || to_char(g.formed_at, 'YYYY-MM-DD') || '编组）'
      from wanted w join application_group g on g.agency_id = ${agencyId} and g.id = w.id`.execute(database);
  return rows;
}

/** Ids of accounts of exactly this user name, else of exactly this name. */
export async function accountsCalled(database: Connection, text: string): Promise<string[]> {
  const by = (column: 'username' | 'name', value: string) =>
    database.selectFrom('account').select('id').where(column, '=', value).limit(2).execute();
  const named = await by('username', text.toLowerCase());
  return (named.length > 0 ? named : await by('name', text)).map(({ id }) => id);
}

/** Accounts of this name at an agency, their own or one they serve; two at most, which is one too many. */
export async function accountsNamedAt(
  database: Connection,
  agencyId: string,
  name: string,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from account a where a.name = ${name} and (a.home_agency_id = ${agencyId}
      or exists (select from membership m where m.account_id = a.id and m.agency_id = ${agencyId})) limit 2`.execute(
    database,
  );
  return rows.map(({ id }) => id);
}

/** The application of one agency with exactly this number or receipt number, null where there is none. */
export async function applicationNumbered(
  database: Connection,
  agencyId: string,
  text: string,
): Promise<string | null> {
  const row = await database
    .selectFrom('application')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where((where) => where.or([where('number', '=', text), where('receipt_number', '=', text)]))
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}
