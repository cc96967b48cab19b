import { agencyBySlug } from '../../store/agencies.ts';
import { lastPost, webhookOf } from '../../store/webhooks.ts';
import { agencySubject, agencyUnknown } from '../agencies/subject.ts';
import { query } from '../query.ts';

/** The robot of an agency's group as its page shows it: never its address or secret. */
export const webhookSheet = query({
  act: 'webhook.read',
  async subject({ store }, { slug }: { readonly slug: string }) {
    const agency = await store.read((database) => agencyBySlug(database, slug));
    return agency === null ? agencyUnknown : agencySubject(agency);
  },
  run: ({ store }, { slug }) =>
    store.read(async (database) => {
      const agency = await agencyBySlug(database, slug);
      if (agency === null) return agencyUnknown;
      const [webhook, last] = [await webhookOf(database, agency.id), await lastPost(database, agency.id)];
      return {
        agency: { id: agency.id, slug: agency.slug, name: agency.name },
        webhook: webhook === null ? null : { form: webhook.form, host: webhook.host },
        last,
      };
    }),
});
