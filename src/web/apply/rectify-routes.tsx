import { randomUUID } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { checkCaseFile, largestCaseFile } from '../../app/applications/case-files.ts';
import { submitClaim } from '../../app/commands/claims/submit-claim.ts';
import { type ApplyAgency, applyAgencies, applyAgency } from '../../app/queries/apply.ts';
import { admit } from '../../app/throttle.ts';
import { readClaimant, readRecordClaim } from '../../domain/claim/claim.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { clientAddress } from '../http/client-address.ts';
import { HttpProblem } from '../http/problem.ts';
import { sentFiles } from '../http/sent-files.ts';
import { renderPage } from '../theme/layout.tsx';
import type { Fault } from './apply-page.tsx';
import type { ApplyDeps } from './deps.ts';
import { formValue, type Sent, sentText } from './form-fields.ts';
import { answeredRight, askInWords } from './question.ts';
import { RectifyPage, RectifyReceiptPage } from './rectify-page.tsx';

const mostAgencies = 300;
const claimsAnHour = 20;

async function form(c: Context, deps: ApplyDeps, sent: Sent, faults: readonly Fault[]) {
  const agencies = await applyAgencies(deps.context, '', mostAgencies);
  const known = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(sent.submissionKey ?? '');
  const submissionKey = known ? sent.submissionKey! : randomUUID();
  const question = askInWords(deps.context.vault, submissionKey, deps.context.now());
  c.header('Cache-Control', 'no-store');
  return c.html(
    renderPage(
      <RectifyPage
        deps={deps}
        agencies={agencies}
        sent={sent}
        faults={faults}
        submissionKey={submissionKey}
        question={question}
      />,
    ),
    faults.length === 0 ? 200 : 422,
  );
}

/** What is wrong with the files of a form, said beside their field. */
export function proofFaults(files: readonly { name: string; bytes: Uint8Array }[]): readonly Fault[] {
  if (files.length === 0)
    return [{ field: 'proof', message: '请附上证明记录不准确的证据（条例第四十一条）。' }];
  const refused = files.map(checkCaseFile).find((each) => each !== undefined);
  if (refused !== undefined) return [{ field: 'proof', message: refused.message }];
  const all = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return all > largestCaseFile
    ? [{ field: 'proof', message: '文件合计超过20 MB，没有保存。请压缩或者减少。' }]
    : [];
}

export const faultsOfRefusal = ({ message, facts }: Refusal): readonly Fault[] => {
  const { fields } = facts as { readonly fields?: readonly Fault[] };
  return fields === undefined || fields.length === 0 ? [{ field: '', message }] : fields;
};

const personOf = (sent: Sent) =>
  formValue(sent) as { applicant: Record<string, unknown>; contact: Record<string, unknown> };

/** All that is wrong with a form as sent, at once. */
function faultsBefore(
  { context }: ApplyDeps,
  sent: Sent,
  agency: ApplyAgency | null,
  files: readonly { name: string; bytes: Uint8Array }[],
): readonly Fault[] {
  const right = answeredRight(
    context.vault,
    sent.seal ?? '',
    sent.answer ?? '',
    sent.submissionKey ?? '',
    context.now(),
  );
  return [
    ...(agency === null ? [{ field: 'agency', message: '请选择要提出请求的机关。' }] : []),
    ...readRecordClaim(sent).faults,
    ...proofFaults(files),
    ...readClaimant(personOf(sent)).faults,
    ...(right
      ? []
      : [
          {
            field: 'answer',
            message: '回答不对，或者页面打开过久。请回答新的问题；选过的文件需要重新选择。',
          },
        ]),
  ];
}

async function send(c: Context, deps: ApplyDeps) {
  const body = await c.req.parseBody({ all: true });
  const sent = sentText(body);
  const agency = await applyAgency(deps.context, sent.agency ?? '');
  const files = await sentFiles(body.proof);
  const { applicant, contact } = personOf(sent);
  const faults = faultsBefore(deps, sent, agency, files);
  if (agency === null || faults.length > 0) return form(c, deps, sent, faults);
  const address = clientAddress(c, deps.trustedProxy);
  if (!(await admit(deps.context, { purpose: 'apply', from: address, most: claimsAnHour })))
    throw new HttpProblem('tooMany');
  const submitted = await submitClaim(deps.context, {
    agencyId: agency.id,
    submissionKey: sent.submissionKey!,
    applicant,
    contact,
    record: { record: sent.record, wrong: sent.wrong, right: sent.right },
    files,
  });
  if (isRefusal(submitted)) return form(c, deps, sent, faultsOfRefusal(submitted));
  c.header('Cache-Control', 'no-store');
  return c.html(renderPage(<RectifyReceiptPage deps={deps} agency={agency} submitted={submitted} />));
}

/** 更正 asked for without an application (第四十一条). */
export function rectifyRoutes(app: Hono, deps: ApplyDeps): void {
  app.get('/rectify', (c) => form(c, deps, { agency: c.req.query('agency') ?? '' }, []));
  app.post('/rectify', (c) => send(c, deps));
}
