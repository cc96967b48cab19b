import type { Transaction } from 'kysely';
import { mayMakeRegulations } from '../law/regulation-authority.ts';
import { type Agency, agenciesNamed, agencyBySlug, insertAgency, lockAgency } from '../store/agencies.ts';
import { newId } from '../store/ids.ts';
import type { Tables } from '../store/tables.ts';
import type { AppContext } from './context.ts';
import type { AgencyIdentity } from './identity.ts';

/**
 * The agency of a report, locked until the transaction ends. By slug; without a code also by exact name and kind,
 * when just one agency bears them: never merged otherwise. One that is made has yet to join the tree.
 */
export async function findOrMakeAgency(
  { now }: AppContext,
  transaction: Transaction<Tables>,
  identity: AgencyIdentity,
  demonstration: boolean,
): Promise<{ readonly agency: Agency; readonly made: boolean }> {
  await lockAgency(transaction, identity.slug);
  const found = await findAgency(transaction, identity);
  if (found !== null) {
    if (found.slug !== identity.slug) await lockAgency(transaction, found.slug);
    return { agency: found, made: false };
  }
  const agency = await insertAgency(transaction, {
    id: newId(),
    slug: identity.slug,
    division_code: identity.code,
    name: identity.name,
    kind: identity.kind,
    level: identity.level,
    superior_id: null,
    makes_regulations: mayMakeRegulations(identity).may === 'yes',
    contacts: '{}',
    demonstration,
    valid_from: null,
    valid_to: null,
    successor_id: null,
    created_at: now(),
  });
  return { agency, made: true };
}

async function findAgency(
  transaction: Transaction<Tables>,
  identity: AgencyIdentity,
): Promise<Agency | null> {
  const bySlug = await agencyBySlug(transaction, identity.slug);
  if (bySlug !== null || identity.code !== null || identity.ambiguous) return bySlug;
  const named = await agenciesNamed(transaction, identity.name, identity.kind);
  return named.length === 1 ? named[0]! : null;
}
