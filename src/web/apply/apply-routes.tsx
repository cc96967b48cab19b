import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { checkCaseFile } from '../../app/applications/case-files.ts';
import { shanghaiDay } from '../../app/calendar-years.ts';
import { addOwnFile } from '../../app/commands/applications/add-file.ts';
import { type Submitted, submitApplication } from '../../app/commands/applications/submit-application.ts';
import { subjectAdvice } from '../../app/queries/agency-subjects.ts';
import { alreadyPublic } from '../../app/queries/already-public.ts';
import { type ApplyAgency, applyAgencies, applyAgency } from '../../app/queries/apply.ts';
import { admit } from '../../app/throttle.ts';
import { type ApplicationForm, itemTitle } from '../../domain/application/application-form.ts';
import { reckon } from '../../domain/application/clock.ts';
import { clockEvents } from '../../domain/application/events.ts';
import { readForm } from '../../domain/application/read-form.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { workdayTable } from '../../domain/workday/index.ts';
import { clientAddress } from '../http/client-address.ts';
import { HttpProblem } from '../http/problem.ts';
import { sameOrigin } from '../http/same-origin.ts';
import { renderPage } from '../theme/layout.tsx';
import { ApplyPage, type Fault } from './apply-page.tsx';
import type { ApplyDeps } from './deps.ts';
import { formValue, type Sent, sentText } from './form-fields.ts';
import { answeredRight, askInWords } from './question.ts';
import { ReceiptPage } from './receipt-page.tsx';
import { rectifyRoutes } from './rectify-routes.tsx';
import { ReviewPage } from './review-page.tsx';

/** More agencies than these are found by name. */
const mostAgencies = 300;
/** Signs of what is asked for that suggestions go by. */
const longestSubject = 300;
/** Two proofs of 20 MB each, and the words. */
const largestSending = 42 * 1024 * 1024;
/** What one address may send in an hour; a village or an office may stand behind it. */
const applicationsAnHour = 30;

const isKey = (text: string | undefined): text is string =>
  text !== undefined && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** Last day to answer what is received today. */
function dueOf({ calendar, context }: ApplyDeps): string | null {
  const table = workdayTable(calendar());
  const events = clockEvents([{ type: 'received', on: shanghaiDay(context.now()) }], table);
  if (isRefusal(events)) return null;
  const reckoned = reckon(events, table);
  return isRefusal(reckoned) ? null : reckoned.clock.due;
}

function show(c: Context, page: unknown, status: 200 | 422 | 429 = 200): Response | Promise<Response> {
  c.header('Cache-Control', 'no-store');
  return c.html(renderPage(page), status);
}

async function formPage(c: Context, deps: ApplyDeps, sent: Sent, faults: readonly Fault[]) {
  const [agencies, agency] = await Promise.all([
    applyAgencies(deps.context, '', mostAgencies),
    applyAgency(deps.context, sent.agency ?? ''),
  ]);
  const submissionKey = isKey(sent.submissionKey) ? sent.submissionKey : randomUUID();
  const props = { deps, agencies, agency, sent, faults, submissionKey, due: dueOf(deps) };
  return show(c, <ApplyPage {...props} />, faults.length === 0 ? 200 : 422);
}

const faultsIn = (
  sent: Sent,
  agency: ApplyAgency | null,
): { form: ApplicationForm; faults: readonly Fault[] } => {
  const { form, findings } = readForm(formValue(sent));
  const missing = agency === null ? [{ field: 'agency', message: '请选择要申请的机关。' }] : [];
  return {
    form,
    faults: [...missing, ...findings.map(({ field, refusal }) => ({ field, message: refusal.message }))],
  };
};

async function reviewPage(
  c: Context,
  deps: ApplyDeps,
  sent: Sent,
  agency: ApplyAgency,
  form: ApplicationForm,
  faults: readonly Fault[],
) {
  const words = form.items
    .map((item) => [itemTitle(item), item.description].join(' '))
    .join(' ')
    .slice(0, longestSubject);
  const [found, advice] = await Promise.all([
    alreadyPublic(deps.context, agency, words),
    subjectAdvice(deps.context, agency.id, words),
  ]);
  const question = askInWords(deps.context.vault, sent.submissionKey!, deps.context.now());
  const props = { deps, agency, form, sent, faults, advice, found, question };
  return show(c, <ReviewPage {...props} />, faults.length === 0 ? 200 : 422);
}

/** Files of the last step, by the name of their field; empty ones are those nobody chose. */
function filesOf(
  body: Readonly<Record<string, unknown>>,
): readonly { kind: 'identity' | 'authorisation'; file: File }[] {
  return (['identity', 'authorisation'] as const).flatMap((kind) => {
    const file = body[kind];
    return file instanceof File && file.size > 0 ? [{ kind, file }] : [];
  });
}

async function send(c: Context, deps: ApplyDeps) {
  const body = await c.req.parseBody();
  const sent = sentText(body);
  const agency = await applyAgency(deps.context, sent.agency ?? '');
  const { form, faults } = faultsIn(sent, agency);
  if (faults.length > 0 || agency === null || !isKey(sent.submissionKey))
    return formPage(c, deps, sent, faults);
  const files = await Promise.all(
    filesOf(body).map(async ({ kind, file }) => ({
      kind,
      name: file.name.slice(0, 200) || kind,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
  const wrong = faultsOfLastStep(deps, sent, form, files);
  if (wrong.length > 0) return reviewPage(c, deps, sent, agency, form, wrong);
  const address = clientAddress(c, deps.trustedProxy);
  if (!(await admit(deps.context, { purpose: 'apply', from: address, most: applicationsAnHour })))
    throw new HttpProblem('tooMany');
  const input = { agencyId: agency.id, submissionKey: sent.submissionKey, form: formValue(sent) };
  const submitted = await submitApplication(deps.context, input);
  if (isRefusal(submitted))
    return reviewPage(c, deps, sent, agency, form, [{ field: '', message: submitted.message }]);
  const notes = submitted.again ? [] : await keepFiles(deps, submitted, address, files);
  return show(
    c,
    <ReceiptPage deps={deps} agency={agency} submitted={submitted} due={dueOf(deps)} notes={notes} />,
  );
}

interface Proof {
  readonly kind: 'identity' | 'authorisation';
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

function faultsOfLastStep(
  { context }: ApplyDeps,
  sent: Sent,
  form: ApplicationForm,
  files: readonly Proof[],
): Fault[] {
  const right = answeredRight(
    context.vault,
    sent.seal ?? '',
    sent.answer ?? '',
    sent.submissionKey!,
    context.now(),
  );
  const faults: Fault[] = right
    ? []
    : [{ field: 'answer', message: '回答不对，或者页面打开过久。请回答新的问题；选过的文件需要重新选择。' }];
  if (form.agent !== null && !files.some(({ kind }) => kind === 'authorisation'))
    faults.push({
      field: 'authorisation',
      message: '委托他人代为申请的，请上传授权委托书和双方的身份证明。',
    });
  for (const file of files) {
    const refused = checkCaseFile(file);
    if (refused !== undefined) faults.push({ field: file.kind, message: refused.message });
  }
  return faults;
}

/** The application is there already: a file that cannot be kept now is told and can be added later. */
async function keepFiles(
  { context }: ApplyDeps,
  submitted: Submitted,
  address: string | null,
  files: readonly Proof[],
): Promise<string[]> {
  const notes: string[] = [];
  const proof = { receiptNumber: submitted.receiptNumber, code: submitted.code, address };
  for (const file of files) {
    const kept = await addOwnFile(context, proof, file);
    if (isRefusal(kept))
      notes.push(`“${file.name}”没有保存：${kept.message}申请本身已经提交，可以在办理进度中补传。`);
  }
  return notes;
}

/** 依申请公开 for everybody: form, review, sending. */
export function applyRoutes(deps: ApplyDeps): Hono {
  const app = new Hono({ strict: false });
  app.use(sameOrigin(deps.urls.origin));
  app.use(
    bodyLimit({
      maxSize: largestSending,
      onError: () => {
        throw new HttpProblem('tooLarge');
      },
    }),
  );
  app.get('/', (c) => formPage(c, deps, { agency: c.req.query('agency') ?? '' }, []));
  app.post('/', async (c) => {
    const sent = sentText(await c.req.parseBody());
    if (sent.more === '1' || sent.step === 'edit') return formPage(c, deps, sent, []);
    const agency = await applyAgency(deps.context, sent.agency ?? '');
    const { form, faults } = faultsIn(sent, agency);
    if (faults.length > 0 || agency === null || !isKey(sent.submissionKey))
      return formPage(c, deps, sent, faults);
    return reviewPage(c, deps, sent, agency, form, []);
  });
  app.post('/send', (c) => send(c, deps));
  rectifyRoutes(app, deps);
  return app;
}
