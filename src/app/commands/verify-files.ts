import { pipeline } from 'node:stream/promises';
import { tablesInOrder } from '../../store/copied-tables.ts';
import { appendEvent } from '../../store/events.ts';
import { highestAgency } from '../../store/safekeeping.ts';
import { mustBeAllowed } from '../authorise.ts';
import { filesNamed, type KeptFile } from '../backup/file-list.ts';
import { sideBySide } from '../backup/side-by-side.ts';
import { type AppContext, actorId } from '../context.ts';

const filesAtOnce = 2;
/** Files named in the event; a lost disk has as many as there are. */
const mostNamed = 20;

async function filesOf({ store }: AppContext): Promise<readonly KeptFile[]> {
  const client = await store.connect();
  try {
    return await filesNamed(client, await tablesInOrder(client), null);
  } finally {
    await client.end();
  }
}

/**
 * Reads every kept file and compares it with its hash. Returns the hashes of those that are damaged or missing, and
 * puts the result into the highest agency's record.
 */
export async function verifyFiles(context: AppContext, signal?: AbortSignal): Promise<readonly string[]> {
  mustBeAllowed(context, 'file.verify');
  const files = await filesOf(context);
  const damaged: string[] = [];
  await sideBySide(files, filesAtOnce, async (file) => {
    signal?.throwIfAborted();
    try {
      await pipeline(context.store.files.read(file), async (chunks) => {
        for await (const _ of chunks) signal?.throwIfAborted();
      });
    } catch (error) {
      if (signal?.aborted) throw error;
      damaged.push(file.sha256);
    }
  });
  damaged.sort();
  await context.store.write(async (transaction) => {
    const agencyId = await highestAgency(transaction);
    if (agencyId === null) return;
    await appendEvent(transaction, {
      agencyId,
      kind: damaged.length === 0 ? 'file.verified' : 'file.damaged',
      subjectId: null,
      actor: actorId(context.actor),
      at: context.now(),
      facts: { files: files.length, damaged: damaged.length, which: damaged.slice(0, mostNamed) },
    });
  });
  return damaged;
}
