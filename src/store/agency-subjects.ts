import { type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import type { SubjectHolder } from '../domain/application/subject-advice.ts';
import type { AgencySubjectTable } from './subject-tables.ts';
import type { Tables } from './tables.ts';

type Connection = Kysely<Tables>;
export type SubjectRow = Selectable<AgencySubjectTable>;

/** Words that an agency keeps, by whose they are and in the order of the words. */
export const subjectsOf = (database: Connection, agencyId: string): Promise<SubjectRow[]> =>
  database
    .selectFrom('agency_subject')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .orderBy('holder')
    .orderBy('word')
    .execute();

export async function countSubjects(database: Connection, agencyId: string): Promise<number> {
  const { rows } = await sql<{ words: number }>`
    select count(*)::int as words from agency_subject where agency_id = ${agencyId}`.execute(database);
  return rows[0]!.words;
}

/** False where the agency has the word already. */
export async function insertSubject(
  transaction: Connection,
  row: Insertable<AgencySubjectTable>,
): Promise<boolean> {
  const written = await transaction
    .insertInto('agency_subject')
    .values(row)
    .onConflict((conflict) => conflict.columns(['agency_id', 'word']).doNothing())
    .executeTakeFirst();
  return written.numInsertedOrUpdatedRows === 1n;
}

/** The word that was taken away; null where it was not there. */
export async function deleteSubject(
  transaction: Connection,
  agencyId: string,
  id: string,
): Promise<string | null> {
  const gone = await transaction
    .deleteFrom('agency_subject')
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .returning('word')
    .executeTakeFirst();
  return gone?.word ?? null;
}

export interface MatchingSubject {
  readonly word: string;
  readonly holder: SubjectHolder;
  readonly name: string;
  readonly contact: string | null;
  readonly slug: string | null;
}

const mostMatches = 50;

/**
 * Words that stand in a text, those kept by an agency, and those that its neighbours of this installation (the same
 * superior, the superior, those below) say are their own.
 */
export async function subjectsIn(
  database: Connection,
  agencyId: string,
  text: string,
): Promise<readonly MatchingSubject[]> {
  // Agency by agency: the words of forty thousand are never gone through for one.
  const { rows } = await sql<MatchingSubject>`
    with own as (select id, name, superior_id from agency where id = ${agencyId}),
    near as materialized (
      select a.id, a.name, a.slug, a.contacts from own join agency a on a.superior_id = own.superior_id
        where a.id <> own.id and a.valid_to is null
      union all
      select a.id, a.name, a.slug, a.contacts from own join agency a on a.id = own.superior_id
        where a.valid_to is null
      union all
      select a.id, a.name, a.slug, a.contacts from own join agency a on a.superior_id = own.id
        where a.valid_to is null)
    select s.word, s.holder, coalesce(s.name, own.name) as name, s.contact, null as slug
    from own join agency_subject s on s.agency_id = own.id where strpos(${text}, s.word) > 0
    union all
    select s.word, 'agency', near.name, nullif(near.contacts->>'phone', ''), near.slug
    from near cross join lateral (select word from agency_subject
      where agency_id = near.id and holder = 'own' and strpos(${text}, word) > 0 offset 0) s
    order by 1 limit ${mostMatches}`.execute(database);
  return rows;
}
