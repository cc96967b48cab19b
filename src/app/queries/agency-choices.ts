import { type AgencyChoice, findAgencies } from '../../store/agency-tree.ts';
import { reachOf } from '../authorise.ts';
import type { ActId } from '../policy/index.ts';
import { query } from '../query.ts';

export type { AgencyChoice };

/** Agencies within reach of an act, for a field that asks for one: by part of a name, a few at a time. */
export const agencyChoices = query({
  act: 'agency.list',
  subject: ({ actor }) => ({ agencyId: typeof actor === 'string' ? null : actor.agencyId }),
  run(
    context,
    { text, forAct, limit }: { readonly text: string; readonly forAct: ActId; readonly limit: number },
  ): Promise<readonly AgencyChoice[]> {
    const { own, below } = reachOf(context, forAct);
    return context.store.read((database) => findAgencies(database, { own, below, text, limit }));
  },
});
