import type { AnnualReport, ReportCell } from '../../domain/annual/report.ts';
import { type AnnualForm, organisationColumns } from '../../law/forms/index.ts';
import type { Claim, Reading } from '../reading.ts';
import { cellId } from '../recognise/tables/cell-ids.ts';
import { cellName, formOf } from './support.ts';

type Cells = AnnualReport['cells'];

/** One way in which a figure of the prose may agree with the tables: cells whose sum it states. */
export interface Way {
  readonly cells: readonly string[];
  readonly value: number;
}

/** A claim that may be held against the tables: of this year, of this agency, in a section. */
export const isOwnFigure = (claim: Claim, report: AnnualReport): boolean =>
  claim.scope === 'own' && claim.year !== null && claim.year === report.year && claim.section !== null;

const isAbsent = (cell: ReportCell | undefined): boolean => cell === undefined || cell.status === 'absent';

/** The sum of cells; `absent` where one is not printed at all, null where one cannot be told. */
function sumOf(cells: Cells, ids: readonly string[]): number | 'absent' | null {
  let sum = 0;
  for (const id of ids) {
    const cell = cells[id];
    if (cell === undefined || isAbsent(cell)) return 'absent';
    if (cell.value === null || (cell.status !== 'read' && cell.status !== 'inferred')) return null;
    sum += cell.value;
  }
  return sum;
}

const at = (row: string, columns: readonly string[]): string[] =>
  columns.map((column) => cellId('applications', row, column));

/** Columns of table 三 that a part of the applicants stands for. */
function columnsOf(part: Claim['part'], cells: Cells): readonly string[] | null {
  if (part === null) return ['total'];
  if (part !== 'organisation')
    return ['naturalPerson', 'business', 'research', 'nonprofit', 'legalService', 'otherOrg'].includes(part)
      ? [part]
      : null;
  return isAbsent(cells['applications.received.organisation']) ? organisationColumns : ['organisation'];
}

const rowsByGroup = new Map<string, readonly string[]>();

function groupRows(form: AnnualForm, group: string): readonly string[] {
  const key = `${form.id}.${group}`;
  const known =
    rowsByGroup.get(key) ??
    form.applicationRows.map((row) => row.id).filter((id) => id === group || id.startsWith(`${group}.`));
  rowsByGroup.set(key, known);
  return known;
}

/** Rows of an outcome: its sub-rows, or the one row that a collapsed table has for it. */
const outcomeRows = (form: AnnualForm, cells: Cells, group: string): readonly string[] =>
  isAbsent(cells[cellId('applications', group, 'total')]) ? groupRows(form, group) : [group];

function applicationRows(claim: Claim, form: AnnualForm, cells: Cells): (readonly string[])[] | null {
  const rows = (...groups: string[]) => groups.flatMap((group) => outcomeRows(form, cells, group));
  const carries = /结转|顺延|转入/.test(claim.sentence.text);
  switch (claim.subject) {
    case 'received':
      return carries ? [['received']] : [['received'], ['received', 'carriedIn']];
    case 'receivedAll':
      return [['received'], ['received', 'carriedIn'], ['concluded']];
    case 'concluded':
      return /办结|答复|办复|回复/.test(claim.noun)
        ? concludedRows(form, cells)
        : [...concludedRows(form, cells), ['received'], ['received', 'carriedIn']];
    case 'carriedIn':
    case 'carriedOut':
      return [[claim.subject]];
    case 'granted':
      return /部分公开/.test(claim.sentence.text) ? [['granted']] : [['granted'], ['granted', 'partial']];
    case 'partial':
      return [['partial']];
    case 'grantedOrPartial':
      return [['granted', 'partial']];
    case 'denied':
    case 'unavailable':
    case 'declined':
      return [rows(claim.subject)];
    case 'otherOutcome':
      return [rows('other')];
    default:
      return null;
  }
}

/** What was concluded, with or without the applications that end without an answer. */
function concludedRows(form: AnnualForm, cells: Cells): (readonly string[])[] {
  const answered = [
    'granted',
    'partial',
    ...['denied', 'unavailable'].flatMap((group) => outcomeRows(form, cells, group)),
  ];
  return [['concluded'], [...answered, ...outcomeRows(form, cells, 'declined')], answered];
}

const appealCells = (blocks: readonly string[], part: Claim['part']): string[] =>
  blocks.map((block) => `appeals.${block}.${part ?? 'total'}`);

const documentCells: Readonly<Partial<Record<Claim['subject'], readonly (readonly string[])[]>>> = {
  normativeIssued: [['normative.issued'], ['normative.made'], ['normative.published']],
  normativeRepealed: [['normative.repealed']],
  normativeInForce: [['normative.inForce'], ['normative.totalPublic']],
  regulationsIssued: [['regulations.issued'], ['regulations.made'], ['regulations.published']],
  regulationsInForce: [['regulations.inForce'], ['regulations.totalPublic']],
};
const decisions = ['licensing', 'penalties', 'coercion'] as const;

/** Lists of cells whose sum the claim may state, the plainest first; none where no cell counts the same. */
export const cellLists = (claim: Claim, form: AnnualForm, cells: Cells): readonly (readonly string[])[] =>
  listsOf(claim, form, cells) ?? [];

function listsOf(claim: Claim, form: AnnualForm, cells: Cells): (readonly string[])[] | null {
  if (claim.subject === 'review') return [appealCells(['review'], claim.part)];
  if (claim.subject === 'suit') return [appealCells(['suitDirect', 'suitAfterReview'], claim.part)];
  if (claim.subject === 'reviewAndSuit')
    return [appealCells(['review', 'suitDirect', 'suitAfterReview'], claim.part)];
  const documents = documentCells[claim.subject];
  if (documents !== undefined) return documents.map((ids) => ids.map((id) => `disclosure.${id}`));
  if ((decisions as readonly string[]).includes(claim.subject))
    return /决定|作出|实施/.test(claim.noun) && !/信息|公示|公开|公布|结果/.test(claim.noun)
      ? [[`disclosure.${claim.subject}.decisions`]]
      : null;
  if (claim.subject === 'administrativeFees' && claim.unit === '万元') return [['disclosure.fees.amountWan']];
  const columns = columnsOf(claim.part, cells);
  const rows = applicationRows(claim, form, cells);
  return rows === null || columns === null
    ? null
    : rows.map((list) => list.flatMap((row) => at(row, columns)));
}

/** The one cell that a claim most plainly states. */
const plainest: Readonly<Partial<Record<Claim['subject'], string>>> = {
  received: 'applications.received.total',
  receivedAll: 'applications.received.total',
  concluded: 'applications.concluded.total',
  carriedIn: 'applications.carriedIn.total',
  carriedOut: 'applications.carriedOut.total',
  granted: 'applications.granted.total',
  partial: 'applications.partial.total',
  review: 'appeals.review.total',
};
const partColumns: ReadonlySet<Claim['part']> = new Set<Claim['part']>([
  'naturalPerson',
  'business',
  'research',
  'upheld',
  'corrected',
  'otherResult',
  'pending',
]);

/** Whether the claim agrees with one of its ways; the plainest, which most claims mean, is tried first and alone. */
export function agreesWithFirst(claim: Claim, reading: Reading, agrees: (way: Way) => boolean): boolean {
  const id = plainest[claim.subject];
  if (id === undefined || (claim.part !== null && !partColumns.has(claim.part))) return false;
  const cell = claim.part === null ? id : id.replace('.total', `.${claim.part}`);
  const value = sumOf(reading.report.cells, [cell]);
  return typeof value === 'number' && agrees({ cells: [cell], value });
}

/**
 * The ways in which a claim may be true, the plainest first. Null where the tables do not tell for certain: a cell that
 * is blank or unreadable leaves the comparison open, one that is not printed only drops its way.
 */
export function waysOf(claim: Claim, reading: Reading): readonly Way[] | null {
  const form = formOf(reading.report);
  if (form === null) return null;
  const { cells } = reading.report;
  const ways: Way[] = [];
  for (const ids of cellLists(claim, form, cells)) {
    const value = sumOf(cells, ids);
    if (value === null) return null;
    if (value !== 'absent') ways.push({ cells: ids, value });
  }
  return ways.length === 0 ? null : ways;
}

/** A text with more figures is no report, and searching it for each of them would take too long. */
const MANY_CLAIMS = 2000;
const disclosure = /信息公开|依申请|政务公开/;

/** Whether a sentence on review and suits speaks of disclosure; a county has other cases too. */
export const speaksOfDisclosure = (claim: Claim, reading: Reading): boolean =>
  claim.section === 'appeals' ||
  disclosure.test(claim.sentence.text) ||
  (reading.claims.length < MANY_CLAIMS && standsWithApplications(claim, reading));

const standsWithApplications = (claim: Claim, reading: Reading): boolean =>
  reading.sections.some((section) =>
    section.passages.some(
      ({ text }) => text.includes(claim.sentence.text) && /依申请公开|公开申请/.test(text),
    ),
  );

/** Names of the cells of a way for a message, long sums in short. */
export function wayName(form: AnnualForm, way: Way): string {
  if (way.cells.length === 1) return cellName(form, way.cells[0]!);
  const names = way.cells.slice(0, 3).map((id) => cellName(form, id));
  return `${names.join('、')}${way.cells.length > 3 ? `等 ${way.cells.length} 格` : ''}之和`;
}

const LONGEST_QUOTE = 48;

/** The words of the prose around a figure, for a message. */
export function quote(claim: Claim): string {
  const { text } = claim.sentence;
  const at = Math.max(0, text.indexOf(claim.noun));
  const clause = Math.max(text.lastIndexOf(',', at), text.lastIndexOf(';', at)) + 1;
  const from = at + claim.noun.length - clause > LONGEST_QUOTE ? at : clause;
  const stop = text.slice(at + claim.noun.length).search(/[,;。]/);
  const to = stop < 0 ? text.length : at + claim.noun.length + stop;
  return `“${text.slice(from, Math.min(to, from + LONGEST_QUOTE + 12))}”`;
}

export const figureText = (claim: Claim): string =>
  `${claim.value}${claim.unit === '其他' ? '' : claim.unit}`;
