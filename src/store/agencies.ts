import { type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import type { AgencyKind } from '../domain/annual/report.ts';
import { searchable, tokensOf } from './bigrams.ts';
import type { AgencyTable, Tables } from './tables.ts';

export type Agency = Selectable<AgencyTable>;
type Connection = Kysely<Tables>;

export async function agencyBySlug(database: Connection, slug: string): Promise<Agency | null> {
  const row = await database.selectFrom('agency').selectAll().where('slug', '=', slug).executeTakeFirst();
  return row ?? null;
}

export async function agencyById(database: Connection, id: string): Promise<Agency | null> {
  const row = await database.selectFrom('agency').selectAll().where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** Agencies of exactly this name and kind: several when a name repeats. */
export function agenciesNamed(database: Connection, name: string, kind: AgencyKind): Promise<Agency[]> {
  const named = database.selectFrom('agency').selectAll().where('name', '=', name).where('kind', '=', kind);
  return named.orderBy('slug').limit(20).execute();
}

async function lock(transaction: Connection, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(transaction);
}

/** Lets one transaction at a time find, make or change the agency of this slug; held until the transaction ends. */
export const lockAgency = (transaction: Connection, slug: string): Promise<void> =>
  lock(transaction, `agency ${slug}`);

/** Lets one transaction at a time change who stands under whom; held until it ends. */
export const lockTree = (transaction: Connection): Promise<void> => lock(transaction, 'agency tree');

/** The agency, locked until the transaction ends. */
export async function lockedAgency(transaction: Connection, id: string): Promise<Agency | null> {
  const row = await transaction
    .selectFrom('agency')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export const agenciesWithSlugs = (database: Connection, slugs: readonly string[]): Promise<Agency[]> =>
  database
    .selectFrom('agency')
    .selectAll()
    .where('slug', 'in', [...slugs])
    .execute();

/** Agencies that bear exactly this name, closed ones left out. */
export const openAgenciesNamed = (database: Connection, name: string): Promise<Agency[]> =>
  database
    .selectFrom('agency')
    .selectAll()
    .where('name', '=', name)
    .where('valid_to', 'is', null)
    .orderBy('slug')
    .limit(6)
    .execute();

export async function insertAgency(
  transaction: Connection,
  agency: Insertable<AgencyTable>,
): Promise<Agency> {
  const row = await transaction.insertInto('agency').values(agency).returningAll().executeTakeFirstOrThrow();
  const content = searchable(agency.name);
  await transaction
    .insertInto('agency_search')
    .values({
      agency_id: agency.id,
      tokens: sql<string>`array_to_tsvector(${tokensOf(content)}::text[])`,
      content,
    })
    .execute();
  return row;
}

/** Codes of the governments above a code, the nearest first: 370881111 → 370881, 370800, 370000. */
export function codesAbove(code: string): string[] {
  const above: string[] = [];
  if (code.length > 9) above.push(code.slice(0, 9));
  if (code.length > 6) above.push(code.slice(0, 6));
  const six = code.slice(0, 6);
  for (const coarser of [`${six.slice(0, 4)}00`, `${six.slice(0, 2)}0000`])
    if (coarser !== six && coarser !== code) above.push(coarser);
  return above;
}

/**
 * Hangs a new agency under the nearest government that is there, and those below it that hung higher under it. One
 * at a time, so that two made together see each other: call it last in the transaction.
 */
export async function joinAgencyTree(transaction: Connection, agency: Agency): Promise<void> {
  const code = agency.division_code;
  if (code === null) return;
  await lockTree(transaction);
  const isGovernment = agency.slug === code;
  const slugs = isGovernment ? codesAbove(code) : [code, ...codesAbove(code)];
  const above = await transaction
    .selectFrom('agency')
    .select(['id', 'slug'])
    .where('slug', 'in', slugs)
    .execute();
  const nearest = slugs
    .map((slug) => above.find((row) => row.slug === slug))
    .find((row) => row !== undefined);
  if (nearest !== undefined)
    await transaction
      .updateTable('agency')
      .set({ superior_id: nearest.id })
      .where('id', '=', agency.id)
      .execute();
  if (!isGovernment) return;
  const stem = code.replace(/(0000|00)$/, '');
  await transaction
    .updateTable('agency')
    .set({ superior_id: agency.id })
    .where('division_code', 'like', `${stem}%`)
    .where('id', '!=', agency.id)
    .where('level', '>=', agency.level)
    .where((where) =>
      where.or([where('superior_id', 'is', null), where('superior_id', '=', nearest?.id ?? agency.id)]),
    )
    .execute();
}

export interface AgencyRef {
  readonly slug: string;
  readonly name: string;
  readonly kind: AgencyKind;
}

/** An agency with those above, below, after and before it on a day; null where no agency has that slug. */
export async function agencyWithRelations(database: Connection, slug: string, day: string) {
  const agency = await agencyBySlug(database, slug);
  if (agency === null) return null;
  const refs = database.selectFrom('agency').select(['id', 'slug', 'name', 'kind']);
  const [related, subordinates, predecessors] = await Promise.all([
    refs.where('id', 'in', [agency.superior_id ?? agency.id, agency.successor_id ?? agency.id]).execute(),
    refs
      .where('superior_id', '=', agency.id)
      .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', day)]))
      .orderBy('level')
      .orderBy('slug')
      .limit(200)
      .execute(),
    refs
      .where('successor_id', '=', agency.id)
      .where('valid_to', '<', day)
      .orderBy('valid_to', 'desc')
      .orderBy('slug')
      .limit(200)
      .execute(),
  ]);
  const find = (id: string | null) => (id === null ? null : (related.find((row) => row.id === id) ?? null));
  return {
    agency,
    superior: find(agency.superior_id),
    successor: find(agency.successor_id),
    subordinates,
    predecessors,
  };
}
