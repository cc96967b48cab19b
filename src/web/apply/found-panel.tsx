import type { PublicMatch } from '../../app/queries/already-public.ts';
import type { ApplyAgency } from '../../app/queries/apply.ts';
import { Panel } from '../theme/panel.tsx';
import type { ApplyDeps } from './deps.ts';

interface Props {
  readonly deps: ApplyDeps;
  readonly agency: ApplyAgency;
  readonly found: readonly PublicMatch[];
}

const standing = {
  deadline: ['答复期限计算', '填上收到日期，逐日算出最迟的答复日期。'],
  law: ['法律依据', '条例和各项规定的条文。'],
  statistics: ['历年年度报告', '各机关历年的年度报告和数据，可以按年度、机关查看。'],
} as const;

const Match = ({ deps: { urls }, agency, match }: Props & { match: PublicMatch }) => {
  switch (match.kind) {
    case 'report':
      return (
        <>
          <a href={urls.report(agency.slug, match.year)}>
            {agency.name} {match.year}年年度报告
          </a>
          {match.figures.length > 0 && <span class="gk-line">{match.figures.join('，')}</span>}
        </>
      );
    case 'contacts':
      return (
        <>
          <a href={urls.agency(agency.slug)}>{agency.name}的公开页面</a>
          <span class="gk-line">
            {match.lines.map(({ label, value }) => `${label}：${value}`).join('；')}
          </span>
        </>
      );
    case 'found': {
      const { agency: of, year, section, snippet } = match.hit;
      return (
        <>
          <a href={urls.report(of.slug, year)}>
            {of.name} {year}年年度报告{section === null ? '' : `：${section}`}
          </a>
          <span class="gk-line gk-muted">{snippet}</span>
        </>
      );
    }
    default: {
      const href = { deadline: urls.deadline(), law: urls.law(), statistics: urls.reports() }[match.kind];
      const [title, words] = standing[match.kind];
      return (
        <>
          <a href={href}>{title}</a>
          <span class="gk-line gk-muted">{words}</span>
        </>
      );
    }
  }
};

/** What the portal has already: perhaps nobody needs to apply. */
export const FoundPanel = (props: Props) =>
  props.found.length === 0 ? null : (
    <Panel id="found" title="本平台已经公开的，看看是不是您要的">
      <ul class="gk-bullets">
        {props.found.map((match) => (
          <li>
            <Match {...props} match={match} />
          </li>
        ))}
      </ul>
    </Panel>
  );
