import { type Kysely, type Selectable, sql } from 'kysely';
import type { CalendarYearTable, Tables } from './tables.ts';

type Connection = Kysely<Tables>;
export type KeptYear = Selectable<CalendarYearTable>;

/** The years on record, oldest first. */
export const keptYears = (database: Connection): Promise<KeptYear[]> =>
  database.selectFrom('calendar_year').selectAll().orderBy('year').execute();

/** Within the transaction nobody else takes years. */
export const lockYears = (transaction: Connection) =>
  sql`lock table calendar_year in share row exclusive mode`.execute(transaction);

export async function keepYears(
  transaction: Connection,
  years: readonly Pick<KeptYear, 'source' | 'content'>[],
  at: Date,
): Promise<void> {
  for (const { source, content } of years) {
    const row = { source, content: JSON.stringify(content), known_at: at };
    await transaction
      .insertInto('calendar_year')
      .values({ year: content.year, ...row })
      .onConflict((conflict) => conflict.column('year').doUpdateSet(row))
      .execute();
  }
}
