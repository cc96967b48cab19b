import type { AppContext } from '../context.ts';
import { query } from '../query.ts';
import { annualReportsDue } from '../work/annual-reports-due.ts';
import { appealWork } from '../work/appeal-work.ts';
import { applicationWork } from '../work/application-work.ts';
import { claimWork } from '../work/claim-work.ts';
import { consultationWork } from '../work/consultation-work.ts';
import { overdueWork } from '../work/overdue-work.ts';
import type { WorkItem } from '../work/work-item.ts';

export type { WorkItem };

/** What waits for a person, a part at a time; a part adds its own. */
const parts: readonly ((context: AppContext) => Promise<readonly WorkItem[]>)[] = [
  annualReportsDue,
  appealWork,
  applicationWork,
  overdueWork,
  claimWork,
  consultationWork,
];

export interface WorkList {
  /** The most urgent first: overdue, due today, due this week, the rest; without a day last. */
  readonly items: readonly WorkItem[];
}

/** What somebody oversees is left out where it waits for himself. */
const distinct = (items: readonly WorkItem[]): readonly WorkItem[] => {
  const tasks = new Set(items.filter(({ overseen }) => !overseen).map(({ path }) => path));
  return items.filter(({ overseen, path }) => !overseen || !tasks.has(path));
};

const byDay = (a: WorkItem, b: WorkItem): number =>
  (a.due ?? '9999').localeCompare(b.due ?? '9999') || a.title.localeCompare(b.title);

/** All that waits for the person who asks, at the agency they work for. */
export const workList = query({
  act: 'office.enter',
  subject: ({ actor }) =>
    typeof actor === 'string' ? { agencyId: null } : { agencyId: actor.agencyId, accountId: actor.accountId },
  async run(context, _: Record<string, never>): Promise<WorkList> {
    const found = await Promise.all(parts.map((part) => part(context)));
    return { items: [...distinct(found.flat())].sort(byDay) };
  },
});
