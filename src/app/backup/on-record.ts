import { appendEvent } from '../../store/events.ts';
import { highestAgency, recordSafekeeping } from '../../store/safekeeping.ts';
import { type AppContext, actorId } from '../context.ts';
import type { Manifest } from './manifest.ts';

/** What came of a backup or drill. */
export interface Outcome {
  /** Name of the backup's folder; null where there is none. */
  readonly backup: string | null;
  readonly manifest: Manifest | null;
  readonly message: string;
}

const rowsOf = ({ tables }: Manifest): number => tables.reduce((sum, { rows }) => sum + rows, 0);
const bytesOf = ({ tables, files }: Manifest): number =>
  tables.flatMap(({ parts }) => parts).reduce((sum, { bytes }) => sum + bytes, files.bytes);

/**
 * Does a backup or a drill and puts it on record, done or failed, in the table and in the highest agency's record of
 * acts. A failure is thrown again.
 */
export async function onRecord(
  context: AppContext,
  kind: 'backup' | 'drill',
  work: () => Promise<Outcome>,
): Promise<Outcome> {
  const startedAt = context.now();
  const record = (outcome: 'done' | 'failed', { backup, manifest, message }: Outcome): Promise<void> =>
    context.store.write(async (transaction) => {
      const at = context.now();
      const figures = {
        rows: manifest && rowsOf(manifest),
        files: manifest === null ? null : manifest.files.count,
        bytes: manifest && bytesOf(manifest),
      };
      await recordSafekeeping(transaction, {
        kind,
        started_at: startedAt,
        ended_at: at,
        outcome,
        backup,
        shows_at: manifest && new Date(manifest.at),
        ...figures,
        message,
      });
      const agencyId = await highestAgency(transaction);
      if (agencyId === null) return;
      await appendEvent(transaction, {
        agencyId,
        kind: `${kind}.${outcome}`,
        subjectId: null,
        actor: actorId(context.actor),
        at,
        facts: { backup, ...figures },
      });
    });
  try {
    const outcome = await work();
    await record('done', outcome);
    return outcome;
  } catch (fault) {
    const message = fault instanceof Error ? fault.message : String(fault);
    await record('failed', { backup: null, manifest: null, message });
    throw fault;
  }
}
