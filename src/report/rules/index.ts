import type { Finding, Place } from '../../domain/annual/report.ts';
import type { Citation } from '../../law/citation.ts';
import { instrumentName } from '../../law/instruments.ts';
import type { Reading, Surroundings } from '../reading.ts';
import { appealTotal } from './appeal-total.ts';
import { assessmentResults } from './assessment-results.ts';
import { balance } from './balance.ts';
import { blankCell } from './blank-cell.ts';
import { carryOver } from './carry-over.ts';
import { cellFormat } from './cell-format.ts';
import { feeConsistency } from './fee-consistency.ts';
import { foreignName } from './foreign-name.ts';
import { formEdition } from './form-edition.ts';
import { frontMatter } from './front-matter.ts';
import { nearDuplicate } from './near-duplicate.ts';
import { notAReport } from './not-a-report.ts';
import { numbering } from './numbering.ts';
import { outcomeSum } from './outcome-sum.ts';
import { overviewTopics } from './overview-topics.ts';
import { proseConflict } from './prose-conflict.ts';
import { proseFigure } from './prose-figure.ts';
import { proseNone } from './prose-none.ts';
import { proseRatio } from './prose-ratio.ts';
import { proseSum } from './prose-sum.ts';
import { regulationAuthority } from './regulation-authority.ts';
import { residue } from './residue.ts';
import { rowLabel } from './row-label.ts';
import { rowMissing } from './row-missing.ts';
import { rowTotal } from './row-total.ts';
import type { Report, Rule } from './rule.ts';
import { sectionCount } from './section-count.ts';
import { sectionEmpty } from './section-empty.ts';
import { sectionHeading } from './section-heading.ts';
import { sectionMissing } from './section-missing.ts';
import { signedEarly } from './signed-early.ts';
import { statisticsBound } from './statistics-bound.ts';
import { statisticsHeader } from './statistics-header.ts';
import { statisticsReport } from './statistics-report.ts';
import { statisticsSense } from './statistics-sense.ts';
import { statisticsSum } from './statistics-sum.ts';
import { stockBounds } from './stock-bounds.ts';
import { stockContinuity } from './stock-continuity.ts';
import { stockJump } from './stock-jump.ts';
import { tableImage } from './table-image.ts';
import { title } from './title.ts';
import { unreadable } from './unreadable.ts';
import { wording } from './wording.ts';

/** Every rule, by its number. */
export const rules: readonly Rule[] = [
  notAReport,
  sectionMissing,
  sectionEmpty,
  sectionHeading,
  sectionCount,
  title,
  frontMatter,
  signedEarly,
  formEdition,
  numbering,
  assessmentResults,
  residue,
  foreignName,
  nearDuplicate,
  wording,
  overviewTopics,
  proseFigure,
  proseNone,
  proseSum,
  proseRatio,
  proseConflict,
  blankCell,
  cellFormat,
  regulationAuthority,
  stockContinuity,
  rowLabel,
  rowMissing,
  tableImage,
  stockBounds,
  stockJump,
  balance,
  rowTotal,
  outcomeSum,
  carryOver,
  appealTotal,
  statisticsSum,
  statisticsBound,
  statisticsHeader,
  statisticsReport,
  statisticsSense,
  feeConsistency,
  unreadable,
];

const notReport = rules.filter((rule) => rule.code === 'R001');

/**
 * All findings on a report, by place and then by number; findings without a place stand first. A document refused
 * as not being one annual report gets that finding alone: its figures mean nothing.
 */
export function checkReading(reading: Reading, surroundings: Surroundings): Finding[] {
  const findings: Finding[] = [];
  for (const rule of reading.refused === null ? rules : notReport)
    for (const report of rule.check(reading, surroundings))
      findings.push(findingOf(rule, report, reading.report.form === '2019'));
  return findings.sort(byPlaceThenCode);
}

/** Rules name the form in force; a report set in the form of 2019 is held to that one. */
const inFormOf2019 = (citation: Citation): Citation =>
  citation.instrument === 'form2021' ? { ...citation, instrument: 'form2019' } : citation;

function findingOf(rule: Rule, report: Report, in2019: boolean): Finding {
  const basis = report.basis ?? (in2019 ? rule.basis.map(inFormOf2019) : rule.basis);
  return {
    rule: rule.id,
    code: rule.code,
    severity: rule.severity,
    message: report.message,
    cells: report.cells ?? [],
    at: report.at ?? null,
    related: report.related ?? [],
    basis: basis.map(basisOf),
    fix: report.fix ?? null,
    suggestions: report.suggestions ?? [],
  };
}

/** A citation as people read it: the instrument's title with its number, and the article. */
export const basisOf = ({ instrument, article }: Citation): Finding['basis'][number] => ({
  instrument: instrumentName(instrument),
  article,
});

function byPlaceThenCode(a: Finding, b: Finding): number {
  const [here, there] = [order(a.at), order(b.at)];
  for (let i = 0; i < here.length; i++) if (here[i] !== there[i]) return here[i]! - there[i]!;
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}

/** Paragraphs and tables of one file are numbered apart; the tables come after. */
function order(at: Place | null): readonly [number, number, number, number] {
  if (at === null) return [0, 0, 0, 0];
  if ('line' in at) return [1, at.line, at.column, 0];
  if ('paragraph' in at) return [1, at.paragraph, at.column, 0];
  if ('table' in at) return [2, at.table, at.row, at.column];
  return [1, at.page, at.box[1], at.box[0]];
}
