import { largestSending } from '../../../app/applications/case-files.ts';
import { shanghaiDay } from '../../../app/calendar-years.ts';
import { addAppealFile } from '../../../app/commands/appeals/add-appeal-file.ts';
import { changeAppeal } from '../../../app/commands/appeals/change-appeal.ts';
import { concludeAppeal } from '../../../app/commands/appeals/conclude-appeal.ts';
import { correctAppeal } from '../../../app/commands/appeals/correct-appeal.ts';
import { registerAppeal } from '../../../app/commands/appeals/register-appeal.ts';
import { everyRow } from '../../../app/every-row.ts';
import { appealFile } from '../../../app/queries/appeals/appeal-file.ts';
import { type AppealSheet, appealList, appealSheet } from '../../../app/queries/appeals/appeal-list.ts';
import { caseList } from '../../../app/queries/applications/case-list.ts';
import { isRefusal, type Refusal, refuse } from '../../../domain/refusal.ts';
import type { AppealKind, AppealResult } from '../../../law/appeals.ts';
import { sentFiles } from '../../http/sent-files.ts';
import { tableState } from '../../theme/table-state.ts';
import { type Fault, faultsOf } from '../faults.ts';
import { listViews } from '../kept-views.tsx';
import { answer, goOn, type OfficePage, type Sent } from '../page.ts';
import type { Office } from '../router.ts';
import { tableFile } from '../table-file.ts';
import { noProcedure, undoEnd } from './appeal-correction.tsx';
import { AppealPage } from './appeal-page.tsx';
import { AppealsPage, RegisterAppealPage } from './appeals-page.tsx';
import { appealsTable } from './appeals-table.tsx';
import { agencyHere, isId, mayHere } from './case-ref.ts';
import { orNull, text } from './field-defs.ts';
import { attachment } from './file-routes.tsx';

const pageSize = 50;
const atOnce = 500;
const unknown = refuse('appeal.unknown', '没有这件复议、诉讼。请从列表中选择。');

async function appealHere(page: OfficePage): Promise<AppealSheet | Refusal> {
  const agencyId = agencyHere(page);
  if (isRefusal(agencyId)) return agencyId;
  const id = page.c.req.param('id') ?? '';
  return isId(id) ? appealSheet(page.context, { agencyId, id }) : unknown;
}

async function sheet(page: OfficePage, sent: Sent, faults: readonly Fault[]): Promise<Response | Refusal> {
  const appeal = await appealHere(page);
  return isRefusal(appeal)
    ? appeal
    : answer(
        page,
        <AppealPage page={page} appeal={appeal} sent={sent} faults={faults} />,
        faults.length === 0 ? 200 : 422,
      );
}

/** The application a number belongs to; null where none was given. */
async function applicationMeant(
  page: OfficePage,
  agencyId: string,
  number: string,
): Promise<string | null | Refusal> {
  if (number === '') return null;
  const none = {
    phase: null,
    outcome: null,
    kind: null,
    channel: null,
    receivedFrom: null,
    receivedTo: null,
  };
  const found = await caseList(page.context, {
    ...none,
    agencyId,
    text: number,
    by: 'number',
    after: null,
    before: null,
    limit: 1,
  });
  if (isRefusal(found)) return found;
  const message = '没有这个登记编号。请核对，例如 2026-0012。';
  return found.rows[0]?.id ?? refuse('appeal.number', message, { fields: [{ field: 'number', message }] });
}

async function register(page: OfficePage, sent: Sent): Promise<Response | Refusal> {
  const agencyId = agencyHere(page);
  if (isRefusal(agencyId)) return agencyId;
  const applicationId = await applicationMeant(page, agencyId, text(sent, 'number'));
  const outcome = isRefusal(applicationId)
    ? applicationId
    : await registerAppeal(page.context, {
        agencyId,
        applicationId,
        kind: text(sent, 'kind') as 'review',
        procedure: orNull(sent, 'procedure') as 'ordinary' | null,
        acceptedOn: text(sent, 'acceptedOn') as never,
        copyReceivedOn: orNull(sent, 'copyReceivedOn') as never,
        organ: text(sent, 'organ'),
        notice: text(sent, 'notice'),
        grounds: text(sent, 'grounds'),
        demonstration: false,
      });
  if (!isRefusal(outcome)) return goOn(page, `/office/appeals/${outcome.id}`, 'appealSaved');
  return outcome.code.startsWith('policy.')
    ? outcome
    : answer(page, <RegisterAppealPage page={page} sent={sent} faults={faultsOf(outcome)} />, 422);
}

async function act(
  page: OfficePage,
  sent: Sent,
  perform: (base: { agencyId: string; appealId: string }) => Promise<{ readonly id: string } | Refusal>,
): Promise<Response | Refusal> {
  const appeal = await appealHere(page);
  if (isRefusal(appeal)) return appeal;
  const outcome = await perform({ agencyId: appeal.agency_id, appealId: appeal.id });
  if (!isRefusal(outcome)) return goOn(page, `/office/appeals/${appeal.id}`, 'appealSaved');
  return outcome.code.startsWith('policy.') ? outcome : sheet(page, sent, faultsOf(outcome));
}

/** The application named by its number; the one it is over already where the number is the same, registered or not. */
async function correct(page: OfficePage, sent: Sent): Promise<Response | Refusal> {
  const appeal = await appealHere(page);
  if (isRefusal(appeal)) return appeal;
  const named = text(sent, 'number');
  const applicationId =
    named === (appeal.number ?? '')
      ? appeal.application_id
      : await applicationMeant(page, appeal.agency_id, named);
  if (isRefusal(applicationId)) return sheet(page, sent, faultsOf(applicationId));
  const procedure = text(sent, 'procedure');
  return act(page, sent, (base) =>
    correctAppeal(page.context, {
      ...base,
      kind: text(sent, 'kind') as AppealKind,
      procedure: procedure === noProcedure ? null : (procedure as 'ordinary'),
      acceptedOn: text(sent, 'acceptedOn') as never,
      applicationId,
      organ: text(sent, 'organ'),
      notice: text(sent, 'notice'),
      grounds: text(sent, 'grounds'),
      undoEnd: text(sent, 'undoEnd') === undoEnd,
      reason: text(sent, 'reason'),
    }),
  );
}

async function upload(page: OfficePage, sent: Sent): Promise<Response | Refusal> {
  const [file] = await sentFiles((await page.c.req.parseBody()).file);
  return act(page, sent, (base) =>
    addAppealFile(page.context, {
      ...base,
      kind: text(sent, 'kind') as 'other',
      name: file?.name ?? '文件',
      bytes: file?.bytes ?? new Uint8Array(),
    }),
  );
}

async function download(page: OfficePage): Promise<Response | Refusal> {
  const agencyId = agencyHere(page);
  if (isRefusal(agencyId)) return agencyId;
  const [id, fileId] = [page.c.req.param('id') ?? '', page.c.req.param('file') ?? ''];
  if (!isId(id)) return unknown;
  const file = await appealFile(page.context, { agencyId, id, fileId });
  return isRefusal(file) ? file : attachment(file.bytes, file.name, 'application/octet-stream');
}

/** A day whose field was sent; empty takes it away, a field that did not come leaves it. */
const dayNamed = (sent: Sent, name: string): Readonly<Record<string, never>> =>
  Object.hasOwn(sent, name) ? { [name]: orNull(sent, name) as never } : {};

/** The register as the address asks for it. */
function askedOf(page: OfficePage, agencyId: string) {
  const definition = appealsTable(page.at, shanghaiDay(page.context.now()));
  const state = tableState(definition, new URL(page.c.req.url).searchParams);
  const { kind, result } = state.filters;
  const asked = {
    agencyId,
    kind: (kind ?? null) as AppealKind | null,
    result: (result ?? null) as AppealResult | null,
  };
  return { definition, state, asked };
}

/** The register of reviews and suits. */
export function appealRoutes(office: Office): void {
  office.get('/appeals', 'appeal.list', async (page) => {
    const agencyId = agencyHere(page);
    if (isRefusal(agencyId)) return agencyId;
    const views = await listViews(page, 'appeals');
    if (views instanceof Response || isRefusal(views)) return views;
    const { state, asked } = askedOf(page, agencyId);
    const found = await appealList(page.context, { ...asked, after: state.after, limit: pageSize });
    if (isRefusal(found)) return found;
    const may = mayHere(page, 'appeal.register');
    return answer(page, <AppealsPage page={page} views={views} state={state} found={found} may={may} />);
  });
  office.get('/appeals/export.xlsx', 'appeal.list', async (page) => {
    const agencyId = agencyHere(page);
    if (isRefusal(agencyId)) return agencyId;
    const { definition, state, asked } = askedOf(page, agencyId);
    const denied = await page.may('appeal.list', { agencyId });
    if (denied !== null) return denied;
    const rows = everyRow((after) =>
      appealList(page.context, { ...asked, after, limit: atOnce, purpose: '导出复议、诉讼登记' }),
    );
    return tableFile(page, definition, state, rows);
  });
  office.get('/appeals/new', 'appeal.register', async (page) => {
    const agencyId = agencyHere(page);
    if (isRefusal(agencyId)) return agencyId;
    const denied = await page.may('appeal.register', { agencyId });
    return denied ?? answer(page, <RegisterAppealPage page={page} sent={{}} faults={[]} />);
  });
  office.post('/appeals/new', 'appeal.register', register);
  office.get('/appeals/:id', 'appeal.list', (page) => sheet(page, {}, []));
  office.post('/appeals/:id/course', 'appeal.change', (page, sent) =>
    act(page, sent, (base) =>
      changeAppeal(page.context, {
        ...base,
        ...dayNamed(sent, 'copyReceivedOn'),
        ...dayNamed(sent, 'repliedOn'),
        ...dayNamed(sent, 'hearingOn'),
      }),
    ),
  );
  office.post('/appeals/:id/files', 'appeal.addFile', upload, largestSending);
  office.get('/appeals/:id/files/:file', 'appeal.readFile', download);
  office.post('/appeals/:id/correct', 'appeal.correct', correct);
  office.post('/appeals/:id/end', 'appeal.conclude', (page, sent) =>
    act(page, sent, (base) =>
      concludeAppeal(page.context, {
        ...base,
        disposition: text(sent, 'disposition'),
        on: text(sent, 'on') as never,
        decision: text(sent, 'decision'),
        costs: text(sent, 'costs') === '' ? null : Number(text(sent, 'costs')),
        learnt: text(sent, 'learnt'),
      }),
    ),
  );
}
