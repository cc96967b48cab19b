import type { AgencyRef, ReportList, ReportListQuery, ReportRef } from '../http/services.ts';
import type { Urls } from '../http/urls.ts';
import { Icon } from '../theme/icons.tsx';
import { Layout } from '../theme/layout.tsx';
import type { Frame } from '../theme/page.ts';
import { Breadcrumb, Empty, Pager, ScrollRegion } from '../theme/parts.tsx';
import { reportColumn } from './columns.ts';
import { FindingsBadges } from './report-links.tsx';

export interface ReportsPageProps {
  readonly frame: Frame;
  readonly query: ReportListQuery;
  readonly list: ReportList;
}

const yearsShown = 6;

/** Years of the columns, newest first: up to the chosen year. */
export const columnYears = (list: ReportList, year: number | null): readonly number[] =>
  list.years.filter((each) => year === null || each <= year).slice(0, yearsShown);

const filters = ({ year, agency, withFindings }: ReportListQuery) => ({
  year,
  agency,
  findings: withFindings ? 1 : null,
});

const Filter = ({ urls, query, years }: { urls: Urls; query: ReportListQuery; years: readonly number[] }) => (
  <form class="gk-filter" method="get" action={urls.reports()} aria-label="筛选年报">
    <div class="grow">
      <label for="fa">机关名称</label>
      <input class="form-control" id="fa" name="agency" type="search" value={query.agency} maxlength={80} />
    </div>
    <div>
      <label for="fy">年度</label>
      <select class="form-select" id="fy" name="year">
        <option value="">全部年度</option>
        {years.map((year) => (
          <option value={String(year)} selected={year === query.year}>
            {year}年
          </option>
        ))}
      </select>
    </div>
    <div class="form-check">
      <input
        class="form-check-input"
        type="checkbox"
        id="ff"
        name="findings"
        value="1"
        checked={query.withFindings}
      />
      <label for="ff">只看有问题的</label>
    </div>
    <button class="btn btn-primary" type="submit">
      筛选
    </button>
  </form>
);

const Chosen = ({ urls, query }: { urls: Urls; query: ReportListQuery }) => {
  const all = filters(query);
  const chips = [
    query.agency !== '' && { label: `机关：${query.agency}`, href: urls.reports({ ...all, agency: null }) },
    query.year !== null && { label: `年度：${query.year}年`, href: urls.reports({ ...all, year: null }) },
    query.withFindings && { label: '有问题的', href: urls.reports({ ...all, findings: null }) },
  ].filter((chip) => chip !== false);
  if (chips.length === 0) return null;
  return (
    <nav class="gk-chips" aria-label="已选条件">
      <span>已选：</span>
      {chips.map(({ label, href }) => (
        <a class="gk-chip" href={href}>
          {label}
          <Icon name="cross" />
          <span class="visually-hidden">，移除此条件</span>
        </a>
      ))}
    </nav>
  );
};

const Entry = ({
  urls,
  agency,
  report,
}: {
  urls: Urls;
  agency: AgencyRef;
  report: ReportRef | undefined;
}) => {
  if (report === undefined)
    return (
      <td class="z">
        —<span class="visually-hidden">（未收录）</span>
      </td>
    );
  return (
    <td>
      <a href={urls.report(agency.slug, report.year)}>
        <span>
          <span class="visually-hidden">{agency.name}</span>
          {report.year}年
        </span>
        <FindingsBadges findings={report.findings} />
      </a>
    </td>
  );
};

/** Reports of years before the first column. */
const Earlier = ({
  urls,
  row: { agency, reports },
  before,
}: {
  urls: Urls;
  row: ReportList['rows'][number];
  before: number;
}) => {
  const count = reports.filter(({ year }) => year < before).length;
  if (count === 0) return <td class="z">—</td>;
  return (
    <td>
      <a href={urls.agencyReports(agency.slug)}>
        <span class="visually-hidden">{agency.name}更早年度</span>
        {count} 份
      </a>
    </td>
  );
};

const Matrix = ({ urls, list, years }: { urls: Urls; list: ReportList; years: readonly number[] }) => {
  const first = years.at(-1) ?? 0;
  const earlier = list.years.some((year) => year < first);
  return (
    <ScrollRegion label="各机关历年年度报告">
      <table class="gk-table gk-matrix">
        <caption class="visually-hidden">各机关历年年度报告和检查结果</caption>
        <thead>
          <tr>
            <th scope="col">机关</th>
            {years.map((year) => (
              <th scope="col">{year}年</th>
            ))}
            {earlier && <th scope="col">更早年度</th>}
          </tr>
        </thead>
        <tbody>
          {list.rows.map(({ agency, reports }) => (
            <tr>
              <th scope="row">
                <a href={urls.agencyReports(agency.slug)}>{agency.name}</a>
              </th>
              {years.map((year) => (
                <Entry urls={urls} agency={agency} report={reports.find((report) => report.year === year)} />
              ))}
              {earlier && <Earlier urls={urls} row={{ agency, reports }} before={first} />}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
};

/** All agencies by year, with filters, a page at a time; each cell leads to the report. */
export const ReportsPage = ({ frame, query, list }: ReportsPageProps) => {
  const { urls } = frame;
  const years = columnYears(list, query.year);
  const all = filters(query);
  return (
    <Layout
      frame={frame}
      title="公开年报"
      column={reportColumn(frame.site)}
      canonical={urls.reports()}
      current="reports"
      noindex={query.after !== null || query.before !== null}
    >
      <div class="gk-wrap">
        <Breadcrumb crumbs={[{ label: '首页', href: urls.home() }, { label: '公开年报' }]} />
        <div class="gk-doc-h">
          <h1>公开年报</h1>
          <p class="meta">
            <span>“—”表示未收录该年度的报告。</span>
            <span>数字是检查出的问题数，点开可看原处和依据。</span>
          </p>
        </div>
        <Filter urls={urls} query={query} years={list.years} />
        <Chosen urls={urls} query={query} />
        {list.rows.length === 0 ? (
          <Empty
            title="没有符合条件的年度报告"
            action={
              <a class="btn btn-outline-primary" href={urls.reports()}>
                清除条件
              </a>
            }
          >
            请放宽条件，或者检查机关名称是否写对。
          </Empty>
        ) : (
          <>
            <Matrix urls={urls} list={list} years={years} />
            <Pager
              previous={list.previous === null ? null : urls.reports({ ...all, before: list.previous })}
              next={list.next === null ? null : urls.reports({ ...all, after: list.next })}
              summary={`本页 ${list.rows.length} 个机关`}
            />
          </>
        )}
      </div>
    </Layout>
  );
};
