import { dispositionOf, reopens } from '../../../domain/appeal/appeal.ts';
import { type AppealDeadline, appealDeadlines } from '../../../domain/appeal/deadlines.ts';
import { workdayTable } from '../../../domain/workday/index.ts';
import { type AppealRow, appealsOf } from '../../../store/appeals.ts';
import { logReading } from '../../access-log.ts';
import { type AppealFacts, appealFacts, appealOf } from '../../appeals/appeal-record.ts';
import { query } from '../../query.ts';

export interface ListedAppeal extends Omit<AppealRow, 'wrapped_key' | 'sealed_facts'> {
  readonly facts: AppealFacts | null;
  readonly deadlines: readonly AppealDeadline[];
  /** In the words of the decision; null while it is open. */
  readonly words: string | null;
  /** A new answer was ordered and no case was opened for it yet. */
  readonly toReopen: boolean;
}

const most = 500;

/** The register of reviews and suits of an agency, the newest first. What is sealed of them is read, so it is logged. */
export const appealList = query({
  act: 'appeal.list',
  subject: (_, { agencyId }: { readonly agencyId: string; readonly purpose?: string }) => ({ agencyId }),
  async run(context, { agencyId, purpose = '查看复议、诉讼登记' }): Promise<readonly ListedAppeal[]> {
    const rows = await context.store.read((database) => appealsOf(database, { agencyId, limit: most }));
    const subject = { agencyId, act: 'appeal.list', subjectKind: 'appeal', subjectId: null };
    if (rows.length > 0) await logReading(context, subject, purpose);
    const table = workdayTable(context.calendar());
    return rows.map((row) => {
      const appeal = appealOf(row);
      const { wrapped_key: _key, sealed_facts: _sealed, ...shown } = row;
      return {
        ...shown,
        facts: appealFacts(context.vault, row),
        deadlines: appealDeadlines(appeal, table),
        words: dispositionOf(appeal)?.words ?? null,
        toReopen: reopens(appeal) && row.reopened_id === null,
      };
    });
  },
});
