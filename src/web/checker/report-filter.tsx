import type { Severity } from '../../domain/annual/report.ts';
import type { CheckedReport, ReportFilter } from '../islands/checker/model.ts';
import { ruleName } from '../report/finding-item.tsx';
import { countBySeverity } from '../report/findings-panel.tsx';
import { type Pin, severityWords } from '../report/pins.ts';
import { Icon } from '../theme/icons.tsx';
import { go, reportAddress } from './addresses.ts';
import { severities } from './counts.tsx';

/** The findings that the filter leaves. */
export const filtered = (pins: readonly Pin[], { severity, rule }: ReportFilter): readonly Pin[] =>
  pins.filter(
    ({ finding }) =>
      (severity === null || finding.severity === severity) && (rule === null || finding.code === rule),
  );

interface RuleCount {
  readonly code: string;
  readonly name: string;
  readonly count: number;
}

function countByRule(pins: readonly Pin[]): readonly RuleCount[] {
  const counts = new Map<string, RuleCount>();
  for (const { finding } of pins) {
    const { code } = finding;
    counts.set(code, { code, name: ruleName(finding), count: (counts.get(code)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Which findings are shown: by severity, by rule. Links, so that they work by keyboard and say what is chosen. */
export const FindingFilter = ({
  one,
  filter,
  beside,
}: {
  one: CheckedReport;
  filter: ReportFilter;
  beside: readonly number[];
}) => {
  const counts = countBySeverity(one.pins);
  const to = (change: Partial<ReportFilter>) =>
    go(reportAddress(one.file.id, { ...filter, ...change }, beside));
  const segment = (severity: Severity | null, label: string) => (
    <a
      {...to({ severity, rule: null })}
      {...(filter.severity === severity ? { 'aria-current': 'true' } : {})}
    >
      {label}
    </a>
  );
  const ruleCounts = countByRule(filtered(one.pins, { ...filter, rule: null }));
  const chosen = ruleCounts.find(({ code }) => code === filter.rule);
  return (
    <div class="gk-find-filter">
      <nav class="gk-seg gk-small" aria-label="按级别筛选">
        {segment(null, `全部 ${one.pins.length}`)}
        {severities
          .filter((severity) => counts[severity] > 0)
          .map((severity) => segment(severity, `${severityWords[severity]} ${counts[severity]}`))}
      </nav>
      {chosen !== undefined && (
        <a class="gk-chip" {...to({ rule: null })}>
          {chosen.name} {chosen.count}
          <Icon name="cross" />
          <span class="visually-hidden">，不再只看这条规则</span>
        </a>
      )}
      {chosen === undefined && ruleCounts.length > 1 && (
        <details class="gk-by-rule">
          <summary>按规则筛选（{ruleCounts.length}）</summary>
          <ul>
            {ruleCounts.map(({ code, name, count }) => (
              <li>
                <a {...to({ rule: code })}>
                  <code>{code}</code> {name} <b>{count}</b>
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
};
