import { previewLetters } from '../../../app/applications/preview-letters.ts';
import { shanghaiDay } from '../../../app/calendar-years.ts';
import { approveAnswer } from '../../../app/commands/applications/approve-answer.ts';
import { draftAnswer } from '../../../app/commands/applications/draft-answer.ts';
import { handOverApplications } from '../../../app/commands/applications/hand-over-applications.ts';
import { proveNotice } from '../../../app/commands/applications/prove-notice.ts';
import { returnAnswer } from '../../../app/commands/applications/return-answer.ts';
import type { AppContext } from '../../../app/context.ts';
import { applicantSheet, letterSheet } from '../../../app/queries/applications/case-documents.ts';
import { type CaseSheet, caseSheet } from '../../../app/queries/applications/case-sheet.ts';
import { erasedCaseSheet } from '../../../app/queries/retention.ts';
import type { Letter } from '../../../domain/application/letters/letter.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import { type Fault, faultsOf } from '../faults.ts';
import { answer, goOn, type OfficePage, type Sent } from '../page.ts';
import type { Office } from '../router.ts';
import { type ActDef, actDefs } from './act-defs.ts';
import { ActPage, caseCrumbs } from './act-page.tsx';
import { ApplicantPage } from './applicant-page.tsx';
import { CasePage } from './case-page.tsx';
import { erasedHere, refOf } from './case-ref.ts';
import { dossierRoutes } from './dossier-routes.tsx';
import { draftOf, isAnswer } from './draft-form.ts';
import { DraftPage } from './draft-page.tsx';
import { ErasedPage } from './erased-page.tsx';
import { text } from './field-defs.ts';
import { fileRoutes } from './file-routes.tsx';
import { ApprovePage, LetterPage } from './letter-pages.tsx';
import { previewed } from './letter-preview.tsx';
import { dueOf } from './words.ts';

async function withSheet(
  page: OfficePage,
  show: (sheet: CaseSheet) => Promise<Response | Refusal> | Response | Refusal,
): Promise<Response | Refusal> {
  const ref = refOf(page);
  if (isRefusal(ref)) return ref;
  const sheet = await caseSheet(page.context, ref);
  return isRefusal(sheet) ? sheet : show(sheet);
}

async function showCase(page: OfficePage): Promise<Response | Refusal> {
  const shown = await withSheet(page, (sheet) => answer(page, <CasePage page={page} sheet={sheet} />));
  if (!isRefusal(shown) || shown.code !== 'application.erased') return shown;
  const ref = refOf(page);
  if (isRefusal(ref)) return ref;
  const left = await erasedCaseSheet(page.context, ref);
  return isRefusal(left) ? shown : answer(page, <ErasedPage page={page} left={left} />);
}

const status = (faults: readonly Fault[]): 200 | 422 => (faults.length === 0 ? 200 : 422);

const actForm = (
  page: OfficePage,
  def: ActDef,
  sent: Sent,
  faults: readonly Fault[],
  more: { readonly preview?: readonly Letter[] } = {},
) =>
  withSheet(page, (sheet) =>
    answer(
      page,
      <ActPage page={page} sheet={sheet} def={def} sent={sent} faults={faults} {...more} />,
      status(faults),
    ),
  );

const baseOf = (ref: { agencyId: string; id: string }, sent: Sent) => ({
  agencyId: ref.agencyId,
  applicationId: ref.id,
  on: text(sent, 'on'),
});

async function perform(page: OfficePage, def: ActDef, sent: Sent): Promise<Response | Refusal> {
  const ref = refOf(page);
  if (isRefusal(ref)) return ref;
  const run = (context: AppContext) => def.perform(context, baseOf(ref, sent), sent);
  const trying = 'preview' in sent && previewed.has(def.act);
  const outcome = trying ? await previewLetters(page.context, ref, run) : await run(page.context);
  if (!isRefusal(outcome) && 'length' in outcome) return actForm(page, def, sent, [], { preview: outcome });
  if (!isRefusal(outcome)) return goOn(page, `/office/applications/${ref.id}`, 'applicationActed');
  return outcome.code.startsWith('policy.') || outcome.code.endsWith('.unknown')
    ? outcome
    : actForm(page, def, sent, faultsOf(outcome));
}

const draftForm = (page: OfficePage, sent: Sent, faults: readonly Fault[]) =>
  withSheet(page, (sheet) => {
    const { answer: asked, choose } = page.c.req.query();
    const kept = sheet.state.draft?.answer;
    const wanted = sent.answer ?? asked ?? (choose === undefined ? kept : undefined);
    const kind = isAnswer(wanted) ? wanted : null;
    const subject = {
      path: `/office/applications/${sheet.id}`,
      crumbs: caseCrumbs({ page, sheet }, '拟写答复'),
      lead: sheet.summary.title,
      due: dueOf(sheet.clock, page.context.calendar()),
      draft: sheet.state.draft,
      wanted: { form: sheet.form, way: sheet.way },
    };
    return answer(
      page,
      <DraftPage page={page} subject={subject} answer={kind} sent={sent} faults={faults} />,
      status(faults),
    );
  });

async function draft(page: OfficePage, sent: Sent): Promise<Response | Refusal> {
  const ref = refOf(page);
  if (isRefusal(ref)) return ref;
  if (!isAnswer(sent.answer)) return draftForm(page, sent, []);
  const outcome = await draftAnswer(page.context, {
    ...baseOf(ref, sent),
    draft: draftOf(sent.answer, sent),
  });
  if (!isRefusal(outcome)) return goOn(page, `/office/applications/${ref.id}`, 'applicationDrafted');
  return outcome.code.startsWith('policy.') ? outcome : draftForm(page, sent, faultsOf(outcome));
}

const approveForm = (page: OfficePage, sent: Sent, faults: readonly Fault[]) =>
  withSheet(page, async (sheet) => {
    const letter = await letterSheet(page.context, {
      agencyId: sheet.agencyId,
      id: sheet.id,
      letterId: null,
    });
    if (isRefusal(letter)) return letter;
    return answer(
      page,
      <ApprovePage page={page} sheet={sheet} letter={letter} sent={sent} faults={faults} />,
      status(faults),
    );
  });

async function decide(page: OfficePage, sent: Sent): Promise<Response | Refusal> {
  const ref = refOf(page);
  if (isRefusal(ref)) return ref;
  const base = { ...baseOf(ref, sent), on: shanghaiDay(page.context.now()) };
  const words = text(sent, 'opinion');
  const outcome =
    sent.decision === 'return'
      ? await returnAnswer(page.context, { ...base, reason: words })
      : await approveAnswer(page.context, { ...base, opinion: words });
  if (!isRefusal(outcome)) return goOn(page, `/office/applications/${ref.id}`, 'applicationActed');
  return outcome.code.startsWith('policy.') ? outcome : approveForm(page, sent, faultsOf(outcome));
}

async function applicant(page: OfficePage, sent: Sent): Promise<Response | Refusal> {
  const ref = refOf(page);
  if (isRefusal(ref)) return ref;
  const form = await applicantSheet(page.context, { ...ref, purpose: text(sent, 'purpose') });
  if (!isRefusal(form))
    return answer(page, <ApplicantPage page={page} id={ref.id} form={form} faults={[]} />);
  return form.code === 'application.purpose'
    ? answer(page, <ApplicantPage page={page} id={ref.id} form={null} faults={faultsOf(form)} />, 422)
    : form;
}

async function handOver(page: OfficePage, sent: Sent): Promise<Response | Refusal> {
  const ref = refOf(page);
  if (isRefusal(ref)) return ref;
  const outcome = await handOverApplications(page.context, {
    agencyId: ref.agencyId,
    applicationIds: [ref.id],
    holderId: sent.holderId ?? '',
  });
  return isRefusal(outcome) ? outcome : goOn(page, `/office/applications/${ref.id}`, 'applicationHandedOver');
}

const letterPage = (page: OfficePage, sent: Sent, faults: readonly Fault[]) =>
  withSheet(page, async (sheet) => {
    const { agencyId, id } = sheet;
    const letterId = page.c.req.param('letter') ?? '';
    const letter = await letterSheet(page.context, { agencyId, id, letterId });
    return isRefusal(letter)
      ? letter
      : answer(
          page,
          <LetterPage page={page} sheet={sheet} letter={letter} sent={sent} faults={faults} />,
          status(faults),
        );
  });

async function prove(page: OfficePage, sent: Sent): Promise<Response | Refusal> {
  const ref = refOf(page);
  if (isRefusal(ref)) return ref;
  const letterId = page.c.req.param('letter') ?? '';
  const input = {
    agencyId: ref.agencyId,
    applicationId: ref.id,
    letterId,
    on: text(sent, 'on') as never,
    proof: text(sent, 'proof'),
  };
  const outcome = await proveNotice(page.context, input);
  if (!isRefusal(outcome)) return goOn(page, `/office/applications/${ref.id}`, 'applicationActed');
  return outcome.code === 'input.invalid' || outcome.code === 'application.proofDay'
    ? letterPage(page, sent, faultsOf(outcome))
    : outcome;
}

/** One case: its sheet, and each act on it as a form of its own. */
export function caseRoutes(office: Office): void {
  office.get('/applications/:id', 'application.read', (page) => showCase(page));
  office.get('/applications/:id/applicant', 'application.readPersonal', async (page) => {
    const ref = refOf(page);
    if (isRefusal(ref)) return ref;
    const denied = await page.may('application.readPersonal', ref);
    const refused = denied ?? (await erasedHere(page, ref));
    return refused ?? answer(page, <ApplicantPage page={page} id={ref.id} form={null} faults={[]} />);
  });
  office.post('/applications/:id/applicant', 'application.readPersonal', applicant);
  office.post('/applications/:id/hand-over', 'application.handOver', handOver);
  office.get('/applications/:id/draft', 'application.draft', (page) => draftForm(page, {}, []));
  office.post('/applications/:id/draft', 'application.draft', draft);
  office.get('/applications/:id/approve', 'application.approve', (page) => approveForm(page, {}, []));
  office.post('/applications/:id/approve', 'application.approve', decide);
  // Before the page of a letter, whose address would hold theirs too.
  fileRoutes(office);
  dossierRoutes(office);
  office.get('/applications/:id/letters/:letter', 'application.read', (page) => letterPage(page, {}, []));
  office.post('/applications/:id/letters/:letter/proof', 'application.proveNotice', prove);
  for (const def of actDefs) {
    office.get(`/applications/:id/${def.path}`, def.act, (page) => actForm(page, def, {}, []));
    office.post(`/applications/:id/${def.path}`, def.act, (page, sent) => perform(page, def, sent));
  }
}
