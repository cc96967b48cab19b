import type { Child } from 'hono/jsx';
import type { Severity } from '../../domain/annual/report.ts';
import { FindingItem, type FindingManner } from './finding-item.tsx';
import { type Pin, severityWords } from './pins.ts';

export const countBySeverity = (pins: readonly Pin[]): Readonly<Record<Severity, number>> => {
  const count = { error: 0, warning: 0, info: 0 };
  for (const { finding } of pins) count[finding.severity] += 1;
  return count;
};

const inWords = (pins: readonly Pin[]): string => {
  const count = countBySeverity(pins);
  return (['error', 'warning', 'info'] as const)
    .filter((severity) => count[severity] > 0)
    .map((severity) => `${severityWords[severity]} ${count[severity]}`)
    .join('，');
};

/**
 * The findings by severity; `shown` holds the numbers whose place stands on the page. `filter`, if any, stands in
 * place of the counts, `empty` in place of a list without findings, `foot` under either.
 */
export const FindingsPanel = ({
  pins,
  shown,
  manner,
  filter,
  empty,
  foot,
}: {
  pins: readonly Pin[];
  shown: ReadonlySet<number>;
  manner: FindingManner;
  filter?: Child;
  empty?: Child;
  foot?: Child;
}) => (
  <aside class="gk-panel gk-side-sticky" aria-labelledby="findings">
    <div class="gk-panel-h">
      <h2 id="findings">检查结果</h2>
      {filter ?? <span class="gk-muted gk-small">{inWords(pins)}</span>}
      <a class="gk-only-m gk-small" href="#report">
        跳到报告正文
      </a>
    </div>
    {pins.length === 0 && empty}
    {pins.length > 0 && (
      <ul class="gk-findings">
        {pins.map((pin) => (
          <FindingItem
            pin={pin}
            way={shown.has(pin.number) ? { href: `#m${pin.number}` } : null}
            manner={manner}
            id={`f${pin.number}`}
          />
        ))}
      </ul>
    )}
    {foot && <div class="gk-panel-f">{foot}</div>}
  </aside>
);
