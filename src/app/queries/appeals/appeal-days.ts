import { type AppealDue, appealDueNames } from '../../../domain/appeal/due.ts';
import { owedIn } from '../../appeals/owed.ts';
import { query } from '../../query.ts';

export interface AppealDaysQuery {
  readonly agencyId: string;
  /** YYYY-MM. */
  readonly month: string;
}

/** A day of an appeal in a month: nothing of it tells who went against the agency. */
export interface AppealDay extends AppealDue {
  readonly id: string;
  /** What is due, in Chinese. */
  readonly name: string;
  readonly about: string;
  readonly path: string;
}

/** Replies, hearings and new answers due in a month at one's own agency, in the order of their days. */
export const appealDays = query({
  act: 'appeal.list',
  subject: (_, { agencyId }: AppealDaysQuery) => ({ agencyId }),
  async run(context, { agencyId, month }): Promise<readonly AppealDay[]> {
    const owed = await owedIn(context, [agencyId]);
    return owed
      .flatMap(({ row: { id }, about, path, dues }) =>
        dues.map((due) => ({ ...due, id, name: appealDueNames[due.kind], about, path })),
      )
      .filter(({ on }) => on.startsWith(month))
      .sort((a, b) => a.on.localeCompare(b.on) || a.id.localeCompare(b.id));
  },
});
