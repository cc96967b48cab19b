import { annualReport2019, annualReport2021, type FormRow, type TableId } from '../../../law/forms/index.ts';
import { lettersOf } from './fold.ts';

/**
 * A wording to be found. `row` stands left of values, `group` is a merged label over rows (its index lies between
 * those of its neighbours), `column` a head of values, `block` a head over columns, `band` a title row of table 二,
 * `note` the printed note, `section` a heading of the report.
 */
export interface Pattern {
  readonly letters: string;
  readonly table: TableId | null;
  readonly kind: 'row' | 'group' | 'column' | 'block' | 'band' | 'note' | 'section';
  readonly id: string;
  /** Place in the order of the form. */
  readonly index: number;
  /** Ordinal printed before it, a figure or a Chinese numeral, '' if none. */
  readonly ordinal: string;
  /** Whether `letters` is the form's own wording whole. */
  readonly whole: boolean;
}

const ORDINAL = /^(?:（(.)）|(.)、|(\d)\.)/;

/** Letters of a label without its ordinal. */
export const coreOf = (label: string): string => lettersOf(label.replace(ORDINAL, ''));

export const ordinalOf = (label: string): string => {
  const found = ORDINAL.exec(label);
  return found ? (found[1] ?? found[2] ?? found[3] ?? '') : '';
};

/** Rows of table 三 in both editions, in printed order. */
const newRows = annualReport2021.applicationRows;
const ORDER = new Map<string, number>(newRows.map((row, i) => [row.id, i * 10]));
ORDER.set('other', ORDER.get('other.correctionOverdue')! - 5);

export const applicationIndex = (id: string): number => ORDER.get(id) ?? -1;

export interface GroupLabel {
  readonly id: 'denied' | 'unavailable' | 'declined' | 'other';
  readonly label: string;
}

/** Groups of table 三: in a collapsed table they carry values themselves. */
export const applicationGroups: readonly GroupLabel[] = [
  { id: 'denied', label: '（三）不予公开' },
  { id: 'unavailable', label: '（四）无法提供' },
  { id: 'declined', label: '（五）不予处理' },
  { id: 'other', label: '（六）其他处理' },
];

const patterns: Pattern[] = [];
const add = (
  letters: string,
  table: TableId | null,
  kind: Pattern['kind'],
  id: string,
  index = 0,
  ordinal = '',
  whole = true,
): void => {
  if (patterns.some((p) => p.letters === letters && p.table === table && p.id === id)) return;
  patterns.push({ letters, table, kind, id, index, ordinal, whole });
};

function addApplicationRow(row: FormRow): void {
  const index = applicationIndex(row.id);
  const ordinal = ordinalOf(row.label);
  if (row.id === 'concluded') add('七总计', 'applications', 'row', row.id, index, '');
  else if (row.id === 'other') return;
  else if (row.id !== 'other.misc') add(coreOf(row.label), 'applications', 'row', row.id, index, ordinal);
}
for (const form of [annualReport2019, annualReport2021]) form.applicationRows.forEach(addApplicationRow);

/** Wordings short of the form's, but that only one row can carry. */
const SHORT: readonly (readonly [string, string])[] = [
  ['partial', '部分公开'],
  ['denied.forbiddenByLaw', '其他法律行政法规禁止'],
  ['unavailable.notHeld', '本机关不掌握'],
  ['unavailable.notCompiled', '没有现成信息需要'],
  ['unavailable.unclear', '补正后申请内容'],
  ['declined.excessive', '无正当理由大量反复'],
  ['declined.reconfirmation', '要求行政机关确认或重新'],
  ['other.correctionOverdue', '申请人无正当理由逾期不补'],
  ['other.correctionOverdue', '逾期不补正'],
  ['other.feeOverdue', '申请人逾期未按收费'],
  ['other.feeOverdue', '逾期不缴费'],
];
for (const [id, letters] of SHORT) {
  const row = newRows.find((r) => r.id === id)!;
  add(letters, 'applications', 'row', id, applicationIndex(id), ordinalOf(row.label), false);
}
for (const group of applicationGroups) {
  const first = newRows.find((r) => r.id.startsWith(`${group.id}.`))!;
  const index = applicationIndex(first.id) - 5;
  add(coreOf(group.label), 'applications', 'group', group.id, index, ordinalOf(group.label));
}
add('本年度办理结果', 'applications', 'group', 'results', 15, '三');
add('本列数据的勾稽关系', 'applications', 'note', 'balance');
add('申请人情况', 'applications', 'block', 'applicants');
add('法人或其他组织', 'applications', 'block', 'organisation');
for (const column of annualReport2021.applicationColumns)
  add(lettersOf(column.label), 'applications', 'column', column.id);

/** Letters of the printed note and of a head of money, whose unit stands in brackets. */
const headLetters = (label: string): string => lettersOf(label.replace(/（.*$/, ''));

/** Rows of table 二 in the order of both editions. */
const disclosureRows: readonly string[] = [
  'regulations',
  'normative',
  'licensing',
  'otherServices',
  'penalties',
  'coercion',
  'fees',
  'procurement',
];
for (const form of [annualReport2019, annualReport2021])
  for (const band of form.bands) {
    add(lettersOf(band.title), 'disclosure', 'band', band.rows[0]!.id);
    for (const column of band.columns) add(headLetters(column.label), 'disclosure', 'column', column.id);
    for (const row of band.rows)
      add(lettersOf(row.label), 'disclosure', 'row', row.id, disclosureRows.indexOf(row.id));
  }
add('信息内容', 'disclosure', 'block', 'content');

add('行政复议', 'appeals', 'block', 'review', 0);
add('行政诉讼', 'appeals', 'block', 'suit', 1);
add('未经复议直接起诉', 'appeals', 'block', 'suitDirect', 2);
add('复议后起诉', 'appeals', 'block', 'suitAfterReview', 3);
for (const column of annualReport2021.appealBlocks[0]!.columns)
  if (column.id !== 'total') add(lettersOf(column.label), 'appeals', 'column', column.id);
add('尚未审判', 'appeals', 'column', 'pending', 0, '', false);

add('总体情况', null, 'section', 'overview');
add('主动公开政府信息情况', null, 'section', 'disclosure');
add('收到和处理政府信息公开申请情况', null, 'section', 'applications');
add('政府信息公开行政复议行政诉讼情况', null, 'section', 'appeals');
add('行政诉讼情况', null, 'section', 'appeals', 0, '', false);
add('存在的主要问题', null, 'section', 'problems');
add('其他需要报告的事项', null, 'section', 'other');

export const allPatterns: readonly Pattern[] = patterns;

/** Patterns by first letter, longest first. */
export const patternsByFirst: ReadonlyMap<number, readonly Pattern[]> = (() => {
  const map = new Map<number, Pattern[]>();
  for (const pattern of patterns) {
    const first = pattern.letters.charCodeAt(0);
    map.set(first, [...(map.get(first) ?? []), pattern]);
  }
  for (const list of map.values()) list.sort((a, b) => b.letters.length - a.letters.length);
  return map;
})();

/**
 * Fewest insertions, deletions and changes that turn `needle` into some part of `hay`, with the end of that part;
 * gives up beyond `limit`. Time needle × hay.
 */
export function nearest(
  hay: string,
  needle: string,
  limit: number,
): { readonly distance: number; readonly start: number; readonly end: number } | null {
  const n = needle.length;
  let costs = new Uint16Array(n + 1);
  let starts = new Uint32Array(n + 1);
  for (let i = 0; i <= n; i++) costs[i] = i;
  let best = limit + 1;
  let found: { distance: number; start: number; end: number } | null = null;
  for (let j = 1; j <= hay.length; j++) {
    const nextCosts = new Uint16Array(n + 1);
    const nextStarts = new Uint32Array(n + 1);
    nextStarts[0] = j;
    for (let i = 1; i <= n; i++) {
      const same = costs[i - 1]! + (needle.charCodeAt(i - 1) === hay.charCodeAt(j - 1) ? 0 : 1);
      const skipHay = costs[i]! + 1;
      const skipNeedle = nextCosts[i - 1]! + 1;
      const cost = Math.min(same, skipHay, skipNeedle);
      nextCosts[i] = cost;
      nextStarts[i] = cost === same ? starts[i - 1]! : cost === skipHay ? starts[i]! : nextStarts[i - 1]!;
    }
    costs = nextCosts;
    starts = nextStarts;
    if (costs[n]! < best) {
      best = costs[n]!;
      found = { distance: best, start: starts[n]!, end: j };
    }
  }
  return found;
}

/** How many letters of a label may be wrong and still leave no doubt which one it is. */
export const tolerance = (length: number): number => (length >= 8 ? 2 : length >= 4 ? 1 : 0);
