import { largestSending } from '../../app/applications/case-files.ts';
import { shanghaiDay } from '../../app/calendar-years.ts';
import { claimUnknown } from '../../app/claims/claim-record.ts';
import { answerClaim } from '../../app/commands/claims/answer-claim.ts';
import { enterClaim } from '../../app/commands/claims/enter-claim.ts';
import {
  claimantSheet,
  claimFile,
  claimLetter,
  claimList,
  claimSheet,
} from '../../app/queries/claims/office-claims.ts';
import type { Claimant } from '../../domain/claim/claim.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { type LetterFormat, letterFile, letterMediaTypes } from '../http/letter-file.ts';
import { sentFiles } from '../http/sent-files.ts';
import { agencyHere, claimOf, mayHere } from './applications/case-ref.ts';
import { orNull, text } from './applications/field-defs.ts';
import { attachment } from './applications/file-routes.tsx';
import { ClaimSheetPage } from './claim-sheet-page.tsx';
import { ClaimsPage } from './claims-page.tsx';
import { type Fault, faultsOf } from './faults.ts';
import { ClaimEnteredPage, NewClaimPage } from './new-claim-page.tsx';
import { answer, goOn, type OfficePage, type Sent } from './page.ts';
import type { Office } from './router.ts';

const pageSize = 50;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function list(page: OfficePage): Promise<Response | Refusal> {
  const agencyId = agencyHere(page);
  if (isRefusal(agencyId)) return agencyId;
  const { view, after = '' } = page.c.req.query();
  const open = view !== 'answered';
  const found = await claimList(page.context, {
    agencyId,
    open,
    after: uuid.test(after) ? after : null,
    limit: pageSize,
  });
  if (isRefusal(found)) return found;
  return answer(
    page,
    <ClaimsPage page={page} open={open} {...found} mayEnter={mayHere(page, 'claim.enter')} />,
  );
}

async function show(
  page: OfficePage,
  sent: Sent,
  faults: readonly Fault[],
  claimant: Claimant | null = null,
): Promise<Response | Refusal> {
  const ref = claimOf(page);
  if (isRefusal(ref)) return ref;
  const sheet = await claimSheet(page.context, ref);
  if (isRefusal(sheet)) return sheet;
  const may = {
    answer: sheet.answer === null && mayHere(page, 'claim.answer'),
    readPersonal: mayHere(page, 'claim.readPersonal'),
    letter: sheet.answer?.letter === true && mayHere(page, 'claim.readLetter'),
    newCode: sheet.row.application_id === null && mayHere(page, 'claim.newCode'),
  };
  return answer(
    page,
    <ClaimSheetPage page={page} sheet={sheet} may={may} claimant={claimant} sent={sent} faults={faults} />,
    faults.length === 0 ? 200 : 422,
  );
}

async function reply(page: OfficePage, sent: Sent): Promise<Response | Refusal> {
  const ref = claimOf(page);
  if (isRefusal(ref)) return ref;
  const outcome = await answerClaim(page.context, {
    agencyId: ref.agencyId,
    claimId: ref.id,
    result: text(sent, 'result') as never,
    agency: orNull(sent, 'agency'),
    reasons: orNull(sent, 'reasons'),
  });
  if (!isRefusal(outcome)) return goOn(page, `/office/claims/${ref.id}`, 'claimAnswered');
  return outcome.code.startsWith('policy.') || outcome.code === claimUnknown.code
    ? outcome
    : show(page, sent, faultsOf(outcome));
}

async function readPerson(page: OfficePage, sent: Sent): Promise<Response | Refusal> {
  const ref = claimOf(page);
  if (isRefusal(ref)) return ref;
  const claimant = await claimantSheet(page.context, { ...ref, purpose: text(sent, 'purpose') });
  if (!isRefusal(claimant)) return show(page, {}, [], claimant);
  return claimant.code === 'claim.purpose' ? show(page, sent, faultsOf(claimant)) : claimant;
}

async function download(page: OfficePage): Promise<Response | Refusal> {
  const ref = claimOf(page);
  if (isRefusal(ref)) return ref;
  const file = await claimFile(page.context, { ...ref, fileId: page.c.req.param('file') ?? '' });
  return isRefusal(file) ? file : attachment(file.bytes, file.name, 'application/octet-stream');
}

const letter = (format: LetterFormat) => async (page: OfficePage) => {
  const ref = claimOf(page);
  if (isRefusal(ref)) return ref;
  const found = await claimLetter(page.context, ref);
  if (isRefusal(found)) return found;
  const bytes = await letterFile(found.letter, format, found.dress, page.context.now());
  return attachment(bytes, `${found.letter.title}.${format}`, letterMediaTypes[format]);
};

const newForm = (page: OfficePage, sent: Sent, faults: readonly Fault[]) =>
  answer(page, <NewClaimPage page={page} sent={sent} faults={faults} />, faults.length === 0 ? 200 : 422);

async function enter(page: OfficePage, sent: Sent): Promise<Response | Refusal> {
  const agencyId = agencyHere(page);
  if (isRefusal(agencyId)) return agencyId;
  const body = await page.c.req.parseBody({ all: true });
  const outcome = await enterClaim(page.context, {
    agencyId,
    channel: text(sent, 'channel') as never,
    receivedOn: text(sent, 'receivedOn') || shanghaiDay(page.context.now()),
    applicant: {
      kind: text(sent, 'applicant.kind'),
      name: text(sent, 'applicant.name'),
      identity: { type: text(sent, 'identityType'), number: text(sent, 'applicant.identity') },
      contactPerson: null,
    },
    contact: {
      phone: orNull(sent, 'contact.phone'),
      email: orNull(sent, 'contact.email'),
      address: orNull(sent, 'contact.address'),
    },
    record: { record: sent.record, wrong: sent.wrong, right: sent.right },
    files: await sentFiles(body.proof),
  });
  if (!isRefusal(outcome)) return answer(page, <ClaimEnteredPage page={page} entered={outcome} />);
  return outcome.code.startsWith('policy.') ? outcome : newForm(page, sent, faultsOf(outcome));
}

/** What people ask over records about themselves and over their data. */
export function claimsRoutes(office: Office): void {
  office.get('/claims', 'claim.list', list);
  office.get('/claims/new', 'claim.enter', async (page) => {
    const agencyId = agencyHere(page);
    if (isRefusal(agencyId)) return agencyId;
    return (await page.may('claim.enter', { agencyId })) ?? newForm(page, {}, []);
  });
  office.post('/claims/new', 'claim.enter', enter, largestSending);
  office.get('/claims/:id', 'claim.read', (page) => show(page, {}, []));
  office.post('/claims/:id/answer', 'claim.answer', reply);
  office.post('/claims/:id/claimant', 'claim.readPersonal', readPerson);
  office.get('/claims/:id/letter.pdf', 'claim.readLetter', letter('pdf'));
  office.get('/claims/:id/letter.docx', 'claim.readLetter', letter('docx'));
  office.get('/claims/:id/files/:file', 'claim.readFile', download);
}
