import { agencyBySlug } from '../../../store/agencies.ts';
import { agencyUnknown } from '../../agencies/subject.ts';
import { query } from '../../query.ts';

/** An agency whose figures may be looked at, by its slug. */
export const figureAgency = query({
  act: 'application.count',
  async subject({ store }, { slug }: { readonly slug: string }) {
    const agency = await store.read((database) => agencyBySlug(database, slug));
    return agency === null ? agencyUnknown : { agencyId: agency.id };
  },
  async run({ store }, { slug }) {
    const agency = await store.read((database) => agencyBySlug(database, slug));
    if (agency === null) return agencyUnknown;
    const { id, name } = agency;
    return { id, slug, name };
  },
});
