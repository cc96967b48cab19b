import type { Insertable, Kysely, Selectable, Updateable } from 'kysely';
import type { TableViewTable } from './people-tables.ts';
import type { Tables } from './tables.ts';

type Connection = Kysely<Tables>;
export type TableView = Selectable<TableViewTable>;

/** The views a person keeps of one list, by name. */
export const tableViews = (database: Connection, accountId: string, list: string): Promise<TableView[]> =>
  database
    .selectFrom('table_view')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('list', '=', list)
    .orderBy('name')
    .execute();

export async function tableView(
  database: Connection,
  accountId: string,
  id: string,
): Promise<TableView | null> {
  const row = await database
    .selectFrom('table_view')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Takes the place of the list's opening view, so that another may have it. */
export const openByItself = (transaction: Connection, accountId: string, list: string) =>
  transaction
    .updateTable('table_view')
    .set({ opens: false })
    .where('account_id', '=', accountId)
    .where('list', '=', list)
    .where('opens', '=', true)
    .execute();

export const insertTableView = (transaction: Connection, view: Insertable<TableViewTable>) =>
  transaction.insertInto('table_view').values(view).execute();

export const changeTableView = (
  transaction: Connection,
  { account_id, id }: Pick<TableView, 'account_id' | 'id'>,
  change: Updateable<TableViewTable>,
) =>
  transaction
    .updateTable('table_view')
    .set(change)
    .where('account_id', '=', account_id)
    .where('id', '=', id)
    .execute();

export const deleteTableView = (
  transaction: Connection,
  { account_id, id }: Pick<TableView, 'account_id' | 'id'>,
) => transaction.deleteFrom('table_view').where('account_id', '=', account_id).where('id', '=', id).execute();
