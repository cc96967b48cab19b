import { Icon, Mark } from './icons.tsx';
import type { Frame, LayoutProps } from './page.ts';

const MastSearch = ({ frame }: { frame: Frame }) => (
  // biome-ignore lint/a11y/useSemanticElements: Chromium 86 knows no search element
  <form class="gk-msearch" role="search" action={frame.urls.search()} aria-label="站内检索">
    <label class="visually-hidden" for="ms">
      检索年度报告
    </label>
    <input
      class="form-control"
      id="ms"
      name="q"
      type="search"
      placeholder="机关名称或报告中的词句"
      maxlength={80}
    />
    <button class="btn btn-primary" type="submit">
      检索
    </button>
  </form>
);

/** Top bar, name, search and the statutory navigation; on a phone the navigation opens by `:target`. */
export const Header = ({
  frame,
  current,
  ownSearch,
  demonstration,
}: {
  frame: Frame;
  current: LayoutProps['current'];
  ownSearch: boolean;
  demonstration: boolean;
}) => {
  const entries = [
    ['home', '首页', frame.urls.home()],
    ['reports', '公开年报', frame.urls.reports()],
    ['apply', '依申请公开', frame.urls.at('/apply')],
    ['check', '检查', frame.urls.check()],
    ['deadline', '期限', frame.urls.deadline()],
    ['search', '检索', frame.urls.search()],
    ['rules', '规则', frame.urls.rules()],
    ['law', '依据', frame.urls.law()],
  ] as const;
  return (
    <header>
      <div class="gk-putil">
        <div class="gk-wrap">
          <span>{frame.site.name}</span>
          {demonstration && <strong>演示数据：机关和数字均为虚构</strong>}
        </div>
      </div>
      <div class="gk-wrap gk-pmast">
        <a class="gk-brand" href={frame.urls.home()}>
          <Mark />
          <span>
            <small>{frame.site.name}</small>
            <strong>政府信息公开</strong>
          </span>
        </a>
        <a class="gk-menu-open btn btn-outline-primary" href="#nav">
          <Icon name="menu" />
          菜单
        </a>
        {!ownSearch && <MastSearch frame={frame} />}
      </div>
      <nav class="gk-pnav" id="nav" aria-label="政府信息公开栏目">
        <div class="gk-wrap">
          <ul>
            {entries.map(([id, label, href]) => (
              <li>
                <a href={href} {...(current === id ? { 'aria-current': 'page' } : {})}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
          <a class="gk-menu-close" href="#top">
            收起菜单
          </a>
        </div>
      </nav>
    </header>
  );
};

/** 主办单位, contacts and 网站标识码; what the site does not have is not printed. */
export const Footer = ({ frame: { site, urls } }: { frame: Frame }) => (
  <footer class="gk-pfoot">
    <div class="gk-wrap">
      <div>
        <p>
          <span>主办：{site.name}</span>
          {site.office && <span>政府信息公开工作机构：{site.office}</span>}
        </p>
        {(site.address || site.phone) && (
          <p>
            {site.address && <span>地址：{site.address}</span>}
            {site.phone && <span>电话：{site.phone}</span>}
          </p>
        )}
        <p>
          <span>网站标识码 {site.idCode}</span>
          {site.icp && <span>{site.icp}</span>}
        </p>
      </div>
      <ul>
        <li>
          <a href={urls.at('/track')}>申请办理进度</a>
        </li>
        <li>
          <a href={urls.reports()}>全部年报</a>
        </li>
        <li>
          <a href={urls.check()}>检查年度报告</a>
        </li>
        <li>
          <a href={urls.rules()}>检查规则</a>
        </li>
        <li>
          <a href={urls.law()}>依据</a>
        </li>
        <li>
          <a href={urls.sitemap()}>网站地图</a>
        </li>
      </ul>
    </div>
  </footer>
);
