import { shanghaiDay } from '../../app/calendar-years.ts';
import {
  accessExport,
  accessPages,
  chainSheet,
  eventExport,
  eventPages,
  type RecordAsked,
} from '../../app/queries/record-pages.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { type Day, parseDay } from '../../domain/workday/index.ts';
import { tableCsv } from '../theme/table-csv.ts';
import type { TableDefinition, TableState } from '../theme/table-model.ts';
import { tableState } from '../theme/table-state.ts';
import { AuditPage, ChainPage } from './audit-page.tsx';
import { accessesTable, eventsTable } from './audit-tables.ts';
import { listViews } from './kept-views.tsx';
import { answer, type OfficePage } from './page.ts';
import type { Office } from './router.ts';
import { tableFile } from './table-file.ts';

const perPage = 50;

const askedOf = ({ filters }: TableState): RecordAsked => {
  const { agency = '', person = '', subject = '', from = '', to = '' } = filters;
  const day = (text: string): Day | null => parseDay(text);
  return { agency, person, subject, from: day(from), to: day(to) };
};

const stateOf = (page: OfficePage, definition: TableDefinition<never>) =>
  tableState(definition, new URL(page.c.req.url).searchParams);

async function eventsPage(page: OfficePage): Promise<Response | Refusal> {
  const views = await listViews(page, 'events');
  if (views instanceof Response || isRefusal(views)) return views;
  const state = stateOf(page, eventsTable(page.at, '') as TableDefinition<never>);
  const { after, before } = state;
  const list = await eventPages(page.context, { ...askedOf(state), after, before, limit: perPage });
  if (isRefusal(list)) return list;
  const definition = eventsTable(page.at, list.agency.slug);
  return answer(
    page,
    <AuditPage
      page={page}
      views={views}
      path="/office/audit"
      definition={definition}
      state={state}
      list={list}
    />,
  );
}

async function accessesPage(page: OfficePage): Promise<Response | Refusal> {
  const views = await listViews(page, 'accesses');
  if (views instanceof Response || isRefusal(views)) return views;
  const state = stateOf(page, accessesTable(page.at, '') as TableDefinition<never>);
  const { after, before } = state;
  const list = await accessPages(page.context, { ...askedOf(state), after, before, limit: perPage });
  if (isRefusal(list)) return list;
  const definition = accessesTable(page.at, list.agency.slug);
  return answer(
    page,
    <AuditPage
      page={page}
      views={views}
      path="/office/audit/accesses"
      definition={definition}
      state={state}
      list={list}
    />,
  );
}

const attachment = (page: OfficePage, name: string) => ({
  'Content-Disposition': `attachment; filename="record.csv"; filename*=UTF-8''${encodeURIComponent(`${name}-${shanghaiDay(page.context.now())}.csv`)}`,
  'Cache-Control': 'no-store',
});

/** As CSV by the stream, or as a workbook of the newest rows, as many as one takes. */
async function file<Row>(
  page: OfficePage,
  type: 'csv' | 'xlsx',
  definition: TableDefinition<Row>,
  { agency, rows }: { agency: { name: string }; rows: AsyncIterable<Row> },
): Promise<Response> {
  if (type === 'csv')
    return page.c.body(tableCsv(definition, rows), 200, {
      ...attachment(page, `${agency.name}${definition.title}`),
      'Content-Type': 'text/csv; charset=utf-8',
    });
  const columns = definition.columns.map(({ id }) => id);
  return tableFile(page, definition, { columns }, rows, { name: `${agency.name}${definition.title}` });
}

function exportRoutes(office: Office): void {
  for (const type of ['csv', 'xlsx'] as const) {
    office.get(`/audit/export.${type}`, 'event.list', async (page) => {
      const definition = eventsTable(page.at, '');
      const out = await eventExport(
        page.context,
        askedOf(stateOf(page, definition as TableDefinition<never>)),
      );
      return isRefusal(out) ? out : file(page, type, definition, out);
    });
    office.get(`/audit/accesses/export.${type}`, 'access.list', async (page) => {
      const definition = accessesTable(page.at, '');
      const out = await accessExport(
        page.context,
        askedOf(stateOf(page, definition as TableDefinition<never>)),
      );
      return isRefusal(out) ? out : file(page, type, definition, out);
    });
  }
}

/** The record of one agency: acts, readings and refusals, the state of its chain. */
export function auditRoutes(office: Office): void {
  office.get('/audit', 'event.list', eventsPage);
  office.get('/audit/accesses', 'access.list', accessesPage);
  exportRoutes(office);
  const chain = async (page: OfficePage, agency: string, verify: boolean) => {
    const sheet = await chainSheet(page.context, { agency, verify });
    return isRefusal(sheet) ? sheet : answer(page, <ChainPage page={page} sheet={sheet} />);
  };
  office.get('/audit/chain', 'event.verify', (page) => chain(page, page.c.req.query('agency') ?? '', false));
  office.post('/audit/chain', 'event.verify', (page, sent) => chain(page, sent.agency ?? '', true));
}
