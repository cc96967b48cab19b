import { Hono } from 'hono';
import type { Deps } from '../http/deps.ts';
import { cursorOf, reportListQuery, textOf } from '../http/input.ts';
import { renderPage } from '../theme/layout.tsx';
import { HomePage } from './home.tsx';
import { LawPage } from './law-page.tsx';
import { ReportsPage } from './reports-page.tsx';
import { SearchPage } from './search-page.tsx';
import { robotsTxt, sitemapXml } from './sitemap.ts';

const newestOnHome = 10;
const agenciesOnHome = 60;
const hitsPerPage = 20;

const nothing = { agency: '', withFindings: false, after: null, before: null };

/** Home, lists, search and what machines read; open to everybody. */
export function portalRoutes({ services, urls }: Deps): Hono {
  const frame = { site: services.site, urls };
  const app = new Hono();
  app.get('/', async (c) => {
    const overview = await services.overview();
    const [latest, all] = await Promise.all([
      services.listReports({ ...nothing, year: overview.lastYear, limit: newestOnHome }),
      services.listReports({ ...nothing, year: null, limit: agenciesOnHome }),
    ]);
    const agencies = all.rows.map(({ agency }) => agency);
    return c.html(
      renderPage(<HomePage frame={frame} overview={overview} latest={latest} agencies={agencies} />),
    );
  });
  app.get('/reports', async (c) => {
    const query = reportListQuery(c.req.query());
    const list = await services.listReports(query);
    return c.html(renderPage(<ReportsPage frame={frame} query={query} list={list} />));
  });
  app.get('/search', async (c) => {
    const text = textOf(c.req.query('q'));
    const cursor = cursorOf(c.req.query('after'));
    const result = text === '' ? null : await services.search({ text, cursor, limit: hitsPerPage });
    return c.html(
      renderPage(<SearchPage frame={frame} text={text} result={result} first={cursor === null} />),
    );
  });
  app.get('/law', (c) => c.html(renderPage(<LawPage frame={frame} />)));
  app.get('/sitemap.xml', async (c) =>
    c.body(await sitemapXml(services, urls), 200, { 'Content-Type': 'application/xml; charset=utf-8' }),
  );
  app.get('/robots.txt', (c) => c.text(robotsTxt(urls)));
  return app;
}
