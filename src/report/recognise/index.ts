import { agencyKind } from '../../domain/annual/agency-kind.ts';
import type { AgencyKind, AnnualReport, ReportFormId, ReportFront } from '../../domain/annual/report.ts';
import { formOfYear, type SectionId } from '../../law/forms/index.ts';
import type { SourceDocument } from '../document.ts';
import type { Claim, Passage, Reading, SectionReading } from '../reading.ts';
import { agencyName } from './prose/agency.ts';
import { type Body, isAttachment, layOut, type SectionProse } from './prose/body.ts';
import { claimsIn } from './prose/claims.ts';
import { linesOf } from './prose/lines.ts';
import { refusalOf } from './prose/refusal.ts';
import type { Reporter } from './prose/scope.ts';
import { namingSheets } from './prose/sheets.ts';
import type { Flow } from './prose/text.ts';
import { withoutSite, yearInTitle } from './prose/title.ts';
import { readTables, type TablesReading } from './tables/index.ts';

/** What a caller knows of the agency when the text does not say. */
export interface RecogniseOptions {
  readonly agency?: { readonly code?: string; readonly kind?: AgencyKind };
  /** Codes of the divisions of a name (`places.named`), to give the agency its code where the name is unique. */
  readonly codesOf?: (name: string) => readonly string[];
}

const passage = ({ text, raw, at }: Flow): Passage => ({ text, raw, at });

const printed = ({ raw }: Flow): string => (raw.includes('\n') ? raw.replace(/\s*\n\s*/g, '') : raw).trim();

/**
 * Recognises an annual report in a document: whose and of which year, its sections, every cell of its tables and every
 * figure of its prose. `source` goes into the report as given, `tables` are given where they have been read already.
 * Never throws; what cannot be told is null or `unreadable`, never guessed, and what is no single report says so in
 * `refused`.
 */
export function recognise(
  document: SourceDocument,
  source: AnnualReport['source'],
  options: RecogniseOptions = {},
  tables: TablesReading = readTables(document, null),
): Reading {
  const { lines, residue } = linesOf(document, tables);
  const body = layOut(document, lines, document.blocks.length);
  const year = yearOf(body, document.metaTitle);
  const form = formOf(tables, body, year);
  const agency = agencyOf(body, document.metaTitle, options);
  const sections = body.sections.map((section) => sectionOf(section, tables, document));
  const prose = [...body.preamble, ...body.sections.flatMap((section) => section.flows)];
  const refusal = refusalOf({
    lines,
    sections: new Set(sections.map((section) => section.id).filter((id) => id !== null)),
    copies: body.copies,
    tableCopies: tables.copies,
    tablesFound: Object.values(tables.tables).filter((state) => state === 'found').length,
    figures: tables.counts.figures,
    indicators: Object.keys(tables.indicators).length,
    title: body.title?.text ?? null,
    year,
    prose: prose.map((flow) => flow.text),
  });
  const refused = namingSheets(refusal, document);
  return {
    report: {
      schema: 'gongkai.annual-report/1',
      source,
      agency,
      year,
      form: refused === null ? form : null,
      front: frontOf(body),
      sections: body.sections.map(({ start, flows }) => ({
        id: start.id,
        heading: start.heading,
        text: flows.map(printed).join('\n'),
      })),
      cells: tables.cells,
      statistics: tables.statistics,
      indicators: tables.indicators,
      findings: [],
    },
    refused,
    title: body.title,
    preamble: body.preamble.map(passage),
    sections,
    closing: body.closing.map(passage),
    signedBy: body.signedBy === null ? null : passage(body.signedBy),
    signedOn: body.signedOn,
    publishedOn: body.hints.publishedOn,
    period: body.period,
    contact: body.contact === null ? null : passage(body.contact),
    labels: tables.labels,
    tables: tables.tables,
    statisticsHeaders: tables.statisticsHeaders,
    glued: tables.glued,
    claims: claimsOf(body, agency, year),
    notes: document.notes,
    residue: body.strayNumber === null ? residue : [...residue, passage(body.strayNumber)],
  };
}

const frontOf = (body: Body): ReportFront => ({
  title: body.title?.raw.replace(/\s*\n\s*/g, '') ?? null,
  preamble: body.preamble.map(printed),
  signedBy: body.signedBy === null ? null : printed(body.signedBy),
  signedOn: body.signedOn?.day ?? null,
  closing: body.closing.map(printed),
});

function claimsOf(body: Body, reporter: Reporter | null, year: number | null): Claim[] {
  let groups = 0;
  const nextGroup = () => ++groups;
  const of = (flows: readonly Flow[], section: SectionId | null) =>
    flows.flatMap((flow) => claimsIn(flow, { reporter, year, section }, nextGroup));
  return [
    ...of(body.preamble, null).filter((claim) => claim.subject !== 'unknown'),
    ...body.sections.flatMap(({ start, flows }) => (isAttachment(start) ? [] : of(flows, start.id))),
  ];
}

/** The year of the title, else of the statistics period, else of the prose. */
function yearOf(body: Body, metaTitle: string | null): number | null {
  const titled = body.title === null ? null : yearInTitle(body.title.text);
  if (titled !== null) return titled;
  const hinted = [body.hints.title?.text, metaTitle].map((title) => (title ? yearInTitle(title) : null));
  const period = body.period === null ? null : Number(body.period.to.slice(0, 4));
  if (period !== null) return period;
  const known = hinted.find((year) => year !== null);
  if (known !== undefined) return known;
  const flows = [...body.preamble, ...body.sections.flatMap((section) => section.flows)];
  for (const { text } of flows) {
    const match = /(?:^|[,。;:]|[我本](?:[省市州县区镇乡局委厅办]|街道))在?((?:19|20)[0-9]{2})年/.exec(text);
    if (match !== null) return Number(match[1]);
  }
  return null;
}

/** The edition: by its tables, else by the notice cited, else by the year. */
function formOf(tables: TablesReading, body: Body, year: number | null): ReportFormId | null {
  if (tables.form !== null) return tables.form;
  const head = body.preamble.map((flow) => flow.text).join('');
  if (/〔2021〕30号/.test(head)) return '2021';
  if (/〔2019〕60号/.test(head)) return '2019';
  if (year === null) return null;
  return year < 2019 ? 'pre2019' : (formOfYear(year)?.id ?? null);
}

function agencyOf(body: Body, metaTitle: string | null, options: RecogniseOptions): AnnualReport['agency'] {
  const name = agencyName({
    title: body.title?.text ?? (metaTitle === null ? null : withoutSite(metaTitle)),
    signature: body.signedBy?.text ?? null,
    preamble: body.preamble.map((flow) => flow.text).join(''),
    hints: body.hints,
  });
  if (name === null) return null;
  const kind = options.agency?.kind ?? agencyKind(name);
  return { name, kind, code: options.agency?.code ?? uniqueCode(name, options) };
}

function uniqueCode(name: string, options: RecogniseOptions): string | null {
  const codes = options.codesOf?.(name.replace(/(?:人民政府|办事处)$/, '')) ?? [];
  const only = codes.length === 1 ? codes[0]! : null;
  return only === null ? null : only.padEnd(6, '0');
}

function sectionOf(section: SectionProse, tables: TablesReading, document: SourceDocument): SectionReading {
  const { start, flows, blocks } = section;
  return {
    id: start.id,
    ordinal: start.ordinal,
    heading: start.heading,
    at: start.at,
    passages: flows.map(passage),
    table: tableState(start.id, tables, document, blocks, flows),
  };
}

function tableState(
  id: SectionReading['id'],
  tables: TablesReading,
  document: SourceDocument,
  [from, to]: readonly [number, number],
  flows: readonly Flow[],
): SectionReading['table'] {
  if (id !== 'disclosure' && id !== 'applications' && id !== 'appeals') return 'notExpected';
  if (tables.tables[id] === 'found') return 'found';
  const picture =
    document.blocks.slice(from, to).some((block) => block.kind === 'picture') ||
    flows.some((flow) => /\[(?:image|img|图片)\s?[:：]/.test(flow.raw));
  return picture || tables.tables[id] === 'picture' ? 'picture' : 'none';
}
