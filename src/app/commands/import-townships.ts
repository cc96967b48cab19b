import * as z from 'zod';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type Agency, insertAgency, joinAgencyTree, lockAgency, lockTree } from '../../store/agencies.ts';
import { newId } from '../../store/ids.ts';
import {
  countyOf,
  countyUnknown,
  importedAt,
  type ListedAgency,
  planTownships,
} from '../agencies/townships.ts';
import { type Acting, command } from '../command.ts';
import { levelOf } from '../identity.ts';

/**
 * Makes the governments of a county's townships, and the county's own where it is not there, by the list of divisions.
 * What stands under a code already is left as it is, so that it may be done again.
 */
export const importTownships = command({
  act: 'agency.create',
  input: z.strictObject({ county: z.string().trim() }),
  async load(transaction, input, { actor }) {
    const county = await countyOf(input.county);
    if (county === null) return countyUnknown;
    await lockTree(transaction);
    const plan = await planTownships(transaction, county);
    const at = importedAt(plan, typeof actor === 'string');
    return isRefusal(at) ? at : { ...at, plan };
  },
  async run(acting) {
    const { plan } = acting.loaded;
    const missing = [plan.county, ...plan.townships].filter(({ present }) => present === null);
    if (missing.length === 0)
      return refuse(
        'agency.allPresent',
        `${plan.county.name}及其${plan.townships.length}个乡镇、街道都已建立，没有新增。`,
      );
    const made: Agency[] = [];
    for (const listed of missing)
      made.push(await make(acting, listed, plan.superior?.demonstration ?? false));
    return {
      county: plan.county.code,
      made: made.map(({ slug, name }) => ({ slug, name })),
      present: plan.townships.length + 1 - made.length,
    };
  },
});

async function make(
  { transaction, at, record }: Pick<Acting<unknown, unknown>, 'transaction' | 'at' | 'record'>,
  { code, name, kind }: ListedAgency,
  demonstration: boolean,
): Promise<Agency> {
  await lockAgency(transaction, code);
  const agency = await insertAgency(transaction, {
    id: newId(),
    slug: code,
    division_code: code,
    name,
    kind,
    level: levelOf(kind),
    superior_id: null,
    makes_regulations: false,
    contacts: '{}',
    demonstration,
    valid_from: null,
    valid_to: null,
    successor_id: null,
    created_at: at,
  });
  await joinAgencyTree(transaction, agency);
  const facts = { name, kind, slug: code, source: 'divisions' };
  await record({ agencyId: agency.id, kind: 'agency.created', subjectId: agency.id, facts });
  return agency;
}
