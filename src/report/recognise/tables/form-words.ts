import type { AnnualForm, DisclosureBand, FormRow } from '../../../law/forms/index.ts';
import { lettersOf } from './fold.ts';
import { allPatterns, applicationGroups, coreOf, type Pattern } from './patterns.ts';

/** What the readers of tables ask of a form over and over, worked out once. */
export interface FormWords {
  /** Rows of table 三 by id. */
  readonly applicationRows: ReadonlyMap<string, FormRow>;
  /** The labels that a table 三 which is whole has, in the order of the form. */
  readonly applicationLabels: readonly Pattern[];
  /** Rows of table 二 and the bands they stand in, in the order of the form. */
  readonly disclosureRows: ReadonlyMap<string, DisclosureBand>;
  readonly disclosureLabels: readonly Pattern[];
}

const GROUP_IDS: ReadonlySet<string> = new Set(applicationGroups.map((g) => g.id));

function build(form: AnnualForm): FormWords {
  const applicationRows = new Map(form.applicationRows.map((row) => [row.id, row]));
  const disclosureRows = new Map(
    form.bands.flatMap((band) => band.rows.map((row) => [row.id, band] as const)),
  );
  const isLabel = (p: Pattern): boolean =>
    (p.kind === 'row' && applicationRows.has(p.id)) || (p.kind === 'group' && GROUP_IDS.has(p.id));
  return {
    applicationRows,
    applicationLabels: allPatterns
      .filter((p) => p.table === 'applications' && p.whole && isLabel(p))
      .sort((a, b) => a.index - b.index),
    disclosureRows,
    disclosureLabels: allPatterns.filter(
      (p) => p.table === 'disclosure' && p.kind === 'row' && disclosureRows.has(p.id),
    ),
  };
}

const byForm = new Map<AnnualForm, FormWords>();

export function wordsOf(form: AnnualForm): FormWords {
  const known = byForm.get(form) ?? build(form);
  byForm.set(form, known);
  return known;
}

/** The letters of a label of table 三 without its ordinal, worked out once a row. */
const cores = new Map<string, string>();
export function coreOfLabel(label: string): string {
  const core = cores.get(label) ?? coreOf(label);
  cores.set(label, core);
  return core;
}

/** The letters of a band's title, rows and heads, the heads without what stands in brackets. */
export interface BandWords {
  readonly title: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

const byBand = new Map<DisclosureBand, BandWords>();

export function wordsOfBand(band: DisclosureBand): BandWords {
  const known = byBand.get(band) ?? {
    title: lettersOf(band.title),
    rows: band.rows.map((row) => lettersOf(row.label)),
    columns: band.columns.map((column) => lettersOf(column.label.replace(/（.*$/, ''))),
  };
  byBand.set(band, known);
  return known;
}
