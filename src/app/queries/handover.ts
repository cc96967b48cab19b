import { type Refusal, refuse } from '../../domain/refusal.ts';
import { accountById, membershipsOf } from '../../store/accounts.ts';
import { agencyRefs } from '../../store/agency-tree.ts';
import { colleaguesAt } from '../../store/memberships.ts';
import { accountUnknown, subjectOf } from '../accounts/subject.ts';
import { shanghaiDay } from '../calendar-years.ts';
import { isRoleId, type RoleId } from '../policy/roles.ts';
import { query } from '../query.ts';
import { openWork } from '../work/open-work.ts';

/** What a person would hand over at one agency. */
export interface HandoverAt {
  readonly agencyId: string;
  readonly name: string;
  readonly roles: readonly { readonly role: RoleId; readonly to: string | null; readonly deputy: boolean }[];
  readonly work: readonly { readonly label: string; readonly count: number }[];
  /** Who could take it over: the first hundred by name. */
  readonly colleagues: readonly { readonly username: string; readonly name: string }[];
}

const mostColleagues = 100;

export interface HandoverSheet {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly at: readonly HandoverAt[];
}

/** What somebody holds and has in hand, agency by agency, before it is handed over. */
export const handoverSheet = query({
  act: 'membership.handOver',
  async subject({ store }, { id }: { readonly id: string }) {
    const account = await store.read((database) => accountById(database, id));
    return account === null ? accountUnknown : subjectOf(account);
  },
  async run({ store, now }, { id }): Promise<HandoverSheet | Refusal> {
    const today = shanghaiDay(now());
    return store.read(async (database) => {
      const account = await accountById(database, id);
      if (account === null) return accountUnknown;
      const held = (await membershipsOf(database, id)).filter(
        ({ valid_to }) => valid_to === null || valid_to >= today,
      );
      const agencies = await agencyRefs(database, [...new Set(held.map(({ agency_id }) => agency_id))]);
      if (agencies.length === 0)
        return refuse('handover.nothing', `${account.name}现在没有角色，不需要交接。`);
      const at: HandoverAt[] = [];
      for (const agency of agencies)
        at.push({
          agencyId: agency.id,
          name: agency.name,
          roles: held
            .filter(({ agency_id }) => agency_id === agency.id)
            .flatMap(({ role, valid_to, deputy_of }) =>
              isRoleId(role) ? [{ role, to: valid_to, deputy: deputy_of !== null }] : [],
            ),
          colleagues: (await colleaguesAt(database, agency.id, today, mostColleagues)).filter(
            ({ username }) => username !== account.username,
          ),
          work: await Promise.all(
            openWork.map(async ({ label, count }) => ({
              label,
              count: await count(database, agency.id, id),
            })),
          ),
        });
      return { id, name: account.name, username: account.username, at };
    });
  },
});
