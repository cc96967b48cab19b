import type { Context, Hono } from 'hono';
import type { FollowProof } from '../../app/applications/follow.ts';
import { submitOwnClaim } from '../../app/commands/claims/submit-beside.ts';
import { followClaim, followClaimLetter, ownCopy } from '../../app/queries/claims/follow-claim.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { type LetterFormat, letterFile, letterMediaTypes } from '../http/letter-file.ts';
import { HttpProblem } from '../http/problem.ts';
import { sentFiles } from '../http/sent-files.ts';
import { renderPage } from '../theme/layout.tsx';
import type { Fault } from './apply-page.tsx';
import { ClaimPage } from './claim-page.tsx';
import type { ApplyDeps } from './deps.ts';
import { sentText } from './form-fields.ts';
import { faultsOfRefusal, proofFaults } from './rectify-routes.tsx';
import { proofOf } from './track-proof.ts';

type Outcome = { readonly done: string } | readonly Fault[] | Refusal;
type Deed = (proof: FollowProof, body: Readonly<Record<string, unknown>>) => Promise<Outcome>;
/** Makes a route of what an applicant does. */
export type DeedRoute = (perform: Deed) => (c: Context) => Promise<Response>;

/** Claims of an applicant beside his application. */
export function claimDeeds(app: Hono, { context }: ApplyDeps, deed: DeedRoute): void {
  app.post(
    '/rectify',
    deed(async (proof, body) => {
      const { record, wrong, right } = sentText(body);
      const files = await sentFiles(body.proof);
      const faults = proofFaults(files);
      if (faults.length > 0) return faults;
      const value = { record, wrong, right };
      const input = { kind: 'rectification' as const, record: value, words: null, files };
      const outcome = await submitOwnClaim(context, proof, input);
      if (!isRefusal(outcome)) return { done: 'claimed' };
      return outcome.code === 'claim.form' ? faultsOfRefusal(outcome) : outcome;
    }),
  );
  for (const kind of ['copy', 'deletion'] as const)
    app.post(
      `/data-${kind}`,
      deed(async (proof, body) => {
        const sent = sentText(body);
        if (sent[`${kind}Own`] !== '1')
          return [{ field: `${kind}Own`, message: '请勾选，确认是申请人本人或者委托的代理人。' }];
        const words = sent[`${kind}Words`]?.trim() || null;
        const outcome = await submitOwnClaim(context, proof, { kind, record: null, words, files: [] });
        return isRefusal(outcome) ? outcome : { done: 'claimed' };
      }),
    );
}

/** Following a claim that stands by itself, and the copy of one's own data. */
export function claimRoutes(app: Hono, deps: ApplyDeps): void {
  const toTrack = (c: Context) => c.redirect(deps.urls.at('/track'), 303);
  app.get('/claim', async (c) => {
    const proof = proofOf(c, deps);
    const claim = proof === null ? null : await followClaim(deps.context, proof);
    if (claim === null) return toTrack(c);
    if (isRefusal(claim))
      return c.redirect(
        deps.urls.at('/track', claim.code === 'application.erased' ? { done: 'erased' } : {}),
        303,
      );
    c.header('Cache-Control', 'no-store');
    return c.html(renderPage(<ClaimPage deps={deps} claim={claim} />));
  });
  app.get('/claim/:file{letter\\.(?:pdf|docx)}', async (c) => {
    const proof = proofOf(c, deps);
    if (proof === null) return toTrack(c);
    const found = await followClaimLetter(deps.context, proof);
    if (isRefusal(found)) throw new HttpProblem('notFound');
    const format = c.req.param('file').slice('letter.'.length) as LetterFormat;
    const bytes = await letterFile(found.letter, format, found.dress, deps.context.now());
    c.header('Cache-Control', 'no-store');
    c.header('Content-Disposition', `attachment; filename="letter.${format}"`);
    return c.body(new Uint8Array(bytes), 200, { 'Content-Type': letterMediaTypes[format] });
  });
  app.get('/copy.txt', async (c) => {
    const proof = proofOf(c, deps);
    if (proof === null) return toTrack(c);
    const copy = await ownCopy(deps.context, proof);
    if (isRefusal(copy)) throw new HttpProblem('notFound');
    c.header('Cache-Control', 'no-store');
    c.header('Content-Disposition', 'attachment; filename="copy.txt"');
    return c.text(copy);
  });
}
