import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { rules } from '../../report/rules/index.ts';
import { CheckPage } from '../checker/check-page.tsx';
import { renderPage } from '../theme/layout.tsx';
import type { Deps } from './deps.ts';
import { HttpProblem } from './problem.ts';
import { checkPolicy, keeperPolicy } from './security.ts';

const keeperFile = 'check-service-worker.js';

/** What the service worker keeps for use without network; `version` differs whenever one of the files does. */
function keptOf({ urls, assets }: Deps) {
  const names = Object.values(assets.manifest).filter((name) => name !== keeperFile);
  return {
    version: createHash('sha256').update(names.join()).digest('hex').slice(0, 16),
    base: urls.base,
    pages: [urls.check(), urls.rules(), ...rules.map(({ id }) => urls.rule(id)), urls.law()],
    files: names.map((name) => `${urls.base}/assets/${name}`),
  };
}

/** The checker's page, and the service worker that keeps it; open to everybody, nothing is ever sent to it. */
export function checkRoutes(deps: Deps): Hono {
  const { services, urls, assets } = deps;
  const frame = { site: services.site, urls };
  const kept = keptOf(deps);
  const scripts = {
    page: urls.asset('check.js'),
    desk: urls.asset('check-desk.js'),
    reader: urls.asset('check-reader.js'),
    serviceWorker: urls.serviceWorker(),
    version: kept.version,
  };
  const app = new Hono();
  app.get('/check', (c) => {
    c.header('Content-Security-Policy', checkPolicy);
    c.header('Cache-Control', 'no-cache');
    return c.html(renderPage(<CheckPage frame={frame} scripts={scripts} />));
  });
  app.get('/check-service-worker.js', (c) => {
    const file = assets.files.get(keeperFile);
    if (file === undefined) throw new HttpProblem('notFound');
    c.header('Content-Security-Policy', keeperPolicy);
    c.header('Cache-Control', 'no-cache');
    return c.body(
      `const gongkaiKept = ${JSON.stringify(kept)};\n${new TextDecoder().decode(file.plain)}`,
      200,
      {
        'Content-Type': 'text/javascript; charset=utf-8',
      },
    );
  });
  return app;
}
