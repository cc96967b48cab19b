import { agencyById } from '../../store/agencies.ts';
import {
  type Head,
  hashOf,
  lockHead,
  markAnchored,
  type Seal,
  unsealedAgencies,
  unsealedEvents,
  writeSeals,
} from '../../store/event-chain.ts';
import { appendEvent } from '../../store/events.ts';
import { mustBeAllowed } from '../authorise.ts';
import { type AppContext, actorId } from '../context.ts';

const agenciesAtOnce = 200;
const eventsAtOnce = 1_000;
/** How often an agency's head is told to its superior's record, where nobody of the agency can change it. */
const anchorEvery = 3_600_000;

/** Numbers and chains the events of one agency that are not sealed yet; returns how many. */
async function sealAgency(context: AppContext, agencyId: string): Promise<number> {
  const at = context.now();
  return context.store.write(async (transaction) => {
    const head = await lockHead(transaction, agencyId, at);
    const events = await unsealedEvents(transaction, agencyId, eventsAtOnce);
    if (events.length === 0) return 0;
    const seals: Seal[] = [];
    let previous: Uint8Array = head.hash;
    for (const [index, event] of events.entries()) {
      const seq = head.seq + index + 1;
      const hash = hashOf(previous, seq, event);
      seals.push({ id: event.id, seq, previous, hash });
      previous = hash;
    }
    await writeSeals(transaction, agencyId, seals, at);
    const last = seals.at(-1)!;
    if (head.anchored_at === null || at.getTime() - head.anchored_at.getTime() >= anchorEvery)
      await anchor(context, { ...head, seq: last.seq, hash: last.hash }, at, transaction);
    return events.length;
  });
}

/** Tells the head to the superior's record; an agency without one keeps it to itself. */
async function anchor(
  context: AppContext,
  head: Head,
  at: Date,
  transaction: Parameters<typeof appendEvent>[0],
): Promise<void> {
  const agency = await agencyById(transaction, head.agency_id);
  if (agency?.superior_id == null) return;
  await appendEvent(transaction, {
    agencyId: agency.superior_id,
    kind: 'audit.anchored',
    subjectId: head.agency_id,
    actor: actorId(context.actor),
    at,
    facts: { seq: head.seq, hash: Buffer.from(head.hash).toString('hex') },
  });
  await markAnchored(transaction, head.agency_id, head.seq, at);
}

/** Seals every event there is; returns how many. Writers hold no common lock: only the agency's head is locked. */
export async function sealEvents(context: AppContext): Promise<number> {
  mustBeAllowed(context, 'event.seal');
  let sealed = 0;
  for (;;) {
    const agencies = await context.store.read((database) => unsealedAgencies(database, agenciesAtOnce));
    if (agencies.length === 0) return sealed;
    for (const agency of agencies) sealed += await sealAgency(context, agency);
  }
}
