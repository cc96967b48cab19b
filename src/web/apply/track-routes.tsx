import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { checkCaseFile, largestSending } from '../../app/applications/case-files.ts';
import { type FollowProof, isClaimsNumber } from '../../app/applications/follow.ts';
import { shanghaiDay } from '../../app/calendar-years.ts';
import { addOwnFile } from '../../app/commands/applications/add-file.ts';
import { answerCorrection } from '../../app/commands/applications/answer-correction.ts';
import { changeOwnNews } from '../../app/commands/applications/change-news.ts';
import { suggestDisclosure } from '../../app/commands/applications/propose-disclosure.ts';
import { giveReasons } from '../../app/commands/applications/take-reasons.ts';
import { withdrawOwnApplication } from '../../app/commands/applications/withdraw-own-application.ts';
import { followApplication, followLetter } from '../../app/queries/applications/follow-application.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { type SuggestionGround, suggestionGrounds } from '../../law/suggestion.ts';
import { filledInOf } from '../correction.ts';
import { clientAddress } from '../http/client-address.ts';
import { type LetterFormat, letterFile, letterMediaTypes } from '../http/letter-file.ts';
import { HttpProblem } from '../http/problem.ts';
import { sameOrigin } from '../http/same-origin.ts';
import { renderPage } from '../theme/layout.tsx';
import type { Fault } from './apply-page.tsx';
import { claimDeeds, claimRoutes } from './claim-routes.tsx';
import type { ApplyDeps } from './deps.ts';
import { sentText } from './form-fields.ts';
import { ProgressPage } from './progress-page.tsx';
import { forget, remember } from './track-cookie.ts';
import { TrackPage } from './track-page.tsx';
import { proofOf } from './track-proof.ts';

const sentences: Readonly<Record<string, string>> = {
  corrected: '补正已提交。答复期限自收到补正之日起重新计算。',
  explained: '理由已提交。受理机关会判断是否合理，并告诉您。',
  suggested: '建议已提交，受理机关会审核。结果会显示在本页。',
  withdrawn: '申请已撤回。',
  added: '材料已上传。',
  claimed: '请求已经收到。结果会显示在本页。',
  newsOn: '有进展时会发邮件告诉您。',
  newsOff: '不再发进展邮件。',
  erased: '编号和查询码正确。本件已经办结，个人信息已按保管期限删除，不能再查看。',
  left: '已结束查看。在公用的电脑上，请同时关闭浏览器窗口。',
};
const saidBy = (code: string | undefined): string | null =>
  code !== undefined && Object.hasOwn(sentences, code) ? sentences[code]! : null;

function show(c: Context, page: unknown, status: 200 | 401 | 422 | 429 = 200): Response | Promise<Response> {
  c.header('Cache-Control', 'no-store');
  return c.html(renderPage(page), status);
}

const isErased = ({ code }: Refusal): boolean => code === 'application.erased';
const erasedWords =
  '编号和查询码正确。本件已经办结，个人信息已按保管期限删除，不能再查看申请和答复。需要了解的，请向受理机关询问。';

/** Asks for number and code; of a case whose data was deleted it says so, which is no fault of whoever asks. */
const askFor = (c: Context, deps: ApplyDeps, number: string, refusal: Refusal | null) =>
  refusal !== null && isErased(refusal)
    ? show(c, <TrackPage deps={deps} number={number} error={null} said={erasedWords} />)
    : asked(c, deps, number, refusal);

const asked = (c: Context, deps: ApplyDeps, number: string, refusal: Refusal | null) =>
  show(
    c,
    <TrackPage
      deps={deps}
      number={number}
      error={refusal?.message ?? null}
      said={refusal === null ? saidBy(c.req.query('done')) : null}
    />,
    refusal === null ? 200 : refusal.code === 'application.tooManyTries' ? 429 : 401,
  );

/** Whether it was number or code that was wrong: then both are asked for again. */
const isAboutProof = ({ code }: Refusal): boolean =>
  code === 'application.code' || code === 'application.tooManyTries';

async function progress(c: Context, deps: ApplyDeps, proof: FollowProof, faults: readonly Fault[]) {
  const followed = await followApplication(deps.context, proof);
  if (isRefusal(followed)) return askFor(c, deps, proof.receiptNumber, followed);
  const today = shanghaiDay(deps.context.now());
  const said = faults.length === 0 ? saidBy(c.req.query('done')) : null;
  return show(
    c,
    <ProgressPage deps={deps} followed={followed} today={today} faults={faults} said={said} />,
    faults.length === 0 ? 200 : 422,
  );
}

type Deed = (
  proof: FollowProof,
  body: Readonly<Record<string, unknown>>,
) => Promise<{ readonly done: string } | readonly Fault[] | Refusal>;

/** An act of the applicant: done and back to the progress, or the progress with what is wrong. */
const deed = (deps: ApplyDeps, perform: Deed) => async (c: Context) => {
  const proof = proofOf(c, deps);
  if (proof === null) return c.redirect(deps.urls.at('/track'), 303);
  const outcome = await perform(proof, await c.req.parseBody({ all: true }));
  if (isRefusal(outcome))
    return isAboutProof(outcome) || isErased(outcome)
      ? askFor(c, deps, proof.receiptNumber, outcome)
      : progress(c, deps, proof, [{ field: '', message: outcome.message }]);
  if ('done' in outcome) return c.redirect(deps.urls.at('/track/case', { done: outcome.done }), 303);
  return progress(c, deps, proof, outcome);
};

const readFile = async (value: unknown): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> } | null> =>
  value instanceof File && value.size > 0
    ? { name: value.name.slice(0, 200) || '附件', bytes: new Uint8Array(await value.arrayBuffer()) }
    : null;

function deeds(app: Hono, deps: ApplyDeps): void {
  const { context } = deps;
  app.post(
    '/correction',
    deed(deps, async (proof, body) => {
      const sent = sentText(body);
      const [text, excuse] = [(sent.text ?? '').trim(), (sent.excuse ?? '').trim() || null];
      const file = await readFile(body.file);
      const filledIn = filledInOf(sent);
      if (text === '' && filledIn === null && file === null)
        return [{ field: 'text', message: '请写明补正的内容。' }];
      const refused = file === null ? undefined : checkCaseFile(file);
      if (refused !== undefined) return [{ field: 'file', message: refused.message }];
      if (file !== null) {
        const kept = await addOwnFile(context, proof, { kind: 'correction', ...file });
        if (isRefusal(kept)) return kept;
      }
      const on = shanghaiDay(context.now());
      const outcome = await answerCorrection(context, proof, { on, text, form: null, filledIn, excuse });
      if (!isRefusal(outcome)) return { done: 'corrected' };
      return (outcome.facts.fields as readonly Fault[] | undefined) ?? outcome;
    }),
  );
  app.post(
    '/withdraw',
    deed(deps, async (proof, body) => {
      const confirmation = (sentText(body).confirmation ?? '').trim();
      if (confirmation === '')
        return [{ field: 'confirmation', message: '请写一句撤回的说明，例如“不再需要”。' }];
      const outcome = await withdrawOwnApplication(context, proof, {
        on: shanghaiDay(context.now()),
        confirmation,
      });
      return isRefusal(outcome) ? outcome : { done: 'withdrawn' };
    }),
  );
  app.post(
    '/news',
    deed(deps, async (proof, body) => {
      const tells = sentText(body).tells === '1';
      const outcome = await changeOwnNews(context, proof, { tells });
      return isRefusal(outcome) ? outcome : { done: tells ? 'newsOn' : 'newsOff' };
    }),
  );
  app.post(
    '/file',
    deed(deps, async (proof, body) => {
      const file = await readFile(body.added);
      if (file === null) return [{ field: 'added', message: '请选择要上传的文件。' }];
      const refused = checkCaseFile(file);
      if (refused !== undefined) return [{ field: 'added', message: refused.message }];
      const kept = await addOwnFile(context, proof, { kind: 'identity', ...file });
      return isRefusal(kept) ? kept : { done: 'added' };
    }),
  );
}

/** What the applicant is asked to say, and what he suggests of himself. */
function sayings(app: Hono, deps: ApplyDeps): void {
  const { context } = deps;
  app.post(
    '/reasons',
    deed(deps, async (proof, body) => {
      const text = (sentText(body).reasons ?? '').trim();
      if (text === '') return [{ field: 'reasons', message: '请写明理由，例如为什么申请这么多件。' }];
      const outcome = await giveReasons(context, proof, {
        on: shanghaiDay(context.now()),
        text,
        reasonable: null,
      });
      return isRefusal(outcome) ? outcome : { done: 'explained' };
    }),
  );
  app.post(
    '/suggestion',
    deed(deps, async (proof, body) => {
      const { ground = '', suggestion = '' } = sentText(body);
      if (!Object.hasOwn(suggestionGrounds, ground))
        return [{ field: 'ground', message: '请选择为什么建议向公众公开。' }];
      const words = [suggestionGrounds[ground as SuggestionGround], suggestion.trim()]
        .filter(Boolean)
        .join('。');
      const on = shanghaiDay(context.now());
      const outcome = await suggestDisclosure(context, proof, { on, applicants: 1, suggested: true, words });
      return isRefusal(outcome) ? outcome : { done: 'suggested' };
    }),
  );
}

/** Following an application by its number and code. */
export function trackRoutes(deps: ApplyDeps): Hono {
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
  app.get('/', (c) => askFor(c, deps, '', null));
  app.post('/', async (c) => {
    const { number = '', code = '' } = sentText(await c.req.parseBody());
    const proof = { receiptNumber: number, code, address: clientAddress(c, deps.trustedProxy) };
    const followed = await followApplication(deps.context, proof);
    const alone = isRefusal(followed) && followed.code === isClaimsNumber.code;
    if (isRefusal(followed) && !alone) return askFor(c, deps, number.slice(0, 30), followed);
    remember(c, deps, proof);
    return c.redirect(deps.urls.at(alone ? '/track/claim' : '/track/case'), 303);
  });
  app.get('/case', async (c) => {
    const proof = proofOf(c, deps);
    return proof === null ? c.redirect(deps.urls.at('/track'), 303) : progress(c, deps, proof, []);
  });
  app.get('/letters/:file{[0-9a-f-]{36}\\.(?:pdf|docx)}', async (c) => {
    const proof = proofOf(c, deps);
    if (proof === null) return c.redirect(deps.urls.at('/track'), 303);
    const [letterId, format] = c.req.param('file').split('.') as [string, LetterFormat];
    const found = await followLetter(deps.context, { proof, letterId });
    if (isRefusal(found)) throw new HttpProblem('notFound');
    const bytes = await letterFile(found.letter, format, found.dress, deps.context.now());
    c.header('Cache-Control', 'no-store');
    c.header('Content-Disposition', `attachment; filename="letter.${format}"`);
    return c.body(new Uint8Array(bytes), 200, { 'Content-Type': letterMediaTypes[format] });
  });
  app.post('/leave', (c) => {
    forget(c, deps);
    return c.redirect(deps.urls.at('/track', { done: 'left' }), 303);
  });
  deeds(app, deps);
  sayings(app, deps);
  claimDeeds(app, deps, (perform) => deed(deps, perform));
  claimRoutes(app, deps);
  return app;
}
