import { shanghaiDay } from '../../../app/calendar-years.ts';
import {
  type CountedCell,
  figureAppeals,
  figureCases,
} from '../../../app/queries/applications/counted-cases.ts';
import { lateAnswers } from '../../../app/queries/applications/late-answers.ts';
import { applicationOverview } from '../../../app/queries/applications/overview.ts';
import { yearTables } from '../../../app/queries/applications/year-tables.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import { type Day, parseDay } from '../../../domain/workday/index.ts';
import { tableState } from '../../theme/table-state.ts';
import { answer, type OfficePage } from '../page.ts';
import type { Office } from '../router.ts';
import { AppealCellPage, CellPage } from './cell-page.tsx';
import { countedAppealsTable, countedTable } from './counted-table.ts';
import { agencyOfFigures, type FigureScope } from './figure-scope.ts';
import { LatePage, latePath, lateTable } from './late-page.tsx';
import { OverviewPage } from './overview-page.tsx';
import { TablesPage } from './tables-page.tsx';

const pageSize = 50;
const firstYear = 2019;

const thisYear = ({ context }: OfficePage): number => Number(shanghaiDay(context.now()).slice(0, 4));
const yearsOf = (page: OfficePage): number[] =>
  Array.from({ length: thisYear(page) - firstYear + 1 }, (_, index) => thisYear(page) - index);

function yearIn(page: OfficePage): number {
  const asked = Number(page.c.req.query('year'));
  return Number.isInteger(asked) && asked >= firstYear && asked <= thisYear(page) ? asked : thisYear(page);
}

/** A day of the address, if it lies within the year. */
function dayOf(page: OfficePage, name: string, year: number): Day | null {
  const day = parseDay(page.c.req.query(name) ?? '');
  return day?.startsWith(`${year}-`) ? day : null;
}

async function scopeOf(page: OfficePage): Promise<FigureScope | Refusal> {
  const agency = await agencyOfFigures(page);
  if (isRefusal(agency)) return agency;
  const year = yearIn(page);
  const below = page.c.req.query('scope') === 'below';
  return { agency, below, year, first: dayOf(page, 'from', year), until: dayOf(page, 'until', year) };
}

async function tablesPage(page: OfficePage): Promise<Response | Refusal> {
  const scope = await scopeOf(page);
  if (isRefusal(scope)) return scope;
  const { agency, below, year, first, until } = scope;
  const asked = { agencyId: agency.id, below, year, from: first, until };
  const tables = await yearTables(page.context, asked);
  if (isRefusal(tables)) return tables;
  return answer(page, <TablesPage page={page} tables={tables} scope={scope} years={yearsOf(page)} />);
}

async function overviewPage(page: OfficePage): Promise<Response | Refusal> {
  const scope = await scopeOf(page);
  if (isRefusal(scope)) return scope;
  const { agency, below, year } = scope;
  const figures = await applicationOverview(page.context, { agencyId: agency.id, below, year });
  return isRefusal(figures)
    ? figures
    : answer(page, <OverviewPage page={page} scope={scope} figures={figures} years={yearsOf(page)} />);
}

async function latePage(page: OfficePage): Promise<Response | Refusal> {
  const scope = await scopeOf(page);
  if (isRefusal(scope)) return scope;
  const { agency, below, year } = scope;
  const query = new URL(page.c.req.url).searchParams;
  const asked = { agencyId: agency.id, below, year, after: query.get('after'), limit: pageSize };
  const found = await lateAnswers(page.context, asked);
  if (isRefusal(found)) return found;
  const definition = lateTable({ at: page.at, below });
  const state = tableState(definition, query);
  return answer(
    page,
    <LatePage page={page} scope={scope} definition={definition} state={state} found={found} />,
  );
}

/** The cases, or the reviews and suits, behind a figure. */
async function figurePage(page: OfficePage, table: CountedCell['table']): Promise<Response | Refusal> {
  const scope = await scopeOf(page);
  if (isRefusal(scope)) return scope;
  const { agency, below, year } = scope;
  const { row = '', column = 'total' } = page.c.req.query();
  const first = scope.first ?? `${year}-01-01`;
  const until = scope.until ?? `${year}-12-31`;
  const cell = { table, row, column, first, until };
  const query = new URL(page.c.req.url).searchParams;
  const after = query.get('after');
  const asked = { agencyId: agency.id, below, cell, after, limit: pageSize };
  const props = { page, scope, cell };
  if (table === 'appeals') {
    const definition = countedAppealsTable({ at: page.at, below });
    const found = await figureAppeals(page.context, asked);
    return isRefusal(found)
      ? found
      : answer(
          page,
          <AppealCellPage
            {...props}
            definition={definition}
            state={tableState(definition, query)}
            found={found}
          />,
        );
  }
  const definition = countedTable({ at: page.at, below });
  const found = await figureCases(page.context, asked);
  return isRefusal(found)
    ? found
    : answer(
        page,
        <CellPage {...props} definition={definition} state={tableState(definition, query)} found={found} />,
      );
}

/** Figures of applications and what stands behind each. */
export function figureRoutes(office: Office): void {
  office.get('/applications/overview', 'application.count', overviewPage);
  office.get('/applications/tables', 'application.count', tablesPage);
  office.get(latePath.replace('/office', ''), 'application.listCounted', latePage);
  office.get('/applications/cell', 'application.listCounted', (page) => figurePage(page, 'applications'));
  office.get('/appeals/cell', 'application.listCounted', (page) => figurePage(page, 'appeals'));
}
