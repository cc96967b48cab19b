import type { Severity } from '../../../domain/annual/report.ts';
import { rules } from '../../../report/rules/index.ts';
import type { CountyFilter, CountyRow, FileState, RuleColumn, Summary } from './model.ts';

/** What tells a file's agency from the others of the batch. */
export type KeyOf = (file: FileState) => string;

type Mutable = { error: number; warning: number; info: number };

function addUp(reports: readonly FileState[]): Pick<CountyRow, 'counts' | 'byRule'> {
  const counts: Mutable = { error: 0, warning: 0, info: 0 };
  const byRule: Record<string, number> = {};
  for (const { summary } of reports) {
    if (summary === null) continue;
    counts.error += summary.counts.error;
    counts.warning += summary.counts.warning;
    counts.info += summary.counts.info;
    for (const [code, count] of Object.entries(summary.byRule)) byRule[code] = (byRule[code] ?? 0) + count;
  }
  return { counts, byRule };
}

const byYear = (a: FileState, b: FileState): number =>
  (b.summary?.year ?? 0) - (a.summary?.year ?? 0) || a.id - b.id;

const names = new Intl.Collator('zh-CN', { numeric: true });

/** One row an agency, over all reports that were read, in the order the files came. */
export function countyRows(files: readonly FileState[], keyOf: KeyOf): CountyRow[] {
  const groups = new Map<string, FileState[]>();
  for (const file of files) {
    if (file.summary === null) continue;
    const key = keyOf(file);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [file]);
    else group.push(file);
  }
  return [...groups].map(([key, group]) => {
    const reports = group.sort(byYear);
    const name = reports.find(({ summary }) => summary?.agency)?.summary?.agency ?? reports[0]!.path;
    return { key, name, reports, ...addUp(reports) };
  });
}

/** Rows that have what the filter asks for, worst first: by errors, then warnings, then hints; or by name. */
export function filterRows(rows: readonly CountyRow[], filter: CountyFilter): CountyRow[] {
  const { severity, rule, sort } = filter;
  return rows
    .filter(
      ({ counts, byRule }) => (severity === null || counts[severity] > 0) && (rule === null || byRule[rule]),
    )
    .sort((a, b) =>
      sort === 'name'
        ? names.compare(a.name, b.name)
        : b.counts.error - a.counts.error ||
          b.counts.warning - a.counts.warning ||
          b.counts.info - a.counts.info ||
          names.compare(a.name, b.name),
    );
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** The rules that found something at some agency: the gravest first, then by number. */
export function ruleColumns(rows: readonly CountyRow[]): RuleColumn[] {
  const agencies = new Map<string, number>();
  for (const { byRule } of rows)
    for (const code of Object.keys(byRule)) agencies.set(code, (agencies.get(code) ?? 0) + 1);
  return rules
    .filter(({ code }) => agencies.has(code))
    .map(({ code, id, name, severity }) => ({ code, id, name, severity, agencies: agencies.get(code)! }))
    .sort((a, b) => rank[a.severity] - rank[b.severity] || (a.code < b.code ? -1 : 1));
}

/** Several years of one agency and nothing else. */
export const isOneAgency = (rows: readonly CountyRow[]): boolean =>
  rows.length === 1 && rows[0]!.reports.length > 1;

/** Words for the live region: 错误 2 项，警告 1 项. */
export function countsInWords({ error, warning, info }: Summary['counts']): string {
  const words = [
    error > 0 ? `错误 ${error} 项` : '',
    warning > 0 ? `警告 ${warning} 项` : '',
    info > 0 ? `提示 ${info} 项` : '',
  ].filter((word) => word !== '');
  return words.length === 0 ? '没有发现问题' : words.join('，');
}
