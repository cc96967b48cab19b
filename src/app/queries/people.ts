import type { refuse } from '../../domain/refusal.ts';
import type { Day } from '../../domain/workday/index.ts';
import {
  accountById,
  listPeople,
  type Membership,
  membershipsOf,
  type PersonRow,
} from '../../store/accounts.ts';
import { agencyRefs } from '../../store/agency-tree.ts';
import { sessionsOf } from '../../store/sessions.ts';
import { logReading } from '../access-log.ts';
import { accountUnknown, subjectOf } from '../accounts/subject.ts';
import { reachOf } from '../authorise.ts';
import { shanghaiDay } from '../calendar-years.ts';
import { everyRow } from '../every-row.ts';
import { isRoleId, type RoleId } from '../policy/roles.ts';
import { query } from '../query.ts';

export type { PersonRow };

export interface PeopleListQuery {
  readonly text: string;
  readonly role: RoleId | null;
  /** Cursor of the page before; one that was tampered with begins at the first page. */
  readonly after: string | null;
  readonly limit: number;
}

export interface PeopleList {
  readonly rows: readonly PersonRow[];
  readonly next: string | null;
}

const writeCursor = ({ name, id }: PersonRow): string => `${id}.${name}`;

function readCursor(cursor: string | null): { name: string; id: string } | null {
  const parts = /^([0-9a-f-]{36})\.(.{1,80})$/u.exec(cursor ?? '');
  return parts === null ? null : { id: parts[1]!, name: parts[2]! };
}

/** People of the agencies within reach, by name. */
export const people = query({
  act: 'account.list',
  subject: ({ actor }) => ({ agencyId: typeof actor === 'string' ? null : actor.agencyId }),
  async run(context, { text, role, after, limit }: PeopleListQuery): Promise<PeopleList> {
    const { own, below } = reachOf(context, 'account.list');
    const rows = await context.store.read((database) =>
      listPeople(database, {
        own,
        below,
        text,
        role,
        after: readCursor(after),
        limit: limit + 1,
        day: shanghaiDay(context.now()),
      }),
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return { rows: shown, next: rows.length > limit && last !== undefined ? writeCursor(last) : null };
  },
});

const atOnce = 500;

/** Everybody that the pages of the list would lead to. Names leave the system, so it is noted as a reading is. */
export const peopleExport = query({
  act: 'account.list',
  subject: ({ actor }) => ({ agencyId: typeof actor === 'string' ? null : actor.agencyId }),
  async run(context, asked: Pick<PeopleListQuery, 'text' | 'role'>): Promise<AsyncGenerator<PersonRow>> {
    const agencyId = typeof context.actor === 'string' ? null : context.actor.agencyId;
    const about = { act: 'account.list', subjectKind: 'account', subjectId: null };
    if (agencyId !== null) await logReading(context, { agencyId, ...about }, '导出人员名单');
    return everyRow((after) => people(context, { ...asked, after, limit: atOnce }));
  },
});

export interface HeldRole {
  readonly id: string;
  readonly role: RoleId;
  readonly agency: string;
  readonly from: Day;
  readonly to: Day | null;
  readonly state: 'held' | 'coming' | 'over';
  readonly deputy: boolean;
}

export interface PersonSheet {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly agency: { readonly id: string; readonly name: string };
  readonly disabledAt: Date | null;
  readonly secondFactor: boolean;
  readonly mustChangePassword: boolean;
  readonly roles: readonly HeldRole[];
  readonly sessions: readonly {
    readonly id: string;
    readonly at: Date;
    readonly until: Date;
    readonly current: boolean;
  }[];
}

const stateOf = ({ valid_from, valid_to }: Membership, today: Day): HeldRole['state'] =>
  valid_from > today ? 'coming' : valid_to !== null && valid_to < today ? 'over' : 'held';

/** One person: account, roles now and then, sessions. `token` is that of the session that asks. */
export const personSheet = query({
  act: 'account.read',
  async subject({ store }, { id }: { readonly id: string; readonly token: string }) {
    const account = await store.read((database) => accountById(database, id));
    return account === null ? accountUnknown : subjectOf(account);
  },
  async run({ store, now }, { id, token }) {
    const today = shanghaiDay(now());
    return store.read(async (database): Promise<PersonSheet | ReturnType<typeof refuse>> => {
      const account = await accountById(database, id);
      if (account === null) return accountUnknown;
      const [memberships, sessions] = await Promise.all([
        membershipsOf(database, id),
        sessionsOf(database, id, now()),
      ]);
      const agencies = await agencyRefs(database, [
        account.home_agency_id,
        ...memberships.map(({ agency_id }) => agency_id),
      ]);
      const nameOf = (agencyId: string) => agencies.find((agency) => agency.id === agencyId)?.name ?? '';
      return {
        id,
        name: account.name,
        username: account.username,
        agency: { id: account.home_agency_id, name: nameOf(account.home_agency_id) },
        disabledAt: account.disabled_at,
        secondFactor: account.two_factor_enabled,
        mustChangePassword: account.must_change_password,
        roles: memberships.flatMap((held) =>
          isRoleId(held.role)
            ? [
                {
                  id: held.id,
                  role: held.role,
                  agency: nameOf(held.agency_id),
                  from: held.valid_from as Day,
                  to: held.valid_to as Day | null,
                  state: stateOf(held, today),
                  deputy: held.deputy_of !== null,
                },
              ]
            : [],
        ),
        sessions: sessions.map((session) => ({
          id: session.id,
          at: session.created_at,
          until: session.expires_at,
          current: session.token === token,
        })),
      };
    });
  },
});
