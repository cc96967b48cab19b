import type { AnnualReport } from '../../domain/annual/report.ts';
import { type AnnualForm, type Identity, organisationColumns } from '../../law/forms/index.ts';
import type { Reading } from '../reading.ts';
import type { Report } from './rule.ts';
import { cellName, figureOf, formOf, impossibleIn, isPrinted, placeOf, relatedCells } from './support.ts';

/** An identity that the printed figures break. */
export interface Broken {
  readonly identity: Identity;
  readonly left: number;
  readonly right: number;
  /** The only cell that can be at fault alone: one figure of it would mend every identity; null if not just one. */
  readonly suspect: string | null;
}

const judged = new WeakMap<Reading, readonly Broken[]>();

/** The identities of the form that the report breaks; those with a cell not told for certain are not judged. */
export function brokenIdentities(reading: Reading): readonly Broken[] {
  const known = judged.get(reading);
  if (known !== undefined) return known;
  const form = formOf(reading.report);
  const broken = form === null ? [] : judge(reading.report.cells, identitiesOf(reading, form));
  judged.set(reading, broken);
  return broken;
}

/** Reports of one rule: what the identities say, told by `message`, and what glued figures cannot hide. */
export function identityReports(
  reading: Reading,
  rule: Identity['rule'],
  message: (broken: Broken, form: AnnualForm) => string,
): Report[] {
  const reports = impossibleIn(reading, rule);
  for (const broken of brokenIdentities(reading)) {
    if (broken.identity.rule !== rule) continue;
    const form = formOf(reading.report)!;
    const { identity, suspect } = broken;
    const { cells } = reading.report;
    const ids = [...identity.left, ...identity.right];
    const anchor = suspect ?? identity.right[0]!;
    reports.push({
      message: message(broken, form),
      cells: ids,
      at: placeOf(cells, anchor),
      related: relatedCells(
        cells,
        ids.filter((id) => id !== anchor),
        (id) => cellName(form, id),
      ),
      basis: [identity.basis],
      suggestions: suspect === null ? [] : suggestion(broken, form, cells),
    });
  }
  return reports;
}

/** What the one suspect cell would have to say. */
function suggestion(
  { identity, left, right, suspect }: Broken,
  form: AnnualForm,
  cells: AnnualReport['cells'],
): string[] {
  const by = identity.left.includes(suspect!) ? right - left : left - right;
  return [`其余各格无误的，${cellName(form, suspect!)}应为 ${figureOf(cells, suspect!)! + by}。`];
}

/** A sum written out, zeros left out: `自然人 4 + 商业企业 1`. */
export const addends = (
  cells: AnnualReport['cells'],
  ids: readonly string[],
  name: (id: string) => string,
): string => {
  const counted = ids.filter((id) => figureOf(cells, id) !== 0);
  return counted.length === 0
    ? '各格均为 0'
    : counted.map((id) => `${name(id)} ${figureOf(cells, id)}`).join(' + ');
};

function judge(cells: AnnualReport['cells'], identities: readonly Identity[]): Broken[] {
  const broken: Omit<Broken, 'suspect'>[] = [];
  for (const identity of identities) {
    const left = sum(cells, identity.left);
    const right = sum(cells, identity.right);
    if (left !== null && right !== null && Math.abs(left - right) > 1e-6)
      broken.push({ identity, left, right });
  }
  return broken.length === 0 ? [] : withSuspects(broken, cells, identities);
}

function withSuspects(
  broken: readonly Omit<Broken, 'suspect'>[],
  cells: AnnualReport['cells'],
  identities: readonly Identity[],
): Broken[] {
  const faulty = new Set(broken.map((b) => b.identity));
  const wanted = new Map<string, number[]>();
  for (const { identity, left, right } of broken)
    for (const id of cellsOf(identity)) {
      const due = figureOf(cells, id)! + (identity.left.includes(id) ? right - left : left - right);
      wanted.set(id, [...(wanted.get(id) ?? []), due]);
    }
  for (const identity of identities)
    if (!faulty.has(identity) && sum(cells, identity.left) !== null && sum(cells, identity.right) !== null)
      for (const id of cellsOf(identity)) wanted.delete(id);
  const alone = (id: string) => {
    const [due = -1, ...others] = wanted.get(id) ?? [];
    return others.length > 0 && due >= 0 && others.every((other) => other === due);
  };
  return broken.map((b) => {
    const suspects = cellsOf(b.identity).filter(alone);
    return { ...b, suspect: suspects.length === 1 ? suspects[0]! : null };
  });
}

const cellsOf = ({ left, right }: Identity): string[] => [...left, ...right];

function sum(cells: AnnualReport['cells'], ids: readonly string[]): number | null {
  let total = 0;
  for (const id of ids) {
    const value = figureOf(cells, id);
    if (value === null) return null;
    total += value;
  }
  return total;
}

/** The form's identities, or, where rows or columns of table 三 are missing, those that what is printed allows. */
function identitiesOf(reading: Reading, form: AnnualForm): readonly Identity[] {
  const { cells } = reading.report;
  const whole = form.cells.every((c) => c.table !== 'applications' || isPrinted(cells[c.id]));
  return whole
    ? form.identities
    : [...form.identities.filter((i) => i.rule === 'appeal-total'), ...collapsed(form, cells)];
}

/**
 * A table 三 without its sub-rows, with one column for all organisations, or without （七）总计 is still bound by the
 * form's note; the sum of the outcomes stands in for a missing total, （六）其他处理 alone may be missing among them.
 */
function collapsed(form: AnnualForm, cells: AnnualReport['cells']): Identity[] {
  const at = (row: string, column: string) => `applications.${row}.${column}`;
  const has = (row: string, column: string) => isPrinted(cells[at(row, column)]);
  const organisations = organisationColumns.some((c) => has('received', c))
    ? [...organisationColumns]
    : ['organisation'];
  const columns = ['naturalPerson', ...organisations, 'total'];
  const printedRow = (row: string) => columns.some((column) => has(row, column));
  const outcomes = outcomeRows(form, printedRow);
  const basisOf = (rule: Identity['rule']) => form.identities.find((i) => i.rule === rule)!.basis;
  const identities: Identity[] = [];
  for (const column of columns) {
    const results = outcomes?.rows.map((row) => at(row, column)) ?? null;
    const concluded = printedRow('concluded') ? [at('concluded', column)] : results;
    if (concluded !== null)
      identities.push({
        rule: 'balance',
        subject: column,
        left: [at('received', column), at('carriedIn', column)],
        right: [...concluded, at('carriedOut', column)],
        basis: basisOf('balance'),
      });
    if (results !== null && printedRow('concluded') && outcomes!.complete)
      identities.push({
        rule: 'outcome-sum',
        subject: column,
        left: results,
        right: [at('concluded', column)],
        basis: basisOf('outcome-sum'),
      });
  }
  const rows = ['received', 'carriedIn', ...(outcomes?.rows ?? []), 'concluded', 'carriedOut'];
  for (const row of rows)
    identities.push({
      rule: 'row-total',
      subject: row,
      left: ['naturalPerson', ...organisations].map((column) => at(row, column)),
      right: [at(row, 'total')],
      basis: basisOf('row-total'),
    });
  return identities;
}

/**
 * Rows that hold the outcomes as printed: the sub-rows of a group where all are there, else the row of the group.
 * Null when an outcome other than （六）其他处理 is lost; `complete` tells whether that one is there too.
 */
function outcomeRows(
  form: AnnualForm,
  printedRow: (row: string) => boolean,
): { rows: string[]; complete: boolean } | null {
  const groups = new Map<string, string[]>();
  for (const { id } of form.applicationRows) {
    if (['received', 'carriedIn', 'concluded', 'carriedOut'].includes(id)) continue;
    const group = id.split('.')[0]!;
    groups.set(group, [...(groups.get(group) ?? []), id]);
  }
  const rows: string[] = [];
  let complete = true;
  for (const [group, leaves] of groups)
    if (leaves.every(printedRow)) rows.push(...leaves);
    else if (printedRow(group)) rows.push(group);
    else if (group === 'other' && !leaves.some(printedRow)) complete = false;
    else return null;
  return { rows, complete };
}
