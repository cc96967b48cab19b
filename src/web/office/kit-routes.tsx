import type { Context } from 'hono';
import { HttpProblem } from '../http/problem.ts';
import { type KitAnswer, kitReads, kitUpload } from './kit-answers.tsx';
import type { Office } from './router.ts';

/** An answer of the kit, kept by nobody. */
export function sendKit(c: Context, answer: KitAnswer | null): Response {
  if (answer === null) throw new HttpProblem('badRequest');
  if (answer.disposition !== undefined) c.header('Content-Disposition', answer.disposition);
  c.header('Cache-Control', 'no-store');
  return c.body(answer.body, 200, { 'Content-Type': answer.type });
}

/** The living page of the kit, for whoever is signed in. It keeps nothing: its rows are invented. */
export function kitRoutes(office: Office): void {
  for (const [path, read] of Object.entries(kitReads))
    office.get(`/kit${path}`, 'office.enter', ({ c, at, shell, deps, fields }) => {
      const query = new URL(c.req.url).searchParams;
      return sendKit(c, read({ at: at('/office/kit'), shell, query, calendar: deps.calendar(), fields }));
    });
  office.post('/kit/form', 'office.enter', ({ c, at }) => c.redirect(at('/office/kit', { flash: '1' }), 303));
  office.post('/kit/upload', 'office.enter', async ({ c }) =>
    sendKit(c, kitUpload((await c.req.parseBody()).file)),
  );
}
