import {
  agenciesWithAccesses,
  daysWithAccesses,
  lastSealedDay,
  sealOfDay,
} from '../../store/access-seals.ts';
import { appendEvent } from '../../store/events.ts';
import { mustBeAllowed } from '../authorise.ts';
import { type AppContext, actorId } from '../context.ts';
import { dayOf } from '../day-of.ts';

/**
 * Seals every day of the access log that has ended and is not sealed yet: its count and hash go into the agency's
 * record of acts, which is chained. Returns how many days. One at a time across processes: run it as a job.
 */
export async function sealAccesses(context: AppContext): Promise<number> {
  const { store } = context;
  mustBeAllowed(context, 'access.seal');
  const actor = actorId(context.actor);
  const today = dayOf(context.now());
  let sealed = 0;
  for (const agencyId of await store.read(agenciesWithAccesses)) {
    const after = await store.read((database) => lastSealedDay(database, agencyId));
    const days = await store.read((database) => daysWithAccesses(database, agencyId, after, today));
    for (const day of days) {
      const facts = await store.read((database) => sealOfDay(database, agencyId, day));
      const at = context.now();
      await store.write((transaction) =>
        appendEvent(transaction, {
          agencyId,
          kind: 'access.sealed',
          subjectId: null,
          actor,
          at,
          facts: { ...facts },
        }),
      );
      sealed += 1;
    }
  }
  return sealed;
}
