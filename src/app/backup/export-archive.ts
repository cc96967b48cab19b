import { agencyBySlug } from '../../store/agencies.ts';
import { appendEvent } from '../../store/events.ts';
import type { Store } from '../../store/store.ts';
import { mustBeAllowed } from '../authorise.ts';
import { sealEvents } from '../commands/seal-events.ts';
import { type AppContext, actorId } from '../context.ts';
import { backUp } from './back-up.ts';
import { BackupFault, type Manifest } from './manifest.ts';
import type { Signer } from './signer.ts';

async function agencyOf(store: Store, slug: string) {
  const agency = await store.read((database) => agencyBySlug(database, slug));
  if (agency === null) throw new BackupFault(`没有代码为 ${slug} 的机关。请核对网址中的代码。`);
  return agency;
}

/**
 * One agency's archive, for the one that takes its place (机构撤并): its row, reports, files and record of acts, sealed
 * to its last event and signed by the installation. It is a backup of one agency, and verified like any.
 */
export async function exportArchive(
  context: AppContext,
  folder: string,
  slug: string,
  signer: Signer,
  say?: (line: string) => void,
): Promise<Manifest> {
  mustBeAllowed(context, 'archive.export');
  const agency = await agencyOf(context.store, slug);
  await sealEvents(context);
  const manifest = await backUp(context.store, folder, { agency: slug, signer, say });
  await context.store.write((transaction) =>
    appendEvent(transaction, {
      agencyId: agency.id,
      kind: 'archive.exported',
      subjectId: agency.id,
      actor: actorId(context.actor),
      at: context.now(),
      facts: { shows: manifest.at, signer: signer.fingerprint },
    }),
  );
  return manifest;
}
