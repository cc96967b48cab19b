import type { Transaction } from 'kysely';
import type { AnnualReport } from '../../domain/annual/report.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { loadPlaces } from '../../report/places/load.ts';
import type { Reading } from '../../report/reading.ts';
import { type Agency, agencyBySlug, joinAgencyTree } from '../../store/agencies.ts';
import { editionsOf, insertReport, reportsFromSource, retireReport } from '../../store/annual-reports.ts';
import { appendEvent } from '../../store/events.ts';
import type { StoredFile } from '../../store/files.ts';
import { newId } from '../../store/ids.ts';
import type { Tables } from '../../store/tables.ts';
import { checkedReport, type Given, readReport } from '../analyse-file.ts';
import { mustBeAllowed } from '../authorise.ts';
import { type AppContext, actorId } from '../context.ts';
import { type AgencyIdentity, identify } from '../identity.ts';
import { recheckNextYear, storedReport } from '../recheck.ts';
import { findOrMakeAgency } from '../report-agency.ts';

export interface ImportInput extends Given {
  readonly bytes: Uint8Array;
  /** Path or name of the file; its last part is kept. */
  readonly path: string;
  /** The agency is an invented one. */
  readonly demonstration?: boolean | undefined;
}

export interface Imported {
  readonly refused: false;
  /** `present`: the same bytes were there already, nothing was changed. */
  readonly result: 'imported' | 'present';
  readonly sha256: string;
  readonly agency: { readonly slug: string; readonly name: string };
  readonly year: number;
  readonly edition: number;
  readonly errors: number;
  readonly warnings: number;
  /** Sentences for the person who imports. */
  readonly notes: readonly string[];
}

/** 条例（国务院令第492号）自2008年5月1日起施行: no report is of an earlier year. */
const firstYear = 2008;

interface Draft {
  readonly reading: Reading;
  readonly identity: AgencyIdentity;
  readonly year: number;
  readonly file: StoredFile;
  readonly given: ImportInput;
}

/**
 * Stores a published annual report: agency found or made, edition, cells, findings, file and event in one
 * transaction. The same bytes twice are one report; other bytes for the same agency and year are the next edition.
 * When next year's report is there already it is checked again, now with this one before it.
 * @throws UnreadableFile when the bytes are no file this program reads
 */
export async function importReport(context: AppContext, input: ImportInput): Promise<Imported | Refusal> {
  mustBeAllowed(context, 'annualReport.import');
  const places = await loadPlaces();
  const reading = await withRegisteredAgency(
    context,
    await readReport(input.bytes, input.path, input, places),
    input,
  );
  const refusal = refusalOf(reading, input);
  if (refusal !== null) return refusal;
  const { agency, year, source } = reading.report;
  const identity = identify(agency!, places, source.sha256);
  const file = await context.store.files.put(input.bytes);
  const draft = { reading, identity, year: year!, file, given: input };
  return context.store.write((transaction) => store(context, transaction, draft));
}

/** A text that names no agency is of the one whose code is given, when that one is known by another report. */
async function withRegisteredAgency(
  { store }: AppContext,
  reading: Reading,
  { agencyCode }: ImportInput,
): Promise<Reading> {
  if (reading.report.agency !== null || agencyCode === undefined) return reading;
  const known = await store.read((database) => agencyBySlug(database, agencyCode));
  if (known === null) return reading;
  const agency = { name: known.name, kind: known.kind, code: agencyCode };
  return { ...reading, report: { ...reading.report, agency } };
}

function refusalOf(reading: Reading, input: ImportInput): Refusal | null {
  const facts = { file: input.path };
  if (reading.refused !== null) return refuse('notAReport', reading.refused.message, facts);
  if (reading.report.agency === null)
    return refuse(
      'agencyUnknown',
      '文中没有可以认定的机关名称，未导入。请核对文件是否完整；该机关已有其他年度的报告时，可用 --agency 指明区划代码。',
      facts,
    );
  const { year } = reading.report;
  if (year === null)
    return refuse('yearUnknown', '文中没有可以认定的报告年度，未导入。请用 --year 指明年度。', facts);
  if (year < firstYear)
    return refuse(
      'yearTooEarly',
      `报告年度 ${year} 早于条例施行的${firstYear}年，未导入。请核对标题中的年度。`,
      facts,
    );
  return null;
}

async function store(context: AppContext, transaction: Transaction<Tables>, draft: Draft): Promise<Imported> {
  const { identity, year, file, reading, given } = draft;
  const demonstration = given.demonstration ?? false;
  const { agency, made } = await findOrMakeAgency(context, transaction, identity, demonstration);
  const present = await reportsFromSource(transaction, file.sha256);
  const same = present.find((row) => row.agency_id === agency.id);
  const notes = identity.ambiguous
    ? [`“${identity.name}”有多个同名机关，未与其他年度的报告归并；可用 --agency 指明区划代码后重新导入`]
    : [];
  if (same !== undefined) return outcome('present', agency, same, file.sha256, notes);

  const editions = await editionsOf(transaction, agency.id, year);
  for (const row of editions.filter(({ status }) => status === 'current'))
    await retireReport(transaction, { agencyId: agency.id, reportId: row.id }, 'superseded');
  if (given.agencyCode !== undefined)
    for (const row of present.filter(({ division_code }) => division_code === null))
      await retireReport(transaction, { agencyId: row.agency_id, reportId: row.id }, 'moved');

  const previous = await storedReport(transaction, agency, year - 1);
  const report = checkedReport(reading, { previous });
  const edition = (editions[0]?.edition ?? 0) + 1;
  await insertEdition(context, transaction, draft, agency, edition, report);
  await recheckNextYear(context, transaction, agency, report);
  if (made) await joinAgencyTree(transaction, agency);
  return outcome('imported', agency, { year, edition, ...countsOf(report) }, file.sha256, notes);
}

const countsOf = ({ findings }: AnnualReport) => ({
  errors: findings.filter(({ severity }) => severity === 'error').length,
  warnings: findings.filter(({ severity }) => severity === 'warning').length,
});

const outcome = (
  result: Imported['result'],
  agency: Agency,
  row: Pick<Imported, 'year' | 'edition' | 'errors' | 'warnings'>,
  sha256: string,
  notes: readonly string[],
): Imported => ({
  refused: false,
  result,
  sha256,
  agency: { slug: agency.slug, name: agency.name },
  year: row.year,
  edition: row.edition,
  errors: row.errors,
  warnings: row.warnings,
  notes,
});

async function insertEdition(
  { actor, now }: AppContext,
  transaction: Transaction<Tables>,
  { reading, identity, year, file, given }: Draft,
  agency: Agency,
  edition: number,
  report: AnnualReport,
): Promise<void> {
  const at = now();
  const id = newId();
  await insertReport(transaction, {
    row: {
      agency_id: agency.id,
      id,
      year,
      edition,
      status: 'current',
      form: report.form,
      title: reading.title?.text ?? null,
      agency_name: identity.name,
      agency_kind: identity.kind,
      signed_on: reading.signedOn?.day ?? null,
      published_on: reading.publishedOn?.day ?? null,
      source_sha256: file.sha256,
      imported_at: at,
    },
    report,
    file: {
      sha256: file.sha256,
      name: report.source.file,
      media_type: report.source.mediaType,
      bytes: given.bytes.length,
      stored_as: file.storedAs,
      stored_at: at,
    },
  });
  await appendEvent(transaction, {
    agencyId: agency.id,
    kind: 'annualReport.imported',
    subjectId: id,
    actor: actorId(actor),
    at,
    facts: { year, edition, sha256: file.sha256, ...countsOf(report) },
  });
}
