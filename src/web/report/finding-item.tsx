import type { Finding, FindingBasis, Severity } from '../../domain/annual/report.ts';
import type { InstrumentId } from '../../law/citation.ts';
import { instruments } from '../../law/instruments.ts';
import { type ArticleText, namedAmong, reportArticles } from '../../law/report-articles.ts';
import { rules } from '../../report/rules/index.ts';
import type { Urls } from '../http/urls.ts';
import type { IconName } from '../theme/icons.tsx';
import { Badge } from '../theme/parts.tsx';
import { type Pin, pinClass, placeInWords, severityWords } from './pins.ts';

/** Addresses that a finding leads to. */
export type FindingUrls = Pick<Urls, 'law' | 'rule'>;

/** How a finding opens its law and its rule. */
export interface FindingManner {
  readonly urls: FindingUrls;
  /**
   * Set where leaving the page would lose what it holds: rule pages then open beside it, and articles unfold in
   * place.
   */
  readonly stay: boolean;
}

export const severityBadge: Readonly<Record<Severity, readonly ['over' | 'soon' | 'info', IconName]>> = {
  error: ['over', 'alert'],
  warning: ['soon', 'flag'],
  info: ['info', 'info'],
};

/** The instrument of the law page that a basis names, null where it names none of ours. */
const instrumentOf = (basis: FindingBasis): InstrumentId | null =>
  Object.values(instruments)
    .filter(
      ({ title, number }) =>
        basis.instrument.includes(title) || (number !== null && basis.instrument.includes(number)),
    )
    .sort((a, b) => b.title.length - a.title.length)[0]?.id ?? null;

const shortName = (id: InstrumentId | null, basis: FindingBasis): string => {
  if (id === 'tiaoli2019') return '条例';
  if (id === 'lifafa2023') return '立法法';
  return (id === null ? null : instruments[id].number) ?? basis.instrument;
};

/** A link that leaves the page, or opens beside it where the page is to stay. */
export const Away = ({ href, stay, children }: { href: string; stay: boolean; children: string }) => (
  <a href={href} {...(stay ? { target: '_blank', rel: 'noopener' } : {})}>
    {children}
    {stay && <span class="visually-hidden">（新窗口）</span>}
  </a>
);

const Unfolding = ({
  name,
  articles,
  href,
}: {
  name: string;
  articles: readonly ArticleText[];
  href: string;
}) => (
  <details class="gk-law">
    <summary class="gk-art">{name}</summary>
    <blockquote>
      {articles.map(({ label, paragraphs }) =>
        paragraphs.map((paragraph, index) => <p>{index === 0 ? `${label}　${paragraph}` : paragraph}</p>),
      )}
      <Away href={href} stay>
        看这份文件
      </Away>
    </blockquote>
  </details>
);

/** One legal basis: a link to its article or, where the page stays, the article itself. */
export const Basis = ({ basis, manner }: { basis: FindingBasis; manner: FindingManner }) => {
  const id = instrumentOf(basis);
  const name = `${shortName(id, basis)} ${basis.article}`;
  if (id === null) return <span class="gk-art">{name}</span>;
  const articles = namedAmong(reportArticles, id, basis.article);
  const href = manner.urls.law(id, articles[0]?.number);
  if (manner.stay && articles.length > 0) return <Unfolding name={name} articles={articles} href={href} />;
  return (
    <a
      class="gk-art"
      href={href}
      title={basis.instrument}
      {...(manner.stay ? { target: '_blank', rel: 'noopener' } : {})}
    >
      {name}
    </a>
  );
};

const ruleNames: ReadonlyMap<string, string> = new Map(rules.map(({ code, name }) => [code, name]));

/** The name of the rule of a finding, for people. */
export const ruleName = (finding: Pick<Finding, 'code' | 'rule'>): string =>
  ruleNames.get(finding.code) ?? finding.rule;

/** What else a finding of the prose rests on; the cells a finding speaks of are seen in the tables. */
const Related = ({ finding }: { finding: Finding }) => {
  if (finding.cells.length > 0) return null;
  const places = finding.related.map(({ at, message }) => {
    const place = placeInWords(at);
    return place === null ? message : `${message}（${place}）`;
  });
  return places.length === 0 ? null : <p class="gk-find-rel">{places.join('；')}</p>;
};

/** A finding with its number, what to do, its articles and rule, and the way to its place where that is shown. */
export const FindingItem = ({
  pin,
  way,
  manner,
  id,
}: {
  pin: Pin;
  /** Attributes of the link to its place; null where that is not shown. */
  way: Readonly<Record<string, string>> | null;
  manner: FindingManner;
  /** Its own address on the page; left out where findings of several reports stand together. */
  id?: string;
}) => {
  const { number, finding } = pin;
  const [tone, icon] = severityBadge[finding.severity];
  const place = placeInWords(finding.at);
  const paged = finding.at !== null && 'page' in finding.at;
  return (
    <li class="gk-find" {...(id === undefined ? {} : { id, tabindex: -1 })}>
      <div class="gk-find-h">
        <span class={`gk-pin${pinClass[finding.severity]}`}>{number}</span>
        <Badge tone={tone} icon={icon}>
          {severityWords[finding.severity]}
        </Badge>
        <span class="gk-find-rule">
          <Away href={manner.urls.rule(finding.rule)} stay={manner.stay}>
            {ruleName(finding)}
          </Away>
        </span>
        <code>{finding.code}</code>
      </div>
      <p>{finding.message}</p>
      {finding.suggestions.map((suggestion) => (
        <p class="do">{suggestion}</p>
      ))}
      <Related finding={finding} />
      <div class="foot">
        {way !== null && (
          <a {...way}>
            看原处<span class="visually-hidden">，问题 {number}</span>
          </a>
        )}
        {place !== null && (way === null || paged) && <span class="gk-muted">{place}</span>}
        {finding.basis.map((basis) => (
          <Basis basis={basis} manner={manner} />
        ))}
      </div>
    </li>
  );
};
