import type { Severity } from '../../domain/annual/report.ts';
import type { Counts } from '../islands/checker/model.ts';
import { severityBadge } from '../report/finding-item.tsx';
import { severityWords } from '../report/pins.ts';
import { Badge } from '../theme/parts.tsx';

export const severities: readonly Severity[] = ['error', 'warning', 'info'];

export const sumOf = (counts: Counts): number => counts.error + counts.warning + counts.info;

export const addCounts = (all: readonly Counts[]): Counts => {
  const sum = { error: 0, warning: 0, info: 0 };
  for (const counts of all) for (const severity of severities) sum[severity] += counts[severity];
  return sum;
};

const tallyClass: Readonly<Record<Severity, string>> = { error: 'over', warning: 'soon', info: '' };

/** Large numbers with a word beneath; a zero stays grey. */
export const Tally = ({ counts, unreadable }: { counts: Counts; unreadable: number | null }) => (
  <ul class="gk-tally">
    {severities.map((severity) => (
      <li class={counts[severity] > 0 ? tallyClass[severity] : 'z'}>
        <b>{counts[severity]}</b>
        <span>{severityWords[severity]}</span>
      </li>
    ))}
    {unreadable !== null && (
      <li class={unreadable > 0 ? 'soon' : 'z'}>
        <b>{unreadable}</b>
        <span>读不清</span>
      </li>
    )}
  </ul>
);

/** The same in a line of badges; what is in order says so. */
export const CountBadges = ({ counts }: { counts: Counts }) => {
  const found = severities.filter((severity) => counts[severity] > 0);
  if (found.length === 0)
    return (
      <Badge tone="ok" icon="check">
        没有发现问题
      </Badge>
    );
  return (
    <>
      {found.map((severity) => {
        const [tone, icon] = severityBadge[severity];
        return (
          <Badge tone={tone} icon={icon}>
            {severityWords[severity]} {counts[severity]}
          </Badge>
        );
      })}
    </>
  );
};
