import { shanghaiDay } from '../../../app/calendar-years.ts';
import { appealDays } from '../../../app/queries/appeals/appeal-days.ts';
import { type DueLine, dueMonth, dueMonthBelow } from '../../../app/queries/applications/due-month.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import { parseDay } from '../../../domain/workday/index.ts';
import type { TableDefinition } from '../../theme/table-model.ts';
import { tableState } from '../../theme/table-state.ts';
import { answer, type OfficePage } from '../page.ts';
import type { Office } from '../router.ts';
import { mayHere } from './case-ref.ts';
import { actWords, DueMonthPage, dueMonthPath } from './due-month-page.tsx';
import { agencyOfFigures } from './figure-scope.ts';
import { stepWords } from './words.ts';

const pageSize = 50;

/** What is due on a day, case by case. */
const dueTable = (at: OfficePage['at'], below: boolean): TableDefinition<DueLine> => ({
  id: 'due',
  title: '到期的申请',
  unit: '件',
  key: ({ agencyId, id, number }) => id ?? `${agencyId} ${number ?? ''}`,
  filters: [],
  sort: { column: 'number', descending: false },
  columns: [
    {
      id: 'number',
      label: '编号',
      value: ({ number }) => number ?? '尚未登记',
      href: ({ id }) => (id === null ? null : at(`/office/applications/${id}`)),
      header: true,
    },
    ...(below ? [{ id: 'agency', label: '机关', value: ({ agency }: DueLine) => agency }] : []),
    { id: 'acts', label: '到期事项', value: actWords },
    { id: 'title', label: '申请内容', value: ({ title }) => title, shown: !below },
    { id: 'step', label: '当前环节', value: ({ phase, waitingFor }) => stepWords(phase, waitingFor) },
    { id: 'holder', label: '经办人', value: ({ holder }) => holder, shown: !below },
  ],
});

/** The month of the address, of the day asked for, or the one that runs. */
function monthIn(page: OfficePage, today: string): string {
  const asked = page.c.req.query('month') ?? '';
  const year = Number(asked.slice(0, 4));
  const isMonth = /^\d{4}-(?:0[1-9]|1[0-2])$/.test(asked);
  return isMonth && year >= 2019 && year <= Number(today.slice(0, 4)) + 2 ? asked : today.slice(0, 7);
}

async function calendarPage(page: OfficePage): Promise<Response | Refusal> {
  const agency = await agencyOfFigures(page);
  if (isRefusal(agency)) return agency;
  const below = page.c.req.query('scope') === 'below';
  const month = monthIn(page, shanghaiDay(page.context.now()));
  const asked = parseDay(page.c.req.query('day') ?? '');
  const day = asked?.startsWith(month) ? asked : null;
  const query = new URL(page.c.req.url).searchParams;
  const own = agency.here && !below && mayHere(page, 'application.list');
  const input = { agencyId: agency.id, below, month, day, after: query.get('after'), limit: pageSize };
  const found = await (own ? dueMonth : dueMonthBelow)(page.context, input);
  if (isRefusal(found)) return found;
  const seesAppeals = agency.here && !below && mayHere(page, 'appeal.list');
  const appeals = seesAppeals ? await appealDays(page.context, { agencyId: agency.id, month }) : [];
  if (isRefusal(appeals)) return appeals;
  const definition = dueTable(page.at, below);
  const state = tableState(definition, query);
  return answer(
    page,
    <DueMonthPage
      page={page}
      scope={{ agency, below }}
      found={found}
      appeals={appeals}
      day={day}
      definition={definition}
      state={state}
    />,
  );
}

/** The calendar of last days. */
export const dueMonthRoutes = (office: Office): void =>
  office.get(dueMonthPath.replace('/office', ''), 'application.list', calendarPage);
