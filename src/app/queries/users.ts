import { accountByUsername, allAccounts, membershipsOn } from '../../store/accounts.ts';
import { agencyBySlug } from '../../store/agencies.ts';
import { agencyRefs } from '../../store/agency-tree.ts';
import { mustBeAllowed } from '../authorise.ts';
import { shanghaiDay } from '../calendar-years.ts';
import type { AppContext } from '../context.ts';
import { isRoleId, type RoleId } from '../policy/roles.ts';

/** An account as the terminal sees it. */
export interface KnownUser {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly disabled: boolean;
  readonly held: readonly {
    readonly id: string;
    readonly role: RoleId;
    readonly agencyId: string;
    /** Slug. */
    readonly agency: string;
  }[];
}

interface Row {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly disabled_at: Date | null;
}

async function withRoles(
  { store, now }: AppContext,
  { id, username, name, disabled_at }: Row,
): Promise<KnownUser> {
  const memberships = await store.read((database) => membershipsOn(database, id, shanghaiDay(now())));
  const places = await store.read((database) =>
    agencyRefs(
      database,
      memberships.map(({ agency_id }) => agency_id),
    ),
  );
  const held = memberships.flatMap((one) => {
    const agency = places.find((place) => place.id === one.agency_id)?.slug ?? '';
    return isRoleId(one.role) ? [{ id: one.id, role: one.role, agencyId: one.agency_id, agency }] : [];
  });
  return { id, username, name, disabled: disabled_at !== null, held };
}

/** The account of a user name, null where there is none; for the terminal alone. */
export async function userNamed(context: AppContext, username: string): Promise<KnownUser | null> {
  mustBeAllowed(context, 'account.listAll');
  const account = await context.store.read((database) => accountByUsername(database, username));
  return account === null ? null : withRoles(context, account);
}

/** Every account by user name, some at a time; for the terminal alone. */
export async function* everyone(context: AppContext): AsyncGenerator<KnownUser> {
  mustBeAllowed(context, 'account.listAll');
  let after = '';
  for (;;) {
    const rows = await context.store.read((database) => allAccounts(database, after, 200));
    for (const row of rows) yield await withRoles(context, row);
    if (rows.length === 0) return;
    after = rows.at(-1)!.username;
  }
}

/** The agency of a slug, for the terminal alone. */
export async function agencyAt(context: AppContext, slug: string): Promise<{ readonly id: string } | null> {
  mustBeAllowed(context, 'account.listAll');
  return context.store.read((database) => agencyBySlug(database, slug));
}
