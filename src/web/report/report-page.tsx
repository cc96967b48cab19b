import { formOfYear } from '../../law/forms/index.ts';
import type { StoredReport } from '../http/services.ts';
import { reportColumn } from '../portal/columns.ts';
import { shanghaiMinute } from '../portal/time.ts';
import { Layout } from '../theme/layout.tsx';
import { Badge, Breadcrumb } from '../theme/parts.tsx';
import { ChartFigure } from './chart-figure.tsx';
import { countBySeverity, FindingsPanel } from './findings-panel.tsx';
import type { GridYear } from './grid.tsx';
import { figuresOf } from './outcomes.ts';
import type { Pin } from './pins.ts';
import { ReportBody } from './report-body.tsx';
import { formOf, formWords, reportTitle } from './report-form.ts';
import type { ReportPageProps } from './report-page-props.ts';
import { CompareForm, Contents, Downloads, YearSwitch } from './report-tools.tsx';
import { shownPlaces } from './shown-places.ts';
import { ViewSwitch } from './view-switch.tsx';

const maximumChartYears = 10;

/** Years that have table 三, oldest first. */
const chartYears = (years: readonly StoredReport[]) =>
  years
    .flatMap(({ year, report }) =>
      report.form === '2019' || report.form === '2021' ? [figuresOf(year, report.form, report.cells)] : [],
    )
    .slice(0, maximumChartYears)
    .reverse();

const Verdict = ({ pins, checked }: { pins: readonly Pin[]; checked: boolean }) => {
  const count = countBySeverity(pins);
  return (
    <>
      {checked && count.error === 0 && count.warning === 0 && (
        <Badge tone="ok" icon="check">
          勾稽关系全部相符
        </Badge>
      )}
      {count.error > 0 && (
        <Badge tone="over" icon="alert">
          错误 {count.error}
        </Badge>
      )}
      {count.warning > 0 && (
        <Badge tone="soon" icon="flag">
          警告 {count.warning}
        </Badge>
      )}
    </>
  );
};

const Head = ({ agency, own, pins }: Pick<ReportPageProps, 'agency' | 'own' | 'pins'>) => {
  const unreadable = Object.values(own.report.cells).filter((cell) => cell.status === 'unreadable').length;
  const stored = shanghaiMinute(own.storedAt);
  return (
    <div class="gk-doc-h">
      <h1>{reportTitle(agency.name, own.year)}</h1>
      <p class="meta">
        <span>发布机构：{agency.name}</span>
        <span>
          入库时间：<time datetime={own.storedAt}>{stored}</time>
        </span>
        <span>{formWords(own.report.form)}</span>
        {unreadable > 0 && <span>未能确定读出 {unreadable} 格</span>}
        <Verdict pins={pins} checked={formOf(own.report) !== null && unreadable === 0} />
      </p>
    </div>
  );
};

const OverApplications = ({
  frame: { urls },
  agency,
  years,
  own,
  others,
  totalOnly,
  pins,
}: ReportPageProps) => (
  <>
    <ChartFigure years={chartYears(years)} beside={pins.length === 0 && years.length <= 4} />
    <ViewSwitch
      totalOnly={totalOnly}
      link={(view) => ({
        href: `${urls.report(agency.slug, own.year, { with: others.map(({ year }) => year), view })}#applications`,
      })}
    />
  </>
);

/** One year's report in the statutory layout, other years beside it, its findings at their places. */
export const ReportPage = (props: ReportPageProps) => {
  const { frame, agency, years, own, others, pins, marks } = props;
  const { urls, site } = frame;
  const title = reportTitle(agency.name, own.year);
  const form = formOf(own.report);
  const gridYears: readonly GridYear[] = [own, ...others].map(({ year, report }) => ({
    year,
    cells: report.cells,
  }));
  const shown = shownPlaces(own.report, form, pins, marks);
  const body = (
    <ReportBody
      report={own.report}
      form={form ?? formOfYear(own.year)}
      tables={form !== null}
      gridYears={gridYears}
      pins={pins}
      marks={marks}
      totalOnly={props.totalOnly}
      keyFigures
      overApplications={<OverApplications {...props} />}
    />
  );
  return (
    <Layout
      frame={frame}
      title={title}
      current="reports"
      column={reportColumn(site)}
      article={{ title, publishedAt: shanghaiMinute(own.storedAt), source: agency.name }}
      canonical={urls.report(agency.slug, own.year)}
      wide={pins.length > 0}
      demonstration={props.demonstration}
    >
      <div class="gk-wrap gk-doc">
        <Breadcrumb
          crumbs={[
            { label: '首页', href: urls.home() },
            { label: '公开年报', href: urls.reports() },
            { label: agency.name, href: urls.agencyReports(agency.slug) },
            { label: `${own.year}年` },
          ]}
        />
        <Head agency={agency} own={own} pins={pins} />
        <div class="gk-toolbar">
          <YearSwitch urls={urls} agency={agency} years={years} year={own.year} />
          <Downloads urls={urls} agency={agency} own={own} />
        </div>
        <CompareForm {...props} />
        <Contents sections={(form ?? formOfYear(own.year))?.sections ?? []} />
        {pins.length > 0 ? (
          <div class="gk-cols gk-cols--find">
            <FindingsPanel pins={pins} shown={shown} manner={{ urls, stay: false }} />
            <div id="report">{body}</div>
          </div>
        ) : (
          body
        )}
      </div>
    </Layout>
  );
};
