import type { Kysely } from 'kysely';
import { newId } from './ids.ts';
import type { Tables } from './tables.ts';

export interface NewEvent {
  readonly agencyId: string;
  /** `annualReport.imported` and the like: subject, then what happened to it. */
  readonly kind: string;
  readonly subjectId: string | null;
  readonly actor: string;
  readonly at: Date;
  /** Facts without personal data. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Appends an event to the agency's record, in the transaction of the act itself. */
export async function appendEvent(transaction: Kysely<Tables>, event: NewEvent): Promise<void> {
  await transaction
    .insertInto('event')
    .values({
      agency_id: event.agencyId,
      id: newId(),
      kind: event.kind,
      subject_id: event.subjectId,
      actor: event.actor,
      at: event.at,
      facts: JSON.stringify(event.facts),
      seq: null,
      previous_hash: null,
      hash: null,
    })
    .execute();
}
