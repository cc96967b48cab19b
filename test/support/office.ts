import { createHash } from 'node:crypto';
import { createAccount } from '../../src/app/commands/create-account.ts';
import { grantRole } from '../../src/app/commands/grant-role.ts';
import { type AppContext, appContext, type Person } from '../../src/app/context.ts';
import type { RoleId } from '../../src/app/policy/roles.ts';
import { type Vault, vaultOf } from '../../src/app/vault/vault.ts';
import { isRefusal, type Refusal } from '../../src/domain/refusal.ts';
import { insertAgency } from '../../src/store/agencies.ts';
import { newId } from '../../src/store/ids.ts';
import type { Store } from '../../src/store/store.ts';

/** A vault of a fixed key, for tests alone. */
export const testVault: Vault = vaultOf(createHash('sha256').update('test').digest());

export const terminal = (store: Store): AppContext => appContext(store, 'terminal', testVault);

/** The value of a command that must succeed. */
export async function done<T>(outcome: Promise<T | Refusal>): Promise<T> {
  const value = await outcome;
  if (isRefusal(value)) throw new Error(`${value.code}: ${value.message} ${JSON.stringify(value.facts)}`);
  return value;
}

/** An invented agency; returns its id. */
export async function makeAgency(
  store: Store,
  agency: { slug: string; name: string; superior?: string | null; level?: number },
): Promise<string> {
  const id = newId();
  await store.write((transaction) =>
    insertAgency(transaction, {
      id,
      slug: agency.slug,
      division_code: /^\d+$/.test(agency.slug) ? agency.slug : null,
      name: agency.name,
      kind: agency.level === 4 ? 'county' : 'township',
      level: agency.level ?? 5,
      superior_id: agency.superior ?? null,
      makes_regulations: false,
      contacts: '{}',
      demonstration: true,
      valid_from: null,
      valid_to: null,
      successor_id: null,
      created_at: new Date(),
    }),
  );
  return id;
}

export const testPassword = 'Qing-shan-2026';

/** An account with roles at one agency, as the person it is when signed in. */
export async function makePerson(
  store: Store,
  agencyId: string,
  username: string,
  roles: readonly RoleId[],
  name = '测试人员',
): Promise<Person> {
  const context = terminal(store);
  const { id } = await done(
    createAccount(context, { agencyId, username, name, password: testPassword, demonstration: true }),
  );
  for (const role of roles)
    await done(
      grantRole(context, { accountId: id, agencyId, role, from: '2020-01-01', to: null, deputyOf: null }),
    );
  return {
    accountId: id,
    name,
    agencyId,
    holdings: roles.map((role) => ({ agencyId, role, deputy: false })),
  };
}

/** A context in which a person acts. */
export const actingAs = (store: Store, person: Person, now?: () => Date): AppContext => ({
  ...appContext(store, person, testVault),
  ...(now === undefined ? {} : { now }),
});
