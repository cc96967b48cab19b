import { HttpProblem } from '../http/problem.ts';
import type { ReportPage, Services, StoredReport } from '../http/services.ts';

/** An agency's reports and the one of that year; a problem where either is not there. */
export async function loadReport(
  services: Services,
  slug: string,
  year: string,
): Promise<{ readonly stored: ReportPage; readonly own: StoredReport }> {
  const stored = await services.reportsOf(slug);
  if (stored === null) throw new HttpProblem('agencyNotFound');
  const own = stored.years.find((each) => each.year === Number(year));
  if (own === undefined) throw new HttpProblem('reportNotFound');
  return { stored, own };
}
