import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { shippedCalendar } from '../../src/domain/workday/index.ts';
import { assetRoutes } from '../../src/web/http/asset-routes.ts';
import { HttpProblem, problemOf } from '../../src/web/http/problem.ts';
import { officePolicy, securityHeaders } from '../../src/web/http/security.ts';
import { makeUrls } from '../../src/web/http/urls.ts';
import { kitReads, kitUpload } from '../../src/web/office/kit-answers.tsx';
import { sendKit } from '../../src/web/office/kit-routes.tsx';
import { sampleShell } from '../../src/web/office/kit-shell.ts';
import { loadAssets } from '../../src/web/theme/assets.ts';
import { builtAssets } from './built-assets.ts';

export const KIT = '/office/kit';

/** The kit page alone with its style sheet and script. */
export async function kitApp(): Promise<Hono> {
  const assets = loadAssets(await builtAssets());
  const urls = makeUrls('http://127.0.0.1', assets.manifest);
  const deps = { assets, urls, version: '', services: undefined as never };
  const app = new Hono();
  app.use(securityHeaders(false));
  app.route('/assets', assetRoutes(deps));
  app.use(`${KIT}/*`, async (c, next) => {
    await next();
    c.header('Content-Security-Policy', officePolicy);
  });
  for (const [path, read] of Object.entries(kitReads))
    app.get(`${KIT}${path}`, (c) => {
      const query = new URL(c.req.url).searchParams;
      const shell = sampleShell(urls, KIT);
      return sendKit(c, read({ at: KIT, shell, query, calendar: shippedCalendar, fields: {} }));
    });
  app.post(`${KIT}/form`, (c) => c.redirect(`${KIT}?flash=1`, 303));
  app.post(`${KIT}/upload`, async (c) => sendKit(c, kitUpload((await c.req.parseBody()).file)));
  app.onError((error, c) => {
    if (!(error instanceof HttpProblem)) throw error;
    const problem = problemOf(error.id, '');
    return c.json(problem, problem.status);
  });
  return app;
}

/** The same on a free port of this machine. */
export async function serveKit(): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const app = await kitApp();
  const server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${KIT}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
