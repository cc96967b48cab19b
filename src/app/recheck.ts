import type { Transaction } from 'kysely';
import type { AnnualReport } from '../domain/annual/report.ts';
import { loadPlaces } from '../report/places/load.ts';
import type { Agency } from '../store/agencies.ts';
import { loadReports } from '../store/annual-figures.ts';
import { currentReport, replaceFindings, sourceOf } from '../store/annual-reports.ts';
import { appendEvent } from '../store/events.ts';
import type { Tables } from '../store/tables.ts';
import { checkedReport, readReport } from './analyse-file.ts';
import { type AppContext, actorId } from './context.ts';

/** The report in force of an agency's year, null where there is none. */
export async function storedReport(
  transaction: Transaction<Tables>,
  agency: Agency,
  year: number,
): Promise<AnnualReport | null> {
  const row = await currentReport(transaction, agency.id, year);
  if (row === null) return null;
  const [loaded] = await loadReports(transaction, agency.id, [row]);
  return loaded!.report;
}

/**
 * 上年结转 and 现行有效 of the year after are measured against `previous`: when that year's report is there already
 * its file is read again and its findings are drawn up anew.
 */
export async function recheckNextYear(
  context: AppContext,
  transaction: Transaction<Tables>,
  agency: Agency,
  previous: AnnualReport,
): Promise<void> {
  const next = await currentReport(transaction, agency.id, previous.year! + 1);
  if (next === null) return;
  const source = await sourceOf(transaction, agency.id, next.source_sha256);
  const bytes = await context.store.files.bytes({ sha256: source.sha256, storedAs: source.stored_as });
  const given = {
    agencyCode: agency.division_code ?? undefined,
    agencyKind: agency.kind,
    year: next.year,
  };
  const reading = await readReport(bytes, source.name, given, await loadPlaces());
  const { findings } = checkedReport(reading, { previous });
  await replaceFindings(transaction, { agencyId: agency.id, reportId: next.id }, findings);
  await appendEvent(transaction, {
    agencyId: agency.id,
    kind: 'annualReport.rechecked',
    subjectId: next.id,
    actor: actorId(context.actor),
    at: context.now(),
    facts: { year: next.year, because: previous.source.sha256 },
  });
}
