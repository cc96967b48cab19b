import { contactBasis } from '../../app/agencies/contacts.ts';
import type { AgencyHome } from '../http/services.ts';
import type { Urls } from '../http/urls.ts';
import { ArticleChip } from '../theme/article-chip.tsx';
import { Layout } from '../theme/layout.tsx';
import type { Frame } from '../theme/page.ts';
import { Breadcrumb, Empty, Note } from '../theme/parts.tsx';
import { reportColumn } from './columns.ts';
import { FindingsBadges } from './report-links.tsx';

const kinds: Readonly<Record<AgencyHome['agency']['kind'], string>> = {
  state: '国务院',
  ministry: '国务院部门',
  province: '省级人民政府',
  provinceDepartment: '省级政府部门',
  city: '市级人民政府',
  cityDepartment: '市级政府部门',
  county: '县级人民政府',
  countyDepartment: '县级政府部门',
  township: '乡镇人民政府',
  subdistrict: '街道办事处',
  zone: '开发区管理机构',
  other: '其他机关',
};

const Facts = ({ home, urls }: { home: AgencyHome; urls: Urls }) => (
  <aside class="gk-panel" aria-labelledby="facts">
    <div class="gk-panel-h">
      <h2 id="facts">机关</h2>
    </div>
    <div class="gk-panel-b">
      <dl class="gk-facts">
        <dt>类别</dt>
        <dd>{kinds[home.agency.kind]}</dd>
        {home.code !== null && (
          <>
            <dt>区划代码</dt>
            <dd>{home.code}</dd>
          </>
        )}
        {home.superior !== null && (
          <>
            <dt>上级机关</dt>
            <dd>
              <a href={urls.agency(home.superior.slug)}>{home.superior.name}</a>
            </dd>
          </>
        )}
      </dl>
    </div>
  </aside>
);

/** 第十二条: the office that answers for disclosure, where it is and how it is reached. */
const Contacts = ({ home }: { home: AgencyHome }) => (
  <aside class="gk-panel" aria-labelledby="contacts">
    <div class="gk-panel-h">
      <h2 id="contacts">政府信息公开工作机构</h2>
      <div class="end">
        <ArticleChip basis={contactBasis} />
      </div>
    </div>
    <div class="gk-panel-b">
      <dl class="gk-facts">
        {home.contacts.map(({ label, value }) => (
          <>
            <dt>{label.replace('工作机构的', '')}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
    </div>
  </aside>
);

const Ended = ({ home, urls }: { home: AgencyHome; urls: Urls }) => (
  <Note icon="info">
    <p>
      该机关{home.ended ? '已于' : '将于'} {home.validTo} 撤销或合并
      {home.successor !== null && (
        <>
          ，职能由<a href={urls.agency(home.successor.slug)}>{home.successor.name}</a>承接
        </>
      )}
      。{home.ended && '以下是它撤并以前的年度报告。'}
    </p>
  </Note>
);

const Reports = ({ home, urls }: { home: AgencyHome; urls: Urls }) => (
  <section>
    <div class="gk-sec-h">
      <h2>年度报告</h2>
      <span>{home.reports.length} 份</span>
    </div>
    {home.reports.length === 0 ? (
      <Empty title="没有收录该机关的年度报告">该机关公布年度报告并导入后，会列在这里。</Empty>
    ) : (
      <ul class="gk-news">
        {home.reports.map(({ year, findings }) => (
          <li>
            <a href={urls.report(home.agency.slug, year)}>
              {home.agency.name}
              {year}年政府信息公开工作年度报告
            </a>
            <FindingsBadges findings={findings} />
          </li>
        ))}
      </ul>
    )}
  </section>
);

/** An agency's own page: its reports by year, who stands above and below it. */
export const AgencyPage = ({ frame, home, list }: { frame: Frame; home: AgencyHome; list: boolean }) => {
  const { urls } = frame;
  const { agency, subordinates } = home;
  return (
    <Layout
      frame={frame}
      title={list ? `${agency.name}年度报告` : agency.name}
      column={reportColumn(frame.site)}
      canonical={list ? urls.agencyReports(agency.slug) : urls.agency(agency.slug)}
      current="reports"
      demonstration={home.demonstration}
    >
      <div class="gk-wrap">
        <Breadcrumb
          crumbs={[
            { label: '首页', href: urls.home() },
            { label: '公开年报', href: urls.reports() },
            ...(list
              ? [{ label: agency.name, href: urls.agency(agency.slug) }, { label: '年度报告' }]
              : [{ label: agency.name }]),
          ]}
        />
        <div class="gk-doc-h">
          <h1>{list ? `${agency.name}政府信息公开工作年度报告` : agency.name}</h1>
        </div>
        {home.validTo !== null && <Ended home={home} urls={urls} />}
        <div class="gk-cols">
          <Reports home={home} urls={urls} />
          <div>
            <Facts home={home} urls={urls} />
            {home.contacts.length > 0 && !home.ended && <Contacts home={home} />}
          </div>
        </div>
        {home.predecessors.length > 0 && (
          <section>
            <div class="gk-sec-h">
              <h2>已撤并、由本机关承接的机关</h2>
            </div>
            <div class="gk-units">
              {home.predecessors.map(({ slug, name }) => (
                <a href={urls.agencyReports(slug)}>{name}的年度报告</a>
              ))}
            </div>
          </section>
        )}
        {subordinates.length > 0 && !list && (
          <section>
            <div class="gk-sec-h">
              <h2>所属机关</h2>
            </div>
            <div class="gk-units">
              {subordinates.map(({ slug, name }) => (
                <a href={urls.agency(slug)}>{name}</a>
              ))}
            </div>
          </section>
        )}
      </div>
    </Layout>
  );
};
