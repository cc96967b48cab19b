import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export interface Named {
  readonly id: string;
  /** What it is called, with the user name of an account, the slug of an agency. */
  readonly name: string;
  readonly what: 'account' | 'agency';
}

/** What ids of accounts and agencies are called; other ids are left out. */
export async function namesOf(database: Kysely<Tables>, ids: readonly string[]): Promise<Named[]> {
  if (ids.length === 0) return [];
  const wanted = [...new Set(ids)];
  const [accounts, agencies] = await Promise.all([
    database.selectFrom('account').select(['id', 'name', 'username']).where('id', 'in', wanted).execute(),
    database.selectFrom('agency').select(['id', 'name', 'slug']).where('id', 'in', wanted).execute(),
  ]);
  return [
    ...accounts.map(({ id, name, username }) => ({
      id,
      name: `${name}（${username}）`,
      what: 'account' as const,
    })),
    ...agencies.map(({ id, name, slug }) => ({ id, name: `${name}（${slug}）`, what: 'agency' as const })),
  ];
}

/** Ids of accounts of exactly this user name, else of exactly this name. */
export async function accountsCalled(database: Kysely<Tables>, text: string): Promise<string[]> {
  const by = (column: 'username' | 'name', value: string) =>
    database.selectFrom('account').select('id').where(column, '=', value).limit(2).execute();
  const named = await by('username', text.toLowerCase());
  return (named.length > 0 ? named : await by('name', text)).map(({ id }) => id);
}
