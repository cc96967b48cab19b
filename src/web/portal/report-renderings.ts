import type { Hono } from 'hono';
import { PdfUnavailable, renderPdf } from '../../app/pdf-renderer.ts';
import { mediaTypes } from '../../report/document.ts';
import type { Deps } from '../http/deps.ts';
import { hash, tagged } from '../http/etag.ts';
import { HttpProblem } from '../http/problem.ts';
import type { StoredReport } from '../http/services.ts';
import { reportTitle } from '../report/report-form.ts';
import { loadReport } from './load-report.ts';
import { RenderingCache } from './rendering-cache.ts';
import { attachment } from './report-downloads.ts';

type Format = 'docx' | 'pdf' | 'xlsx' | 'html';

/** Memory that rendered files may take: some hundred reports. */
const CACHE_BYTES = 32 * 1_048_576;

/** A PDF is dated by the day the report was stored, so that it stays the same file. */
async function asPdf({ report, storedAt }: StoredReport): Promise<Uint8Array> {
  try {
    return await renderPdf(report, new Date(storedAt));
  } catch (error) {
    if (error instanceof PdfUnavailable) throw new HttpProblem('pdfUnavailable');
    throw error;
  }
}

const makers: Readonly<Record<Format, (own: StoredReport) => Promise<Uint8Array>>> = {
  docx: async ({ report }) => (await import('../../report/render/docx.ts')).renderDocx(report),
  xlsx: async ({ report }) => (await import('../../report/render/xlsx.ts')).renderXlsx(report),
  html: async ({ report }) =>
    new TextEncoder().encode((await import('../../report/render/html.ts')).renderHtml(report)),
  pdf: asPdf,
};

/** A stored report in the statutory layout, made when it is asked for and always to be saved. */
export function addRenderings(app: Hono, { services, version }: Deps): void {
  const cache = new RenderingCache(CACHE_BYTES);
  app.get('/:agency/reports/:file{[0-9]{4}\\.(?:docx|pdf|xlsx|html)}', async (c) => {
    const [year, ending] = c.req.param('file').split('.') as [string, Format];
    const { stored, own } = await loadReport(services, c.req.param('agency'), year);
    const key = `${version} ${ending} ${own.storedAt} ${JSON.stringify(own.report)}`;
    return tagged(c, key, async () =>
      c.body(new Uint8Array(await cache.get(hash(key), () => makers[ending](own))), 200, {
        'Content-Type': ending === 'html' ? `${mediaTypes.html}; charset=utf-8` : mediaTypes[ending],
        'Content-Disposition': attachment(`${reportTitle(stored.agency.name, own.year)}.${ending}`),
        'Content-Security-Policy': "sandbox; default-src 'none'",
      }),
    );
  });
}
