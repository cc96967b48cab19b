import type { Transaction } from 'kysely';
import { isRefusal } from '../../domain/refusal.ts';
import type { Day } from '../../domain/workday/index.ts';
import { membershipsOn } from '../../store/accounts.ts';
import { doersOfMany } from '../../store/application-bulk.ts';
import type { ApplicationRow } from '../../store/applications.ts';
import { actsOfGroup } from '../../store/group-acts.ts';
import { answersOfMany, enclosuresOfMany } from '../../store/letter-bulk.ts';
import type { Tables } from '../../store/tables.ts';
import { openRow } from '../applications/case-record.ts';
import { letterAgencyOf } from '../applications/letter-agency.ts';
import { openJson } from '../applications/sealing.ts';
import type { AppContext, Person } from '../context.ts';
import { isRoleId } from '../policy/roles.ts';
import type { AnyGroupFacts } from './group-facts.ts';
import { aboutGroup, type GroupRecord } from './group-record.ts';
import type { Carrying, Member } from './member-acts.ts';

type Tx = Transaction<Tables>;

/** Whoever did an act on a group, with the roles held on its day. */
export async function personOfAct(
  transaction: Tx,
  { accountId, agencyId, on }: { readonly accountId: string; readonly agencyId: string; readonly on: Day },
): Promise<Person> {
  const held = await membershipsOn(transaction, accountId, on);
  const holdings = held.flatMap(({ agency_id, role }) =>
    isRoleId(role) ? [{ agencyId: agency_id, role, deputy: false }] : [],
  );
  return { accountId, name: '', agencyId, holdings };
}

/** The extensions of the whole group that its head consented to. */
async function extensionsOf(transaction: Tx, group: GroupRecord): Promise<Carrying['extensions']> {
  const acts = await actsOfGroup(transaction, group);
  return acts
    .filter(({ act }) => act === 'consentExtension')
    .map(({ id, on, sealed_facts }) => {
      const facts = openJson<{ days: number }>(group.key, sealed_facts, aboutGroup(group, `act ${id}`));
      return { on: on as Day, days: facts.days };
    });
}

/** An act on a group made ready to be done to its applications. `at`: when the person did it. */
export async function carryingOf(
  context: AppContext,
  transaction: Tx,
  group: GroupRecord,
  act: { readonly person: Person; readonly at: Date; readonly on: Day; readonly given: AnyGroupFacts },
): Promise<Carrying> {
  const { given } = act;
  return {
    context: { ...context, actor: act.person, now: () => act.at },
    on: act.on,
    given,
    draft: given.act === 'draft' ? given.facts.before : group.draft,
    extensions: [
      ...(await extensionsOf(transaction, group)),
      ...(given.act === 'consentExtension' ? [{ on: act.on, days: given.facts.days }] : []),
    ],
    agency: await letterAgencyOf(transaction, group.agencyId),
  };
}

/** Applications as an act needs them; those whose personal data was deleted are not among them. */
export async function membersOf(
  { vault }: AppContext,
  transaction: Tx,
  { agencyId }: { readonly agencyId: string },
  { act }: AnyGroupFacts,
  rows: readonly ApplicationRow[],
): Promise<readonly Member[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const doers = await doersOfMany(transaction, agencyId, ids);
  const letters =
    act === 'send' || act === 'proveDelivery'
      ? await answersOfMany(transaction, agencyId, ids, act === 'send' ? 'approved' : 'sent')
      : null;
  const enclosures =
    act === 'approve' || act === 'send' || act === 'addEnclosure'
      ? await enclosuresOfMany(transaction, agencyId, ids)
      : null;
  return rows.flatMap((row) => {
    const record = openRow(vault, row);
    if (isRefusal(record)) return [];
    return [
      {
        record: { ...record, doneBy: doers.get(row.id) ?? {} },
        letter: letters?.get(row.id) ?? null,
        enclosures: enclosures?.get(row.id) ?? [],
      },
    ];
  });
}
