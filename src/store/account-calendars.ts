import type { Insertable, Kysely, Selectable } from 'kysely';
import type { AccountCalendarTable } from './people-tables.ts';
import type { Tables } from './tables.ts';

type Connection = Kysely<Tables>;
export type AccountCalendar = Selectable<AccountCalendarTable>;

export async function accountCalendar(
  database: Connection,
  accountId: string,
): Promise<AccountCalendar | null> {
  const row = await database
    .selectFrom('account_calendar')
    .selectAll()
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row ?? null;
}

export const keepAccountCalendar = (transaction: Connection, calendar: Insertable<AccountCalendarTable>) =>
  transaction
    .insertInto('account_calendar')
    .values(calendar)
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(calendar))
    .execute();
