import { type Insertable, type Kysely, sql } from 'kysely';
import type { ApplicationEventTable } from './application-tables.ts';
import type { ApplicationRow, CaseRef } from './applications.ts';
import type { NewEvent } from './events.ts';
import { newId } from './ids.ts';
import type { Tables } from './tables.ts';

/* Many cases at once, each with what is its own, in as few statements as there are tables. */

type Connection = Kysely<Tables>;

/** The next applications of a group, locked until the transaction ends, by their ids. */
export const lockMembers = (
  transaction: Connection,
  { agencyId, id }: CaseRef,
  after: string | null,
  limit: number,
): Promise<ApplicationRow[]> =>
  transaction
    .selectFrom('application')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('group_id', '=', id)
    .where((where) => (after === null ? where.val(true) : where('id', '>', after)))
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .execute();

export type Doers = Readonly<Record<string, readonly string[]>>;

/** Which accounts did which act on each of some cases (职责分离). */
export async function doersOfMany(
  database: Connection,
  agencyId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Doers>> {
  const { rows } = await sql<{ application_id: string; act: string; accounts: string[] }>`
    select application_id, act, array_agg(distinct account_id::text) as accounts from application_event
    where agency_id = ${agencyId} and application_id = any(${[...ids]}::uuid[]) and account_id is not null
    group by application_id, act`.execute(database);
  const found = new Map<string, Record<string, readonly string[]>>();
  for (const { application_id, act, accounts } of rows)
    found.set(application_id, { ...found.get(application_id), [`application.${act}`]: accounts });
  return found;
}

/** What an act changes of a case. */
export type CaseChange = Pick<
  ApplicationRow,
  | 'phase'
  | 'open'
  | 'submitted_on'
  | 'received_on'
  | 'number'
  | 'waiting_for'
  | 'unit'
  | 'unit_until'
  | 'first_id'
  | 'holder_id'
  | 'answer'
  | 'outcome'
  | 'ended_on'
  | 'counted'
  | 'acted_at'
  | 'sealed_state'
> & { readonly id: string; readonly clock: string; readonly state: string };

/** Writes what an act changed of each of many cases; whoever did it has seen them. */
export async function updateMany(
  transaction: Connection,
  agencyId: string,
  changes: readonly CaseChange[],
): Promise<void> {
  const all = <K extends keyof CaseChange>(key: K) => changes.map((change) => change[key]);
  await sql`
    update application a set phase = c.phase, open = c.open, submitted_on = c.submitted_on,
      received_on = c.received_on, number = c.number, waiting_for = c.waiting_for, unit = c.unit,
      unit_until = c.unit_until, first_id = c.first_id, holder_id = c.holder_id, answer = c.answer,
      outcome = c.outcome, ended_on = c.ended_on, counted = c.counted, acted_at = c.acted_at, clock = c.clock,
      state = c.state, sealed_state = c.sealed_state, opened_at = coalesce(a.opened_at, c.acted_at)
    from unnest(${all('id')}::uuid[], ${all('phase')}::text[], ${all('open')}::boolean[],
      ${all('submitted_on')}::date[], ${all('received_on')}::date[], ${all('number')}::text[],
      ${all('waiting_for')}::text[], ${all('unit')}::text[], ${all('unit_until')}::date[],
      ${all('first_id')}::uuid[], ${all('holder_id')}::uuid[], ${all('answer')}::text[],
      ${all('outcome')}::text[], ${all('ended_on')}::date[], ${all('counted')}::boolean[],
      ${all('acted_at')}::timestamptz[], ${all('clock')}::jsonb[], ${all('state')}::jsonb[],
      ${all('sealed_state')}::bytea[]) as c (id, phase, open, submitted_on, received_on, number, waiting_for, unit,
      unit_until, first_id, holder_id, answer, outcome, ended_on, counted, acted_at, clock, state, sealed_state)
    where a.agency_id = ${agencyId} and a.id = c.id`.execute(transaction);
}

export type NewAct = Omit<Insertable<ApplicationEventTable>, 'agency_id' | 'number'>;

/** Appends acts to cases whose rows are locked; numbers go on from the last of each. */
export async function appendToMany(
  transaction: Connection,
  agencyId: string,
  acts: readonly NewAct[],
): Promise<void> {
  const ids = [...new Set(acts.map(({ application_id }) => application_id))];
  const { rows } = await sql<{ id: string; last: number }>`
    select application_id as id, max(number)::int as last from application_event
    where agency_id = ${agencyId} and application_id = any(${ids}::uuid[]) group by 1`.execute(transaction);
  const last = new Map(rows.map(({ id, last: number }) => [id, number]));
  const numbered = acts.map((act) => {
    const number = (last.get(act.application_id) ?? 0) + 1;
    last.set(act.application_id, number);
    return { ...act, agency_id: agencyId, number };
  });
  await transaction.insertInto('application_event').values(numbered).execute();
}

/** The first of so many numbers in a row; the counter stays locked until the transaction ends. */
export async function nextNumbers(
  transaction: Connection,
  agencyId: string,
  series: string,
  year: number,
  count: number,
): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into application_number (agency_id, series, year, last) values (${agencyId}, ${series}, ${year}, ${count})
    on conflict (agency_id, series, year) do update set last = application_number.last + ${count}
    returning last`.execute(transaction);
  return rows[0]!.last - count + 1;
}

/** Appends events to the agency's record, in the transaction of the acts themselves. */
export async function appendEvents(transaction: Connection, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  await transaction
    .insertInto('event')
    .values(
      events.map(({ agencyId, kind, subjectId, actor, at, facts }) => ({
        agency_id: agencyId,
        id: newId(),
        kind,
        subject_id: subjectId,
        actor,
        at,
        facts: JSON.stringify(facts),
        seq: null,
        previous_hash: null,
        hash: null,
      })),
    )
    .execute();
}
