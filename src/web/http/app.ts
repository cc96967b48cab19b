import { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { AppContext } from '../../app/context.ts';
import { applyRoutes } from '../apply/apply-routes.tsx';
import { trackRoutes } from '../apply/track-routes.tsx';
import type { OfficeDeps } from '../office/deps.ts';
import { officeRoutes } from '../office/office-routes.tsx';
import { agencyRoutes } from '../portal/agency-routes.tsx';
import { deadlineRoutes } from '../portal/deadline-routes.tsx';
import { portalRoutes } from '../portal/portal-routes.tsx';
import { ruleRoutes } from '../rules/rule-routes.tsx';
import type { Assets } from '../theme/assets.ts';
import { answerProblem } from './answer-problem.tsx';
import { assetRoutes } from './asset-routes.ts';
import { checkRoutes } from './check-routes.tsx';
import type { Deps } from './deps.ts';
import { HttpProblem, type ProblemId } from './problem.ts';
import { type RequestLine, requestLog } from './request-log.ts';
import { readOnlyBut, securityHeaders } from './security.ts';
import type { Services } from './services.ts';
import { makeUrls } from './urls.ts';

/** What the office needs beside what the portal has. */
export type OfficeAccess = Omit<OfficeDeps, 'urls' | 'site' | 'calendar'>;

export interface AppOptions {
  /** What the office needs; without it there is no office. */
  readonly office?: ((publicUrl: string) => OfficeAccess) | undefined;
  /** The address people use, with a path when embedded. */
  readonly publicUrl: string;
  readonly assets: Assets;
  readonly log?: (line: RequestLine) => void;
  /** Called with what went wrong inside; the visitor only sees a plain sentence. */
  readonly onFault?: (fault: unknown) => void;
}

const problemId = (error: unknown): ProblemId => {
  if (error instanceof HttpProblem) return error.id;
  return 'internal';
};

function healthRoutes({ services }: Deps): Hono {
  const app = new Hono();
  app.get('/healthz', (c) => c.text('ok'));
  app.get('/readyz', async (c) => {
    const ready = await services.ready().catch(() => false);
    if (!ready) throw new HttpProblem('unavailable');
    return c.text('ok');
  });
  return app;
}

/** The whole site over the given services; also answers in process by `app.request(path)`. */
export function createApp(services: Services, options: AppOptions): Hono {
  const urls = makeUrls(options.publicUrl, options.assets.manifest);
  const version = `${Object.values(options.assets.manifest).join()} ${Date.now()}`;
  const deps: Deps = { services, urls, assets: options.assets, version };
  const site = new Hono({ strict: false })
    .route('/', healthRoutes(deps))
    .route('/assets', assetRoutes(deps))
    .route('/', portalRoutes(deps))
    .route('/', checkRoutes(deps))
    .route('/deadline', deadlineRoutes(deps))
    .route('/rules', ruleRoutes(deps))
    .route('/a', agencyRoutes(deps));
  if (options.office !== undefined) {
    const access = options.office(options.publicUrl);
    const { site: owner, calendar } = services;
    site.route('/office', officeRoutes({ ...access, urls, site: owner, calendar }).app);
    const context: AppContext = { ...access.context, actor: 'public' };
    const { trustedProxy, mailless } = access;
    const apply = { context, services, urls, calendar, trustedProxy, mailless };
    site.route('/apply', applyRoutes(apply)).route('/track', trackRoutes(apply));
  }

  // People type and paste addresses with and without a slash at the end.
  const app = new Hono({ strict: false });
  if (options.log !== undefined) app.use(requestLog(options.log));
  app.use(securityHeaders(new URL(options.publicUrl).protocol === 'https:'));
  app.use(compress());
  app.use(readOnlyBut(['/office', '/apply', '/track'].flatMap((path) => [path, `${urls.base}${path}`])));
  app.route('/', site);
  if (urls.base !== '') app.route(urls.base, site);
  app.notFound((c) => answerProblem(c, { site: services.site, urls }, 'notFound'));
  app.onError((error, c) => {
    const id = problemId(error);
    if (id === 'internal') options.onFault?.(error);
    return answerProblem(c, { site: services.site, urls }, id);
  });
  return app;
}
