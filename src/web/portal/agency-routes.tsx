import { type Context, Hono } from 'hono';
import type { Deps } from '../http/app.ts';
import { tagged } from '../http/etag.ts';
import { HttpProblem } from '../http/problem.ts';
import type { ReportPage as Stored, StoredReport } from '../http/services.ts';
import { chooseOthers } from '../report/choose-years.ts';
import { locateProse } from '../report/locate.ts';
import { pinFindings } from '../report/pins.ts';
import { ReportPage, reportTitle } from '../report/report-page.tsx';
import { renderPage } from '../theme/layout.tsx';
import { AgencyPage } from './agency-page.tsx';
import { figuresCsv } from './figures-csv.ts';

const year = ':year{[0-9]{4}}';

/** Content-Disposition of a download whose name is Chinese (RFC 6266). */
const attachment = (name: string) => `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;

/** What a page over stored reports depends on. */
const keyOf = (stored: Stored, rest: string): string =>
  [
    stored.agency.slug,
    stored.agency.name,
    ...stored.years.map(({ year, storedAt, report }) => [year, storedAt, report.source.sha256].join(' ')),
    rest,
  ].join('\n');

const mediaTypes: Readonly<Record<string, string>> = {
  'text/plain': 'text/plain',
  'text/html': 'text/html',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** An agency's home, its reports and their downloads; open to everybody. */
export function agencyRoutes({ services, urls, version }: Deps): Hono {
  const frame = { site: services.site, urls };
  const app = new Hono();

  const agencyPage = (list: boolean) => async (c: Context) => {
    const home = await services.agency(c.req.param('agency')!);
    if (home === null) throw new HttpProblem('agencyNotFound');
    return c.html(renderPage(<AgencyPage frame={frame} home={home} list={list} />));
  };

  const load = async (c: Context, wanted: number): Promise<{ stored: Stored; own: StoredReport }> => {
    const stored = await services.reportsOf(c.req.param('agency')!);
    if (stored === null) throw new HttpProblem('agencyNotFound');
    const own = stored.years.find((each) => each.year === wanted);
    if (own === undefined) throw new HttpProblem('reportNotFound');
    return { stored, own };
  };

  app.get('/:agency', agencyPage(false));
  app.get('/:agency/reports', agencyPage(true));
  app.get(`/:agency/reports/${year}`, async (c) => {
    const { stored, own } = await load(c, Number(c.req.param('year')));
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
  app.get('/:agency/reports/:file{[0-9]{4}\\.json}', async (c) => {
    const { stored, own } = await load(c, Number(c.req.param('file').slice(0, 4)));
    c.header('Content-Disposition', attachment(`${reportTitle(stored.agency.name, own.year)}.json`));
    return c.json(own.report);
  });
  app.get('/:agency/reports/:file{[0-9]{4}\\.csv}', async (c) => {
    const { stored, own } = await load(c, Number(c.req.param('file').slice(0, 4)));
    return c.body(figuresCsv(stored.agency.name, own.year, own.report), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': attachment(`${reportTitle(stored.agency.name, own.year)}.csv`),
    });
  });
  app.get(`/:agency/reports/${year}/file`, async (c) => {
    const { stored, own } = await load(c, Number(c.req.param('year')));
    const bytes = own.file.kept ? await services.sourceFile(stored.agency.slug, own) : null;
    if (bytes === null) throw new HttpProblem('fileNotFound');
    return c.body(new Uint8Array(bytes), 200, {
      'Content-Type': mediaTypes[own.report.source.mediaType] ?? 'application/octet-stream',
      'Content-Disposition': attachment(own.file.name),
      'Content-Security-Policy': "sandbox; default-src 'none'",
    });
  });
  return app;
}
