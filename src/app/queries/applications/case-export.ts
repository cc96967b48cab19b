import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import { logReading } from '../../access-log.ts';
import type { ListedCase } from '../../applications/listed-case.ts';
import type { AppContext } from '../../context.ts';
import { everyRow } from '../../every-row.ts';
import { query } from '../../query.ts';
import { type BoardQuery, board } from './board.ts';
import { type CaseListQuery, caseList } from './case-list.ts';

const atOnce = 500;

/** Masked as on the page, and yet noted: what leaves the system is out of its hands. */
const note = (context: AppContext, agencyId: string): Promise<void> =>
  logReading(
    context,
    { agencyId, act: 'application.list', subjectKind: 'application', subjectId: null },
    '导出申请列表',
  );

/** All cases that the pages of the list would lead to, the newest first. */
export const caseExport = query({
  act: 'application.list',
  subject: (_, { agencyId }: Omit<CaseListQuery, 'after' | 'before' | 'limit'>) => ({ agencyId }),
  async run(context, asked): Promise<AsyncGenerator<ListedCase>> {
    await note(context, asked.agencyId);
    return everyRow((after) => caseList(context, { ...asked, after, before: null, limit: atOnce }));
  },
});

/** All open cases that are handled one by one, by the days left; how many groups stand beside them. */
export const boardExport = query({
  act: 'application.list',
  subject: (_, { agencyId }: Omit<BoardQuery, 'after' | 'limit'>) => ({ agencyId }),
  async run(
    context,
    asked,
  ): Promise<{ readonly rows: AsyncGenerator<ListedCase>; readonly groups: number } | Refusal> {
    await note(context, asked.agencyId);
    const first = await board(context, { ...asked, after: null, limit: 1 });
    if (isRefusal(first)) return first;
    return {
      rows: everyRow((after) => board(context, { ...asked, after, limit: atOnce })),
      groups: first.groups.length,
    };
  },
});
