import { firstAgency, lineageOf } from '../../store/agency-tree.ts';
import type { AppContext } from '../context.ts';

/** The agency that answers for what holds for the whole installation: the highest above the person, else the first made. */
export async function topAgency({ store, actor }: AppContext): Promise<string | null> {
  return store.read(async (database) =>
    typeof actor === 'string' || actor.agencyId === null
      ? firstAgency(database)
      : ((await lineageOf(database, actor.agencyId)).at(-1) ?? null),
  );
}
