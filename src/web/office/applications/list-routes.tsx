import { type Urgency, urgencies } from '../../../app/applications/urgency.ts';
import { shanghaiDay } from '../../../app/calendar-years.ts';
import { board } from '../../../app/queries/applications/board.ts';
import { boardExport, caseExport } from '../../../app/queries/applications/case-export.ts';
import { caseList } from '../../../app/queries/applications/case-list.ts';
import { type Phase, phases } from '../../../domain/application/phases.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import { type Day, parseDay } from '../../../domain/workday/index.ts';
import type { TableState } from '../../theme/table-model.ts';
import { tableState } from '../../theme/table-state.ts';
import { listViews } from '../kept-views.tsx';
import { answer, type OfficePage } from '../page.ts';
import type { Office } from '../router.ts';
import { tableFile } from '../table-file.ts';
import { agencyHere, mayHere } from './case-ref.ts';
import { allTable, boardTable } from './case-table.ts';
import { ListPage } from './list-page.tsx';

const pageSize = 50;

/** What a table of cases reckons and links with. */
const whereOf = (page: OfficePage) => ({
  at: page.at,
  calendar: page.context.calendar(),
  today: shanghaiDay(page.context.now()),
});
const queryOf = ({ c }: OfficePage) => new URL(c.req.url).searchParams;
const phaseIn = (text: string | undefined): Phase | null => phases.find((phase) => phase === text) ?? null;
const dayIn = (text: string | undefined): Day | null => (text === undefined ? null : parseDay(text));
const rights = (page: OfficePage) => ({
  enter: mayHere(page, 'application.enter'),
  takeOver: mayHere(page, 'application.takeOver'),
});

function boardAsked({ filters }: TableState, agencyId: string) {
  const phase = phaseIn(filters.phase);
  return {
    agencyId,
    phases: phase === null ? null : [phase],
    urgency: (urgencies.find((each) => each === filters.urgency) ?? null) as Urgency | null,
    mine: filters.mine === '1',
    unopened: filters.unopened === '1',
  };
}

async function boardPage(page: OfficePage): Promise<Response | Refusal> {
  const agencyId = agencyHere(page);
  if (isRefusal(agencyId)) return agencyId;
  const views = await listViews(page, 'board');
  if (views instanceof Response || isRefusal(views)) return views;
  const definition = boardTable(whereOf(page));
  const state = tableState(definition, queryOf(page));
  const asked = boardAsked(state, agencyId);
  const found = await board(page.context, { ...asked, after: state.after, limit: pageSize });
  if (isRefusal(found)) return found;
  const table = { definition, state, views, view: 'board' } as const;
  return answer(page, <ListPage page={page} {...table} board={found} list={null} may={rights(page)} />);
}

async function boardFile(page: OfficePage): Promise<Response | Refusal> {
  const agencyId = agencyHere(page);
  if (isRefusal(agencyId)) return agencyId;
  const definition = boardTable(whereOf(page));
  const state = tableState(definition, queryOf(page));
  const found = await boardExport(page.context, boardAsked(state, agencyId));
  if (isRefusal(found)) return found;
  const notes = found.groups === 0 ? [] : [`另有 ${found.groups} 组成组办理的申请，不在此表。`];
  return tableFile(page, definition, state, found.rows, { name: '在办申请', notes });
}

function allAsked({ filters: { q, phase, kind, channel, from, to } }: TableState, agencyId: string) {
  return {
    agencyId,
    text: q ?? '',
    by: 'lastFour' as const,
    phase: phaseIn(phase),
    outcome: null,
    kind: kind ?? null,
    channel: channel ?? null,
    receivedFrom: dayIn(from),
    receivedTo: dayIn(to),
  };
}

async function allPage(page: OfficePage): Promise<Response | Refusal> {
  const agencyId = agencyHere(page);
  if (isRefusal(agencyId)) return agencyId;
  const views = await listViews(page, 'applications');
  if (views instanceof Response || isRefusal(views)) return views;
  const definition = allTable(whereOf(page));
  const state = tableState(definition, queryOf(page));
  const { after, before } = state;
  const asked = allAsked(state, agencyId);
  const found = await caseList(page.context, { ...asked, after, before, limit: pageSize });
  if (isRefusal(found)) return found;
  const table = { definition, state, views, view: 'all' } as const;
  return answer(page, <ListPage page={page} {...table} board={null} list={found} may={rights(page)} />);
}

async function allFile(page: OfficePage): Promise<Response | Refusal> {
  const agencyId = agencyHere(page);
  if (isRefusal(agencyId)) return agencyId;
  const definition = allTable(whereOf(page));
  const state = tableState(definition, queryOf(page));
  const rows = await caseExport(page.context, allAsked(state, agencyId));
  return isRefusal(rows) ? rows : tableFile(page, definition, state, rows);
}

/** The cases of an agency as lists, and as workbooks of the same filters. */
export function listRoutes(office: Office): void {
  office.get('/applications', 'application.list', boardPage);
  office.get('/applications/export.xlsx', 'application.list', boardFile);
  office.get('/applications/all', 'application.list', allPage);
  office.get('/applications/all/export.xlsx', 'application.list', allFile);
}
