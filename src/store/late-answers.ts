import { type Kysely, sql } from 'kysely';
import type { ClockEntry } from '../domain/application/case.ts';
import { agenciesOf, type CountScope } from './application-counts.ts';
import { type ListedRow, listedColumns } from './application-lists.ts';
import type { Tables } from './tables.ts';

/** A place in the list: by agency, day of the answer, id. */
export interface EndedPlace {
  readonly agencyId: string;
  readonly endedOn: string;
  readonly id: string;
}

/** Answers of a year whose clock is one of some, by agency and day, a page at a time; with the agency's name. */
export async function answeredPage(
  database: Kysely<Tables>,
  scope: CountScope,
  year: number,
  clocks: readonly (readonly ClockEntry[])[],
  after: EndedPlace | null,
  limit: number,
): Promise<readonly (ListedRow & { readonly agency: string })[]> {
  const { rows } = await sql<ListedRow & { agency: string }>`
    with wanted as materialized (select each as clock from jsonb_array_elements(${JSON.stringify(clocks)}::jsonb) each)
    select ${listedColumns}, g.name as agency from application a
    join wanted w on w.clock = a.clock join agency g on g.id = a.agency_id
    where a.agency_id ${agenciesOf(scope)} and a.counted and a.outcome is not null
      and a.ended_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
      and ${
        after === null
          ? sql`true`
          : sql`(a.agency_id, a.ended_on, a.id) > (${after.agencyId}::uuid, ${after.endedOn}::date, ${after.id}::uuid)`
      }
    order by a.agency_id, a.ended_on, a.id limit ${limit}`.execute(database);
  return rows;
}
