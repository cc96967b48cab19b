import type { Day } from '../../domain/workday/index.ts';
import { type Account, accountById, membershipsOn } from '../../store/accounts.ts';
import { agencyRefs } from '../../store/agency-tree.ts';
import { shanghaiDay } from '../calendar-years.ts';
import type { AppContext, Person } from '../context.ts';
import { isRoleId, type RoleId } from '../policy/roles.ts';
import type { Auth } from './auth.ts';

export interface WorkPlace {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/** Somebody who is signed in: who, with which session, at which agencies. */
export interface Visit {
  readonly person: Person;
  readonly account: Pick<Account, 'id' | 'name' | 'username' | 'home_agency_id' | 'mail' | 'mail_key'>;
  readonly mustChangePassword: boolean;
  readonly hasSecondFactor: boolean;
  readonly session: { readonly id: string; readonly token: string };
  /** Agencies a role is held at, by name. */
  readonly places: readonly WorkPlace[];
  /** The one being worked for. */
  readonly place: WorkPlace | null;
  readonly roles: readonly RoleId[];
}

/** An account with the roles it holds today; null where it does not exist or was disabled. */
export async function holderOf(context: AppContext, accountId: string) {
  const day: Day = shanghaiDay(context.now());
  const [account, memberships] = await Promise.all([
    context.store.read((database) => accountById(database, accountId)),
    context.store.read((database) => membershipsOn(database, accountId, day)),
  ]);
  if (account === null || account.disabled_at !== null) return null;
  const holdings = memberships.flatMap(({ agency_id, role, deputy_of }) =>
    isRoleId(role) ? [{ agencyId: agency_id, role, deputy: deputy_of !== null }] : [],
  );
  return { account, memberships, holdings };
}

/** Who asks, by the cookies of a request; null for nobody. `wanted` is the agency last chosen. */
export async function visitOf(
  context: AppContext,
  auth: Auth,
  headers: Headers,
  wanted: string | null,
): Promise<Visit | null> {
  const found = await auth.api.getSession({ headers });
  if (found === null) return null;
  const holder = await holderOf(context, found.user.id);
  if (holder === null) return null;
  const { account, memberships, holdings } = holder;
  const ids = [...new Set(memberships.map(({ agency_id }) => agency_id))];
  const places = await context.store.read((database) => agencyRefs(database, ids));
  const place = places.find(({ slug }) => slug === wanted) ?? places[0] ?? null;
  return {
    person: { accountId: account.id, name: account.name, holdings, agencyId: place?.id ?? null },
    account,
    mustChangePassword: account.must_change_password,
    hasSecondFactor: account.two_factor_enabled,
    session: { id: found.session.id, token: found.session.token },
    places,
    place,
    roles: [...new Set(holdings.filter(({ agencyId }) => agencyId === place?.id).map(({ role }) => role))],
  };
}
