import { shanghaiDay } from '../../../app/calendar-years.ts';
import { board, type Urgency, urgencies } from '../../../app/queries/applications/board.ts';
import { caseList } from '../../../app/queries/applications/case-list.ts';
import { type Phase, phases } from '../../../domain/application/phases.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import { type Day, parseDay } from '../../../domain/workday/index.ts';
import { tableState } from '../../theme/table-state.ts';
import { answer, type OfficePage } from '../page.ts';
import type { Office } from '../router.ts';
import { agencyHere, mayHere } from './case-ref.ts';
import { caseRoutes } from './case-routes.tsx';
import { allTable, boardTable } from './case-table.ts';
import { figureRoutes } from './figure-routes.tsx';
import { groupRoutes } from './group-routes.tsx';
import { ListPage } from './list-page.tsx';
import { newRoutes } from './new-routes.tsx';
import { retentionRoutes } from './retention-routes.tsx';
import { letterSettingsRoutes } from './settings-routes.tsx';

const pageSize = 50;

const whereOf = (page: OfficePage) => ({
  at: page.at,
  calendar: page.context.calendar(),
  today: shanghaiDay(page.context.now()),
});
const queryOf = ({ c }: OfficePage) => new URL(c.req.url).searchParams;
const phaseIn = (text: string | undefined): Phase | null => phases.find((phase) => phase === text) ?? null;
const rights = (page: OfficePage) => ({
  enter: mayHere(page, 'application.enter'),
  takeOver: mayHere(page, 'application.takeOver'),
  count: mayHere(page, 'application.count'),
  settings: mayHere(page, 'agency.changeContacts'),
  seals: mayHere(page, 'seal.list'),
  retention: mayHere(page, 'retention.read'),
});

async function boardPage(page: OfficePage): Promise<Response | Refusal> {
  const agencyId = agencyHere(page);
  if (isRefusal(agencyId)) return agencyId;
  const definition = boardTable(whereOf(page));
  const state = tableState(definition, queryOf(page));
  const phase = phaseIn(state.filters.phase);
  const found = await board(page.context, {
    agencyId,
    phases: phase === null ? null : [phase],
    urgency: (urgencies.find((each) => each === state.filters.urgency) ?? null) as Urgency | null,
    mine: state.filters.mine === '1',
    after: state.after,
    limit: pageSize,
  });
  if (isRefusal(found)) return found;
  return answer(
    page,
    <ListPage
      page={page}
      definition={definition}
      state={state}
      view="board"
      board={found}
      list={null}
      may={rights(page)}
    />,
  );
}

const dayIn = (text: string | undefined): Day | null => (text === undefined ? null : parseDay(text));

async function allPage(page: OfficePage): Promise<Response | Refusal> {
  const agencyId = agencyHere(page);
  if (isRefusal(agencyId)) return agencyId;
  const definition = allTable(whereOf(page));
  const state = tableState(definition, queryOf(page));
  const { q, phase, kind, channel, from, to } = state.filters;
  const found = await caseList(page.context, {
    agencyId,
    text: q ?? '',
    phase: phaseIn(phase),
    outcome: null,
    kind: kind ?? null,
    channel: channel ?? null,
    receivedFrom: dayIn(from),
    receivedTo: dayIn(to),
    after: state.after,
    before: state.before,
    limit: pageSize,
  });
  if (isRefusal(found)) return found;
  return answer(
    page,
    <ListPage
      page={page}
      definition={definition}
      state={state}
      view="all"
      board={null}
      list={found}
      may={rights(page)}
    />,
  );
}

/** Everything under /office/applications. */
export function applicationRoutes(office: Office): void {
  office.get('/applications', 'application.list', boardPage);
  office.get('/applications/all', 'application.list', allPage);
  figureRoutes(office);
  letterSettingsRoutes(office);
  newRoutes(office);
  groupRoutes(office);
  retentionRoutes(office);
  caseRoutes(office);
}
