import type { AgencyRef, Overview, ReportList } from '../http/services.ts';
import { Layout } from '../theme/layout.tsx';
import type { Frame } from '../theme/page.ts';
import { Empty } from '../theme/parts.tsx';
import { homeColumn } from './columns.ts';
import { FindingsBadges } from './report-links.tsx';
import { shanghaiDay } from './time.ts';

export interface HomeProps {
  readonly frame: Frame;
  readonly overview: Overview;
  /** Agencies with reports of the newest year. */
  readonly latest: ReportList;
  readonly agencies: readonly AgencyRef[];
}

const Figures = ({ overview }: { overview: Overview }) => (
  <dl class="gk-figs">
    <div>
      <dt>年度报告</dt>
      <dd>
        {overview.reports} <small>份</small>
      </dd>
    </div>
    <div>
      <dt>机关</dt>
      <dd>
        {overview.agencies} <small>个</small>
      </dd>
    </div>
    {overview.updatedAt !== null && (
      <div>
        <dt>最近更新</dt>
        <dd>
          <time datetime={overview.updatedAt}>{shanghaiDay(overview.updatedAt)}</time>
        </dd>
      </div>
    )}
  </dl>
);

const Hero = ({ frame, overview }: { frame: Frame; overview: Overview }) => (
  <section class="gk-hero" aria-label="检索">
    <div class="gk-wrap">
      {/* biome-ignore lint/a11y/useSemanticElements: Chromium 86 knows no search element */}
      <form role="search" action={frame.urls.search()} aria-label="检索年度报告">
        <h1>
          <label for="q">查政府信息公开工作年度报告</label>
        </h1>
        <div class="gk-find-box">
          <input
            class="form-control"
            id="q"
            name="q"
            type="search"
            placeholder="机关名称或报告中的词句"
            maxlength={80}
          />
          <button class="btn btn-primary" type="submit">
            检索
          </button>
        </div>
        {overview.firstYear !== null && overview.lastYear !== null && (
          <p class="gk-find-opt">
            收录{overview.firstYear === overview.lastYear ? '' : `${overview.firstYear}年至`}
            {overview.lastYear}年的年度报告，可按机关名称、年份和报告正文检索。
          </p>
        )}
      </form>
      <Figures overview={overview} />
    </div>
  </section>
);

const Latest = ({ frame: { urls }, overview, latest }: HomeProps) => (
  <section>
    <div class="gk-sec-h">
      <h2>{overview.lastYear}年年度报告</h2>
      <a class="more" href={urls.reports()}>
        全部年报
      </a>
    </div>
    <ul class="gk-news">
      {latest.rows.flatMap(({ agency, reports }) =>
        reports
          .filter(({ year }) => year === overview.lastYear)
          .map((report) => (
            <li>
              <a href={urls.report(agency.slug, report.year)}>
                {agency.name}
                {report.year}年政府信息公开工作年度报告
              </a>
              <FindingsBadges findings={report.findings} />
            </li>
          )),
      )}
    </ul>
  </section>
);

const Agencies = ({ frame: { urls }, agencies }: HomeProps) => (
  <section>
    <div class="gk-sec-h">
      <h2>按机关查看</h2>
      <a class="more" href={urls.reports()}>
        全部机关
      </a>
    </div>
    <div class="gk-units">
      {agencies.map(({ slug, name }) => (
        <a href={urls.agency(slug)}>{name}</a>
      ))}
    </div>
  </section>
);

const About = ({ frame: { urls } }: { frame: Frame }) => (
  <aside class="gk-panel" aria-labelledby="about">
    <div class="gk-panel-h">
      <h2 id="about">关于年度报告</h2>
    </div>
    <div class="gk-panel-b">
      <p>
        县级以上人民政府部门每年1月31日前、县级以上地方人民政府每年3月31日前公布上一年度的报告；乡镇和街道按上级要求的日期公布。
      </p>
      <p>每份报告都按法定格式的勾稽关系逐格核对。核对发现的问题标在原处，并写明依据的条款。</p>
      <p>
        <a href={urls.law()}>看依据的法规和文件</a>
      </p>
    </div>
    <div class="gk-panel-f gk-small">《中华人民共和国政府信息公开条例》第四十九条、第五十条</div>
  </aside>
);

/** The portal's first page: search over what is there, then the newest reports and the agencies. */
export const HomePage = (props: HomeProps) => (
  <Layout
    frame={props.frame}
    title="政府信息公开"
    column={homeColumn(props.frame.site)}
    canonical={props.frame.urls.home()}
    current="home"
    ownSearch
  >
    <Hero frame={props.frame} overview={props.overview} />
    <div class="gk-wrap">
      {props.overview.reports === 0 ? (
        <Empty title="还没有收录年度报告">
          用 gongkai import 导入已经公布的年度报告后，这里会列出最新一年的报告。
        </Empty>
      ) : (
        <>
          <div class="gk-cols">
            <Latest {...props} />
            <About frame={props.frame} />
          </div>
          <Agencies {...props} />
        </>
      )}
    </div>
  </Layout>
);
