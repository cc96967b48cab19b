import type { Hono } from 'hono';
import { findEverywhere } from '../../app/queries/find.ts';
import { workList } from '../../app/queries/work-list.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { officePolicy } from '../http/security.ts';
import { agenciesRoutes } from './agencies-routes.tsx';
import { agencySubjectsRoutes } from './agency-subjects-routes.tsx';
import { appealRoutes } from './applications/appeal-routes.tsx';
import { applicationRoutes } from './applications/application-routes.tsx';
import { sealRoutes } from './applications/seal-routes.tsx';
import { auditRoutes } from './audit-routes.tsx';
import { calendarRoutes } from './calendar-routes.tsx';
import { claimsRoutes } from './claims-routes.tsx';
import type { OfficeDeps } from './deps.ts';
import { dueCalendarRoutes } from './due-calendar-routes.ts';
import { FindPage } from './find-page.tsx';
import { HomePage } from './home-page.tsx';
import { kitRoutes } from './kit-routes.tsx';
import { newCodeRoutes } from './new-code-routes.tsx';
import { noticesRoutes } from './notices-routes.tsx';
import { answer, goOn } from './page.ts';
import { peopleRoutes } from './people-routes.tsx';
import { keepPlace } from './place-cookie.ts';
import { PolicyPage } from './policy-page.tsx';
import { makeOffice, type RouteOwner } from './router.ts';
import { settingsRoutes } from './settings-routes.tsx';
import { signInRoutes } from './sign-in-routes.tsx';
import { takeoverRoutes } from './takeover/takeover-routes.tsx';
import { viewsRoutes } from './views-routes.tsx';
import { webhookRoutes } from './webhook-routes.tsx';

const longestSearch = 80;

/** Everything under /office; `owners` names the act that answers for each route. A part adds its routes here. */
export function officeRoutes(deps: OfficeDeps): {
  readonly app: Hono;
  readonly owners: readonly RouteOwner[];
} {
  const office = makeOffice(deps);
  office.app.use(async (c, next) => {
    await next();
    c.header('Content-Security-Policy', officePolicy);
  });
  signInRoutes(office, deps);
  office.get('/', 'office.enter', async (page) => {
    const list = await workList(page.context, {});
    return isRefusal(list) ? list : answer(page, <HomePage page={page} list={list} />);
  });
  office.get('/search', 'office.enter', async (page) => {
    const text = [...(page.c.req.query('q') ?? '')].slice(0, longestSearch).join('').trim();
    const found = await findEverywhere(page.context, { text, limit: 10 });
    return isRefusal(found) ? found : answer(page, <FindPage page={page} text={text} found={found} />);
  });
  office.get('/place', 'office.enter', (page) => {
    const wanted = page.c.req.query('to') ?? '';
    if (page.visit.places.some(({ slug }) => slug === wanted)) keepPlace(page.c, deps.urls, wanted);
    return goOn(page, '/office');
  });
  office.get('/policy', 'policy.read', async (page) => {
    const denied = await page.may('policy.read', { agencyId: page.visit.place?.id ?? null });
    return denied ?? answer(page, <PolicyPage page={page} />);
  });
  kitRoutes(office);
  viewsRoutes(office);
  agenciesRoutes(office);
  agencySubjectsRoutes(office);
  webhookRoutes(office, deps.webhookInside ?? false);
  calendarRoutes(office);
  auditRoutes(office);
  noticesRoutes(office, deps.mailless ?? false);
  // Before the address of a case, which would hold theirs too.
  dueCalendarRoutes(office, deps);
  sealRoutes(office);
  takeoverRoutes(office);
  applicationRoutes(office);
  appealRoutes(office);
  claimsRoutes(office);
  newCodeRoutes(office);
  peopleRoutes(office);
  settingsRoutes(office, deps);
  return office;
}
