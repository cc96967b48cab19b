import type { Context } from 'hono';
import { renderPage } from '../theme/layout.tsx';
import type { Frame } from '../theme/page.ts';
import { ProblemPage } from '../theme/problem.tsx';
import { type ProblemId, problemOf } from './problem.ts';

/** Programs ask for JSON by Accept or by the address; browsers send text/html first. */
function wantsJson(c: Context, base: string): boolean {
  if (c.req.path.startsWith(`${base}/api/`)) return true;
  const accept = c.req.header('Accept') ?? '';
  return /\bapplication\/(?:problem\+)?json\b/.test(accept) && !/\btext\/html\b/.test(accept);
}

/** A problem as RFC 9457 JSON or as a page. */
export function answerProblem(c: Context, frame: Frame, id: ProblemId): Response | Promise<Response> {
  const problem = problemOf(id, frame.urls.base);
  c.header('Vary', 'Accept');
  c.header('Cache-Control', 'no-store');
  if (id === 'methodNotAllowed') c.header('Allow', 'GET, HEAD');
  if (id === 'unavailable') c.header('Retry-After', '5');
  if (wantsJson(c, frame.urls.base))
    return c.body(JSON.stringify(problem), problem.status, { 'Content-Type': 'application/problem+json' });
  return c.html(renderPage(<ProblemPage frame={frame} problem={problem} />), problem.status);
}
