import type { FindingBasis, Severity } from '../../domain/annual/report.ts';
import { instruments } from '../../law/instruments.ts';
import { rules } from '../../report/rules/index.ts';
import type { Urls } from '../http/urls.ts';
import type { IconName } from '../theme/icons.tsx';
import { Badge } from '../theme/parts.tsx';
import { type Pin, pinClass, placeInWords, severityWords } from './pins.ts';

export const severityBadge: Readonly<Record<Severity, readonly ['over' | 'soon' | 'info', IconName]>> = {
  error: ['over', 'alert'],
  warning: ['soon', 'flag'],
  info: ['info', 'info'],
};

/** The instrument of the law page that a basis names, null where it names none of ours. */
const instrumentOf = (basis: FindingBasis): string | null =>
  Object.values(instruments)
    .filter(
      ({ title, number }) =>
        basis.instrument.includes(title) || (number !== null && basis.instrument.includes(number)),
    )
    .sort((a, b) => b.title.length - a.title.length)[0]?.id ?? null;

const shortName = (basis: FindingBasis): string => {
  const id = instrumentOf(basis);
  if (id === 'tiaoli2019') return '条例';
  return instruments[id as keyof typeof instruments]?.number ?? basis.instrument;
};

const Basis = ({ basis, urls }: { basis: FindingBasis; urls: Urls }) => {
  const id = instrumentOf(basis);
  const text = `${shortName(basis)} ${basis.article}`;
  return id === null ? (
    <span class="gk-art">{text}</span>
  ) : (
    <a class="gk-art" href={urls.law(id)} title={basis.instrument}>
      {text}
    </a>
  );
};

const ruleNames: ReadonlyMap<string, string> = new Map(rules.map(({ code, name }) => [code, name]));

const FindingItem = ({ pin, shown, urls }: { pin: Pin; shown: boolean; urls: Urls }) => {
  const { number, finding } = pin;
  const [tone, icon] = severityBadge[finding.severity];
  const place = placeInWords(finding.at);
  return (
    <li class="gk-find" id={`f${number}`}>
      <div class="gk-find-h">
        <span class={`gk-pin${pinClass[finding.severity]}`}>{number}</span>
        <Badge tone={tone} icon={icon}>
          {severityWords[finding.severity]}
        </Badge>
        <span class="gk-muted">{ruleNames.get(finding.code)}</span>
        <code>{finding.code}</code>
      </div>
      <p>{finding.message}</p>
      {finding.suggestions.map((suggestion) => (
        <p class="do">{suggestion}</p>
      ))}
      <div class="foot">
        {finding.basis.map((basis) => (
          <Basis basis={basis} urls={urls} />
        ))}
        {shown ? (
          <a href={`#m${number}`}>
            看原处<span class="visually-hidden">，问题 {number}</span>
          </a>
        ) : (
          place !== null && <span class="gk-muted">{place}</span>
        )}
      </div>
    </li>
  );
};

export const countBySeverity = (pins: readonly Pin[]): Readonly<Record<Severity, number>> => {
  const count = { error: 0, warning: 0, info: 0 };
  for (const { finding } of pins) count[finding.severity] += 1;
  return count;
};

/** The findings by severity; `shown` holds the numbers whose place stands on the page. */
export const FindingsPanel = ({
  pins,
  shown,
  urls,
}: {
  pins: readonly Pin[];
  shown: ReadonlySet<number>;
  urls: Urls;
}) => {
  const count = countBySeverity(pins);
  const words = (['error', 'warning', 'info'] as const)
    .filter((severity) => count[severity] > 0)
    .map((severity) => `${severityWords[severity]} ${count[severity]}`);
  return (
    <aside class="gk-panel gk-side-sticky" aria-labelledby="findings">
      <div class="gk-panel-h">
        <h2 id="findings">检查结果</h2>
        <span class="gk-muted gk-small">{words.join('，')}</span>
        <a class="gk-only-m gk-small" href="#report">
          跳到报告正文
        </a>
      </div>
      <ul class="gk-findings">
        {pins.map((pin) => (
          <FindingItem pin={pin} shown={shown.has(pin.number)} urls={urls} />
        ))}
      </ul>
    </aside>
  );
};
