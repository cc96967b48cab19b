import type { Hono } from 'hono';
import { mediaTypes } from '../../report/document.ts';
import type { Deps } from '../http/deps.ts';
import { HttpProblem } from '../http/problem.ts';
import { reportTitle } from '../report/report-form.ts';
import { figuresCsv } from './figures-csv.ts';
import { loadReport } from './load-report.ts';

/** Content-Disposition of a download whose name is Chinese (RFC 6266). */
export const attachment = (name: string) => `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;

const known: ReadonlySet<string> = new Set(Object.values(mediaTypes));

/** What of a report can be saved: its data, its figures, the file as it came (never shown as a page of ours). */
export function addDownloads(app: Hono, { services }: Deps): void {
  app.get('/:agency/reports/:file{[0-9]{4}\\.json}', async (c) => {
    const { stored, own } = await loadReport(
      services,
      c.req.param('agency'),
      c.req.param('file').slice(0, 4),
    );
    c.header('Content-Disposition', attachment(`${reportTitle(stored.agency.name, own.year)}.json`));
    return c.json(own.report);
  });
  app.get('/:agency/reports/:file{[0-9]{4}\\.csv}', async (c) => {
    const { stored, own } = await loadReport(
      services,
      c.req.param('agency'),
      c.req.param('file').slice(0, 4),
    );
    return c.body(figuresCsv(stored.agency.name, own.year, own.report), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': attachment(`${reportTitle(stored.agency.name, own.year)}.csv`),
    });
  });
  app.get('/:agency/reports/:year{[0-9]{4}}/file', async (c) => {
    const { stored, own } = await loadReport(services, c.req.param('agency'), c.req.param('year'));
    const bytes = own.file.kept ? await services.sourceFile(stored.agency.slug, own) : null;
    if (bytes === null) throw new HttpProblem('fileNotFound');
    return c.body(new Uint8Array(bytes), 200, {
      'Content-Type': known.has(own.report.source.mediaType)
        ? own.report.source.mediaType
        : 'application/octet-stream',
      'Content-Disposition': attachment(own.file.name),
      'Content-Security-Policy': "sandbox; default-src 'none'",
    });
  });
}
