import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

type Connection = Kysely<Tables>;

/** A matter at a step before its last day. */
export interface Reminder {
  /** Path under the site's base. */
  readonly matter: string;
  readonly due: string;
  readonly step: string;
}

/** Notes of what a person is told at an agency; returns what he was not told before. */
export async function noteReminders(
  transaction: Connection,
  { agencyId, accountId }: { readonly agencyId: string; readonly accountId: string },
  reminders: readonly Reminder[],
  at: Date,
): Promise<readonly Reminder[]> {
  const all = (name: keyof Reminder) => reminders.map((each) => each[name]);
  const { rows } = await sql<Reminder>`
    insert into work_reminder (agency_id, account_id, matter, due, step, told_at)
    select ${agencyId}, ${accountId}, r.matter, r.due, r.step, ${at}
    from unnest(${all('matter')}::text[], ${all('due')}::date[], ${all('step')}::text[]) as r (matter, due, step)
    on conflict do nothing returning matter, due, step`.execute(transaction);
  return rows;
}

export const forgetReminders = (transaction: Connection, before: Date): Promise<unknown> =>
  transaction.deleteFrom('work_reminder').where('told_at', '<', before).execute();
