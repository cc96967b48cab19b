import { type Context, Hono } from 'hono';
import type { Deps } from '../http/deps.ts';
import { tagged } from '../http/etag.ts';
import { HttpProblem } from '../http/problem.ts';
import type { ReportPage as Stored } from '../http/services.ts';
import { chooseOthers } from '../report/choose-years.ts';
import { locateProse } from '../report/locate.ts';
import { pinFindings } from '../report/pins.ts';
import { ReportPage } from '../report/report-page.tsx';
import { renderPage } from '../theme/layout.tsx';
import { AgencyPage } from './agency-page.tsx';
import { loadReport } from './load-report.ts';
import { addDownloads } from './report-downloads.ts';
import { addRenderings } from './report-renderings.ts';

/** What a page over stored reports depends on. */
const keyOf = (stored: Stored, rest: string): string =>
  [
    stored.agency.slug,
    stored.agency.name,
    ...stored.years.map(({ year, storedAt, report }) => [year, storedAt, report.source.sha256].join(' ')),
    rest,
  ].join('\n');

/** An agency's home, its reports and their downloads; open to everybody. */
export function agencyRoutes(deps: Deps): Hono {
  const { services, urls, version } = deps;
  const frame = { site: services.site, urls };
  const app = new Hono();

  /** The home of an agency that has ended is its successor's; its reports keep their addresses. */
  const agencyPage = (list: boolean) => async (c: Context) => {
    const home = await services.agency(c.req.param('agency')!);
    if (home === null) throw new HttpProblem('agencyNotFound');
    if (!list && home.ended && home.successor !== null)
      return c.redirect(urls.agency(home.successor.slug), 301);
    return c.html(renderPage(<AgencyPage frame={frame} home={home} list={list} />));
  };

  app.get('/:agency', agencyPage(false));
  app.get('/:agency/reports', agencyPage(true));
  app.get('/:agency/reports/:year{[0-9]{4}}', async (c) => {
    const { stored, own } = await loadReport(services, c.req.param('agency'), c.req.param('year'));
    const totalOnly = c.req.query('view') === 'total';
    const others = chooseOthers(stored.years, own.year, c.req.queries('with'));
    const key = keyOf(stored, `${version} ${own.year} ${others.map((other) => other.year)} ${totalOnly}`);
    return tagged(c, `${key}\n${JSON.stringify(own.report.findings)}`, async () => {
      const pins = pinFindings(own.report);
      const marks = await locateProse(services, stored.agency.slug, own, pins);
      const page = (
        <ReportPage
          frame={frame}
          agency={stored.agency}
          demonstration={stored.demonstration}
          years={stored.years}
          own={own}
          others={others}
          totalOnly={totalOnly}
          pins={pins}
          marks={marks}
        />
      );
      return c.html(renderPage(page));
    });
  });
  addDownloads(app, deps);
  addRenderings(app, deps);
  return app;
}
