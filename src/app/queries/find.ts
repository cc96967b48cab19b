import { findAgencies } from '../find/agencies.ts';
import { findApplications } from '../find/applications.ts';
import type { FindPart, Found } from '../find/found.ts';
import { findPeople } from '../find/people.ts';
import { findReports } from '../find/reports.ts';
import { query } from '../query.ts';

/** What the office can be searched for, in the order of the page; a part adds its own. */
const parts: readonly FindPart[] = [findApplications, findAgencies, findPeople, findReports];

/** What is not found within this time is left out, and said so. */
const budget = 300;

export interface FoundIn {
  readonly label: string;
  readonly hits: readonly Found[];
  /** There are more than `hits`. */
  readonly more: boolean;
  /** It did not come within the time. */
  readonly late: boolean;
}

const late = (ms: number) =>
  new Promise<'late'>((resolve) => {
    setTimeout(() => resolve('late'), ms).unref();
  });

/** Searches all parts of the office at once, each for what the one who asks may see; `limit` hits a part. */
export const findEverywhere = query({
  act: 'office.enter',
  subject: ({ actor }) =>
    typeof actor === 'string' ? { agencyId: null } : { agencyId: actor.agencyId, accountId: actor.accountId },
  async run(context, { text, limit }: { readonly text: string; readonly limit: number }): Promise<FoundIn[]> {
    const words = text.trim();
    if (words === '') return [];
    return Promise.all(
      parts.map(async ({ label, find }) => {
        const looking = find(context, words, limit + 1);
        // One that answers too late may still fail: nobody waits for it any more.
        looking.catch(() => {});
        const found = await Promise.race([looking, late(budget)]);
        return found === 'late'
          ? { label, hits: [], more: false, late: true }
          : { label, hits: found.slice(0, limit), more: found.length > limit, late: false };
      }),
    );
  },
});
