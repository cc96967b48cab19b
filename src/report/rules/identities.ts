import type { AnnualReport } from '../../domain/annual/report.ts';
import type { AnnualForm, Identity } from '../../law/forms/index.ts';
import type { Reading } from '../reading.ts';
import { collapsedIdentities } from './collapsed.ts';
import type { Report } from './rule.ts';
import { cellName, figureOf, formOf, impossibleIn, placeOf, relatedCells } from './support.ts';
import { type Survey, surveyOf } from './survey.ts';

/** An identity that the printed figures break. */
export interface Broken {
  readonly identity: Identity;
  readonly left: number;
  readonly right: number;
  /** Whether blanks were left out of the sums: too much is too much whatever they hide. */
  readonly open: boolean;
  /** The only cell that can be at fault alone: one figure of it would mend every identity; null if not just one. */
  readonly suspect: string | null;
}

type Unsuspected = Omit<Broken, 'suspect'>;

/** The rules of one reading run one after another, so the last judgement is all that is worth keeping. */
let last: { readonly reading: Reading; readonly broken: readonly Broken[] } | null = null;

/** The identities of the form that the report breaks for certain. */
export function brokenIdentities(reading: Reading): readonly Broken[] {
  if (last?.reading !== reading) {
    const survey = surveyOf(reading);
    last = { reading, broken: survey === null ? [] : judge(reading, survey) };
  }
  return last.broken;
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
      message: message(broken, form) + (broken.open ? '空着的格没有计入，填上只会使差额更大。' : ''),
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
  const counted = ids.filter((id) => (figureOf(cells, id) ?? 0) !== 0);
  return counted.length === 0
    ? '各格均为 0'
    : counted.map((id) => `${name(id)} ${figureOf(cells, id)}`).join(' + ');
};

function judge({ report: { cells } }: Reading, survey: Survey): Broken[] {
  const { form } = survey;
  if (survey.whole) {
    const broken = judgeWhole(survey, cells);
    return broken.length === 0 ? [] : withSuspects(broken, cells, form.identities);
  }
  const identities = [
    ...form.identities.filter((identity) => identity.rule === 'appeal-total'),
    ...collapsedIdentities(form, cells),
  ];
  const broken = identities.flatMap((identity) => judgeOne(cells, identity) ?? []);
  return broken.length === 0 ? [] : withSuspects(broken, cells, identities);
}

const differ = (left: number, right: number): boolean => Math.abs(left - right) > 1e-6;

interface Compiled {
  readonly identity: Identity;
  readonly left: readonly number[];
  readonly right: readonly number[];
}
const compiled = new Map<AnnualForm, readonly Compiled[]>();

/** The identities of a form by the positions of their cells. */
function compiledOf(form: AnnualForm): readonly Compiled[] {
  const known = compiled.get(form);
  if (known !== undefined) return known;
  const position = new Map(form.cells.map((cell, index) => [cell.id, index]));
  const indices = (ids: readonly string[]) => ids.map((id) => position.get(id)!);
  const list = form.identities.map((identity) => ({
    identity,
    left: indices(identity.left),
    right: indices(identity.right),
  }));
  compiled.set(form, list);
  return list;
}

/** All figures known, the sums are compared at once; an unknown one is NaN and asks for a closer look. */
function judgeWhole({ form, values }: Survey, cells: AnnualReport['cells']): Unsuspected[] {
  const broken: Unsuspected[] = [];
  for (const { identity, left, right } of compiledOf(form)) {
    let l = 0;
    for (const index of left) l += values[index]!;
    let r = 0;
    for (const index of right) r += values[index]!;
    if (differ(l, r)) broken.push({ identity, left: l, right: r, open: false });
    else if (Number.isNaN(l + r)) {
      const one = judgeOne(cells, identity);
      if (one !== null) broken.push(one);
    }
  }
  return broken;
}

/**
 * One identity of figures that may have gaps. A blank can only add to its side: broken for certain is what is too much
 * already against a side without blanks. With any other gap nothing is said.
 */
function judgeOne(cells: AnnualReport['cells'], identity: Identity): Unsuspected | null {
  const left = sum(cells, identity.left);
  const right = sum(cells, identity.right);
  if (left === null || right === null) return null;
  const open = left.open || right.open;
  const broken = open
    ? (!right.open && left.known > right.known) || (!left.open && right.known > left.known)
    : differ(left.known, right.known);
  return broken ? { identity, left: left.known, right: right.known, open } : null;
}

/** Each broken identity with the cell that alone may be at fault; identities with blanks point at none. */
function withSuspects(
  broken: readonly Unsuspected[],
  cells: AnnualReport['cells'],
  identities: readonly Identity[],
): Broken[] {
  const faulty = new Set(broken.map((b) => b.identity));
  const wanted = new Map<string, number[]>();
  for (const { identity, left, right, open } of broken)
    for (const id of open ? [] : cellsOf(identity)) {
      const due = figureOf(cells, id)! + (identity.left.includes(id) ? right - left : left - right);
      wanted.set(id, [...(wanted.get(id) ?? []), due]);
    }
  for (const identity of identities)
    if (!faulty.has(identity) && isKnown(cells, identity))
      for (const id of cellsOf(identity)) wanted.delete(id);
  const alone = (id: string) => {
    const [due = -1, ...others] = wanted.get(id) ?? [];
    return others.length > 0 && due >= 0 && others.every((other) => other === due);
  };
  return broken.map((b) => {
    const suspects = b.open ? [] : cellsOf(b.identity).filter(alone);
    return { ...b, suspect: suspects.length === 1 ? suspects[0]! : null };
  });
}

const cellsOf = ({ left, right }: Identity): string[] => [...left, ...right];
const isKnown = (cells: AnnualReport['cells'], identity: Identity): boolean =>
  cellsOf(identity).every((id) => figureOf(cells, id) !== null);

/** The sum of what is told, and whether blanks leave it open; null where a cell is missing or cannot be told. */
function sum(cells: AnnualReport['cells'], ids: readonly string[]): { known: number; open: boolean } | null {
  let known = 0;
  let open = false;
  for (const id of ids) {
    const value = figureOf(cells, id);
    if (value !== null) known += value;
    else if (cells[id]?.status === 'blank') open = true;
    else return null;
  }
  return { known, open };
}
