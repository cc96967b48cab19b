import type { ApplicationRow } from './application-row.ts';
import { standardColumns } from './columns.ts';
import { type Draft, keepInferred, keepUnreadable } from './draft.ts';
import type { TextCell } from './figure-tokens.ts';
import { type Budget, newBudget, type OpenRow, solveRows, splitBlocks, splitRow } from './glued.ts';
import { placeOf, type TextSource } from './text-source.ts';

const OUTSIDE: ReadonlySet<string> = new Set(['received', 'carriedIn', 'concluded', 'carriedOut']);
const NAMES: Readonly<Record<string, string>> = {
  naturalPerson: '自然人',
  business: '商业企业',
  research: '科研机构',
  nonprofit: '社会公益组织',
  legalService: '法律服务机构',
  otherOrg: '其他',
  total: '总计',
};

const textOf = (tokens: readonly TextCell[]): string => tokens.map((t) => t.text).join(' ');

const placeOfTokens = (source: TextSource, tokens: readonly TextCell[]) => {
  const first = tokens[0]!;
  const last = tokens.at(-1)!;
  return placeOf(source, first.start, last.start + last.text.length - first.start);
};

/** Whether tokens are figures run together rather than cells of which some are lost: 00, or one token for a row. */
const isGlued = (tokens: readonly TextCell[], slots: number): boolean =>
  tokens.some((t) => /^0\d/.test(t.text)) || (tokens.length === 1 && tokens[0]!.text.length >= slots);

/** The ways a row of table 三 can be read; null when they cannot be told. */
function waysOf(
  row: ApplicationRow,
  columns: readonly string[],
  draft: Draft,
  budget: Budget,
): OpenRow['ways'] | null {
  if (row.stretch.kind === 'tokens') {
    if (row.hit.doubtfulOrdinal) return null;
    return splitRow(
      row.stretch.tokens.map((t) => t.text),
      columns.length,
      columns.indexOf('total'),
      budget,
    );
  }
  const values = columns.map((c) => draft.cells.get(`applications.${row.id}.${c}`)?.value ?? null);
  return values.every((v) => v !== null) ? [values as number[]] : null;
}

/**
 * Rows of table 三 whose figures stand without borders. They are told apart only when every row of the form is
 * there, none is short (a blank cell would allow other readings), and the identities leave one way.
 */
export function solveApplications(
  source: TextSource,
  draft: Draft,
  rows: readonly ApplicationRow[],
  glued: readonly ApplicationRow[],
  columns: readonly string[],
  contradictory: boolean,
): void {
  const impossible: { rule: string; subject: string; message: string }[] = [];
  const solved = contradictory ? new Map() : solve(draft, rows, glued, columns, impossible);
  const lost: string[] = [];
  for (const row of glued) {
    if (row.stretch.kind !== 'tokens') continue;
    const values = solved.get(row.id) ?? null;
    const at = placeOfTokens(source, row.stretch.tokens);
    columns.forEach((column, i) => {
      const id = `applications.${row.id}.${column}`;
      if (values)
        keepInferred(
          draft,
          id,
          values[i]!,
          textOf((row.stretch as { tokens: readonly TextCell[] }).tokens),
          at,
        );
      else {
        keepUnreadable(draft, id, textOf((row.stretch as { tokens: readonly TextCell[] }).tokens), at);
        lost.push(id);
      }
    });
  }
  if (lost.length > 0) draft.glued.push({ table: 'applications', cells: lost, impossible });
}

function solve(
  draft: Draft,
  rows: readonly ApplicationRow[],
  glued: readonly ApplicationRow[],
  columns: readonly string[],
  impossible: { rule: string; subject: string; message: string }[],
): ReadonlyMap<string, readonly number[] | null> {
  const none = new Map<string, null>();
  const slots = columns.length;
  if (slots !== standardColumns.length || shortRow(glued, slots)) return none;
  if (!glued.some((r) => r.stretch.kind === 'tokens' && isGlued(r.stretch.tokens, slots))) return none;
  const budget = newBudget();
  const open: OpenRow[] = [];
  let complete = true;
  for (const row of draft.form.applicationRows) {
    const mine = rows.filter((r) => r.id === row.id && r.stretch.kind !== 'none');
    const ways = mine.length === 1 ? waysOf(mine[0]!, columns, draft, budget) : null;
    if (ways !== null && ways.length === 0)
      impossible.push({
        rule: 'row-total',
        subject: row.id,
        message: `表三“${row.label}”一行数字粘连，无论怎样拆分，各栏之和都不等于“总计”栏。`,
      });
    if (ways === null || ways.length === 0) complete = false;
    else open.push(openRow(row.id, ways));
  }
  if (!complete) return none;
  const result = solveRows(open, columns.length, budget);
  if (result === null) return none;
  for (const { rule, column } of result.impossible) {
    const subject = columns[column]!;
    const which =
      rule === 'balance'
        ? '“新收”加“结转”不等于“（七）总计”加“结转下年度继续办理”'
        : '各项办理结果之和不等于“（七）总计”';
    impossible.push({
      rule,
      subject,
      message: `表三“${NAMES[subject]}”一栏数字粘连，无论怎样拆分，${which}。`,
    });
  }
  return result.solutions > 0 ? result.rows : none;
}

const openRow = (id: string, ways: OpenRow['ways']): OpenRow => ({
  id,
  ways,
  balance: id === 'received' || id === 'carriedIn' ? 1 : OUTSIDE.has(id) ? -1 : 0,
  outcome: id === 'concluded' ? -1 : OUTSIDE.has(id) ? 0 : 1,
});

/** Whether some row has fewer figures than cells, so that cells of this table may be blank. */
const shortRow = (glued: readonly ApplicationRow[], slots: number): boolean =>
  glued.some(
    (r) => r.stretch.kind === 'tokens' && r.stretch.tokens.reduce((n, t) => n + t.text.length, 0) < slots,
  );

const BLOCK_NAMES: Readonly<Record<string, string>> = {
  review: '行政复议',
  suitDirect: '未经复议直接起诉',
  suitAfterReview: '复议后起诉',
};

/** Figures of table 四 without borders: kept where one way satisfies the sums of all blocks. */
export function solveAppeals(
  source: TextSource,
  draft: Draft,
  tokens: readonly TextCell[],
  columns: readonly string[],
): void {
  const at = placeOfTokens(source, tokens);
  const texts = tokens.map((t) => t.text);
  const length = texts.join('').length;
  const ways = length < 15 || !isGlued(tokens, 15) ? null : splitBlocks(texts, 3, newBudget());
  const blocks = ['review', 'suitDirect', 'suitAfterReview'];
  const ids = blocks.flatMap((b) => columns.map((c) => `appeals.${b}.${c}`));
  if (ways !== null && ways.length === 1) {
    ids.forEach((id, i) => {
      keepInferred(draft, id, ways[0]![i]!, textOf(tokens), at);
    });
    return;
  }
  for (const id of ids) keepUnreadable(draft, id, textOf(tokens), at);
  const impossible = ways !== null && ways.length === 0 ? brokenBlocks(texts) : [];
  draft.glued.push({ table: 'appeals', cells: ids, impossible });
}

/** Blocks that break their sum in the only way to split all fifteen figures, if there is only one. */
function brokenBlocks(texts: readonly string[]): { rule: string; subject: string; message: string }[] {
  const ways = splitRow(texts, 15, null, newBudget());
  if (ways === null || ways.length === 0) return [];
  const broken = Object.keys(BLOCK_NAMES).filter((_, b) =>
    ways.every((w) => w[5 * b]! + w[5 * b + 1]! + w[5 * b + 2]! + w[5 * b + 3]! !== w[5 * b + 4]!),
  );
  return broken.map((subject) => ({
    rule: 'appeal-total',
    subject,
    message: `表四“${BLOCK_NAMES[subject]}”数字粘连，无论怎样拆分，各项结果之和都不等于“总计”。`,
  }));
}
