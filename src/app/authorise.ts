import type { Kysely } from 'kysely';
import type { Refusal } from '../domain/refusal.ts';
import { lineageOf } from '../store/agency-tree.ts';
import type { Tables } from '../store/tables.ts';
import { logDenied } from './access-log.ts';
import type { AppContext } from './context.ts';
import { type ActId, policyRow } from './policy/index.ts';
import { type Asking, denial, type Subject } from './policy/policy.ts';
import { refuseAct } from './policy/words.ts';

const askingOf = ({ actor }: AppContext): Asking => (typeof actor === 'string' ? { outside: actor } : actor);

/** Null when the policy allows the act on the subject, else the refusal that names the line. */
export async function authorise(
  database: Kysely<Tables>,
  context: AppContext,
  act: ActId,
  subject: Subject,
): Promise<Refusal | null> {
  const row = policyRow(act);
  const asking = askingOf(context);
  const { agencyId } = subject;
  const nearby =
    'outside' in asking ||
    agencyId === null ||
    asking.holdings.some((held) => held.agencyId === agencyId && row?.roles.includes(held.role));
  const lineage = agencyId === null ? [] : nearby ? [agencyId] : await lineageOf(database, agencyId);
  const denied = denial(row, asking, subject, lineage);
  return denied === null ? null : refuseAct(act, denied);
}

/** The same for what reads no store: outside any transaction, and a refusal is logged. */
export async function permitted(context: AppContext, act: ActId, subject: Subject): Promise<Refusal | null> {
  const denied = await authorise(context.store.database, context, act, subject);
  if (denied !== null) await logDenied(context, act, subject, denied);
  return denied;
}

/** The agencies an actor may do an act at: these themselves, and everything below those. */
export interface Reach {
  readonly everywhere: boolean;
  readonly own: readonly string[];
  readonly below: readonly string[];
}

/** Where the actor may do the act, for a list that spans agencies. */
export function reachOf({ actor }: AppContext, act: ActId): Reach {
  const row = policyRow(act);
  if (row === undefined) return { everywhere: false, own: [], below: [] };
  if (typeof actor === 'string')
    return { everywhere: (row.outside ?? []).includes(actor), own: [], below: [] };
  const at = actor.holdings.filter(({ role }) => row.roles.includes(role)).map(({ agencyId }) => agencyId);
  const places = [...new Set(at)];
  return {
    everywhere: row.at.includes('other') && places.length > 0,
    own: row.at.includes('own') ? places : [],
    below: row.at.includes('subordinate') ? places : [],
  };
}

/**
 * For what only the program or its terminal does: a person can never come here by a page, so it is a fault if one does.
 * @throws Error when the policy does not allow it
 */
export function mustBeAllowed(context: AppContext, act: ActId): void {
  const denied = denial(policyRow(act), askingOf(context), { agencyId: null }, []);
  if (denied !== null) throw new Error(refuseAct(act, denied).message);
}
