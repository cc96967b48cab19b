import { agencyMeant } from '../../app/agencies/subject.ts';
import { reachOf } from '../../app/authorise.ts';
import { createAgency } from '../../app/commands/create-agency.ts';
import { importTownships } from '../../app/commands/import-townships.ts';
import { everyRow } from '../../app/every-row.ts';
import { agencyLevels, countyChoices, townshipPreview } from '../../app/queries/agencies.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { tableState } from '../theme/table-state.ts';
import { treeAsked } from '../theme/tree-field.tsx';
import { AgenciesPage } from './agencies-page.tsx';
import { agenciesTable } from './agencies-table.ts';
import { AgencyFormPage } from './agency-form-page.tsx';
import { agencyRoutes } from './agency-routes.tsx';
import { agencyNodes, agencyTree } from './agency-tree.tsx';
import { type Fault, faultsOf } from './faults.ts';
import { KEPT, listViews, NO_VIEW, viewAddress } from './kept-views.tsx';
import { answer, goOn, type OfficePage, type Sent } from './page.ts';
import type { Office } from './router.ts';
import { tableFile } from './table-file.ts';
import { TownshipImportPage } from './township-import-page.tsx';

const perPage = 50;
const atOnce = 500;

function levelAsked(page: OfficePage) {
  const query = new URL(page.c.req.url).searchParams;
  const definition = agenciesTable(page.at, (query.get('q') ?? '').trim() !== '');
  const state = tableState(definition, query);
  const { q = '', closed } = state.filters;
  return { definition, state, asked: { under: query.get('under'), text: q, closed: closed === '1' } };
}

async function listPage(page: OfficePage): Promise<Response | Refusal> {
  const views = await listViews(page, 'agencies');
  if (views instanceof Response || isRefusal(views)) return views;
  const { state, asked } = levelAsked(page);
  const level = await agencyLevels(page.context, { ...asked, after: state.after, limit: perPage });
  // A view may lead to an agency that is out of reach by now.
  if (isRefusal(level) && (views.own[KEPT] ?? NO_VIEW) !== NO_VIEW)
    return page.c.redirect(viewAddress(page, 'agencies', null, 'viewGone'), 303);
  if (isRefusal(level)) return level;
  const mayCreate = reachOf(page.context, 'agency.create').own.length > 0;
  const { under } = asked;
  return answer(
    page,
    <AgenciesPage
      page={page}
      views={views}
      level={level}
      under={under}
      state={state}
      mayCreate={mayCreate}
    />,
  );
}

async function exportFile(page: OfficePage): Promise<Response | Refusal> {
  const { definition, state, asked } = levelAsked(page);
  const read = (after: string | null) => agencyLevels(page.context, { ...asked, after, limit: atOnce });
  const first = await read(null);
  return isRefusal(first) ? first : tableFile(page, definition, state, everyRow(read));
}

async function formPage(page: OfficePage, sent: Sent, faults: readonly Fault[] = []): Promise<Response> {
  const superior = await agencyTree(page, sent, 'superior');
  return answer(
    page,
    <AgencyFormPage page={page} sent={sent} faults={faults} superior={superior} />,
    faults.length === 0 ? 200 : 422,
  );
}

/** What the box of a form that asks for an agency is answered: the top, a level, or hits. */
async function treeJson(page: OfficePage): Promise<Response> {
  const { q, parent = '' } = page.c.req.query();
  const words = q?.trim().slice(0, 40) ?? '';
  page.c.header('Cache-Control', 'no-store');
  return page.c.json(
    await agencyNodes(page, words === '' ? { under: parent === '' ? null : parent } : { words }),
  );
}

async function create(page: OfficePage, sent: Sent): Promise<Response | Refusal> {
  if (treeAsked(sent, 'superior') !== null) return formPage(page, sent);
  const again = (refusal: Refusal) => formPage(page, sent, faultsOf(refusal));
  const superior = await agencyMeant(page.context.store.database, sent.superior ?? '', 'superior');
  if (isRefusal(superior)) return again(superior);
  const { name = '', kind = '', code = '', validFrom = '' } = sent;
  const input = { superiorId: superior.id, name, kind: kind as never, code, validFrom };
  const made = await createAgency(page.context, input);
  if (!isRefusal(made))
    return goOn(page, `/office/agencies/${encodeURIComponent(made.slug)}`, 'agencyCreated');
  return made.code.startsWith('policy.') ? made : again(made);
}

async function importPage(page: OfficePage): Promise<Response | Refusal> {
  const { q: asked = '', county } = page.c.req.query();
  if (county !== undefined) {
    const plan = await townshipPreview(page.context, { county });
    return isRefusal(plan)
      ? plan
      : answer(page, <TownshipImportPage page={page} asked="" found={[]} plan={plan} />);
  }
  const found = await countyChoices(page.context, { text: asked.slice(0, 20) });
  if (isRefusal(found)) return found;
  return answer(
    page,
    <TownshipImportPage page={page} asked={asked.slice(0, 20)} found={found} plan={null} />,
  );
}

/** The tree of agencies: a level at a time, new ones, the import of a county’s townships. */
export function agenciesRoutes(office: Office): void {
  office.get('/agencies', 'agency.list', listPage);
  office.get('/agencies/export.xlsx', 'agency.list', exportFile);
  office.get('/agencies/tree.json', 'agency.list', treeJson);
  office.get('/agencies/new', 'agency.create', async (page) => {
    const denied = await page.may('agency.create', { agencyId: page.visit.place?.id ?? null });
    const superior = page.c.req.query('under') ?? page.visit.place?.slug ?? '';
    return denied ?? formPage(page, { superior });
  });
  office.post('/agencies/new', 'agency.create', create);
  office.get('/agencies/import', 'agency.create', importPage);
  office.post('/agencies/import', 'agency.create', async (page, sent) => {
    const done = await importTownships(page.context, { county: sent.county ?? '' });
    if (isRefusal(done)) return done;
    return page.c.redirect(page.at('/office/agencies', { under: done.county, done: 'townshipsMade' }), 303);
  });
  agencyRoutes(office);
}
