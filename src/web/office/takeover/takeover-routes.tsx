import { shanghaiDay } from '../../../app/calendar-years.ts';
import { dropTakeover } from '../../../app/commands/applications/drop-takeover.ts';
import { prepareTakeover } from '../../../app/commands/applications/prepare-takeover.ts';
import { takeOverApplications } from '../../../app/commands/applications/take-over-applications.ts';
import { ownTakeover, takeoverPreview } from '../../../app/queries/applications/takeover-preview.ts';
import { faultsIn } from '../../../app/takeover/checked-file.ts';
import { largestTakeover, takeoverSheets } from '../../../app/takeover/sheet-names.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import { workdayTable } from '../../../domain/workday/index.ts';
import { WORKBOOK } from '../../theme/table-workbook.ts';
import { agencyHere } from '../applications/case-ref.ts';
import { text } from '../applications/field-defs.ts';
import { attachment } from '../applications/file-routes.tsx';
import { answer, goOn, type OfficePage, type Sent } from '../page.ts';
import type { Office } from '../router.ts';
import { TakeoverPreviewPage } from './preview-page.tsx';
import { TakeoverPage, takeoverPath } from './takeover-page.tsx';
import { takeoverTemplate } from './template.ts';

/** The file, and the form it comes in. */
const largestSending = largestTakeover + 256 * 1024;
const act = 'application.takeOver';

async function show(page: OfficePage, refusal: Refusal | null): Promise<Response | Refusal> {
  const agencyId = agencyHere(page);
  if (isRefusal(agencyId)) return agencyId;
  const waiting = await ownTakeover(page.context, { agencyId });
  if (isRefusal(waiting)) return waiting;
  const refused = refusal?.message ?? null;
  const faults = refusal === null ? [] : faultsIn(refusal);
  return answer(
    page,
    <TakeoverPage page={page} waiting={waiting} refused={refused} faults={faults} />,
    refusal === null ? 200 : 422,
  );
}

const orShown = (page: OfficePage, refusal: Refusal): Promise<Response | Refusal> | Refusal =>
  refusal.code.startsWith('policy.') ? refusal : show(page, refusal);

async function template(page: OfficePage): Promise<Response | Refusal> {
  const agencyId = agencyHere(page);
  if (isRefusal(agencyId)) return agencyId;
  const denied = await page.may(act, { agencyId });
  if (denied !== null) return denied;
  const { now, calendar } = page.context;
  const bytes = takeoverTemplate(shanghaiDay(now()), workdayTable(calendar()));
  return attachment(bytes, `${takeoverSheets.cases}模板.xlsx`, WORKBOOK);
}

async function upload(page: OfficePage): Promise<Response | Refusal> {
  const agencyId = agencyHere(page);
  if (isRefusal(agencyId)) return agencyId;
  const denied = await page.may(act, { agencyId });
  if (denied !== null) return denied;
  const { file } = await page.c.req.parseBody();
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  const outcome = await prepareTakeover(page.context, { agencyId, file: bytes });
  return isRefusal(outcome) ? orShown(page, outcome) : goOn(page, `${takeoverPath}/preview`);
}

async function preview(page: OfficePage): Promise<Response | Refusal> {
  const agencyId = agencyHere(page);
  if (isRefusal(agencyId)) return agencyId;
  const asked = Number(page.c.req.query('page') ?? '1');
  const found = await takeoverPreview(page.context, { agencyId, page: Number.isInteger(asked) ? asked : 1 });
  if (isRefusal(found)) return orShown(page, found);
  const today = shanghaiDay(page.context.now());
  return answer(page, <TakeoverPreviewPage page={page} preview={found} today={today} />);
}

async function take(page: OfficePage, sent: Sent): Promise<Response | Refusal> {
  const agencyId = agencyHere(page);
  if (isRefusal(agencyId)) return agencyId;
  const outcome = await takeOverApplications(page.context, { agencyId, draftId: text(sent, 'draft') });
  return isRefusal(outcome) ? orShown(page, outcome) : goOn(page, '/office/applications', 'casesTakenOver');
}

async function drop(page: OfficePage): Promise<Response | Refusal> {
  const agencyId = agencyHere(page);
  if (isRefusal(agencyId)) return agencyId;
  const outcome = await dropTakeover(page.context, { agencyId });
  return isRefusal(outcome) ? orShown(page, outcome) : goOn(page, takeoverPath, 'takeoverDropped');
}

/** Running cases and those closed this year, out of a workbook: template, file, what it would make, the act. */
export function takeoverRoutes(office: Office): void {
  office.get('/applications/takeover', act, (page) => show(page, null));
  office.get('/applications/takeover/template.xlsx', act, template);
  office.get('/applications/takeover/preview', act, preview);
  office.post('/applications/takeover', act, upload, largestSending);
  office.post('/applications/takeover/take', act, take);
  office.post('/applications/takeover/drop', act, drop);
}
