import type { Child } from 'hono/jsx';
import { applyColumn } from '../portal/columns.ts';
import { LawContext, lawHrefOf } from '../theme/law-link.ts';
import { Layout } from '../theme/layout.tsx';
import { Breadcrumb } from '../theme/parts.tsx';
import type { ApplyDeps } from './deps.ts';

/** A page for applicants in the portal's frame; it is kept by nobody and found by no search engine but its first. */
export const ApplyLayout = (props: {
  deps: ApplyDeps;
  title: string;
  crumb: string;
  lead?: string;
  side?: Child;
  children: Child;
}) => {
  const { deps, title, crumb, lead, side, children } = props;
  const frame = { site: deps.services.site, urls: deps.urls };
  return (
    <Layout
      frame={frame}
      title={title}
      column={applyColumn(frame.site)}
      current="apply"
      noindex={crumb !== '填写申请'}
    >
      <LawContext.Provider value={lawHrefOf(deps.urls)}>
        <div class="gk-wrap">
          <Breadcrumb
            crumbs={[
              { label: '首页', href: deps.urls.home() },
              { label: '依申请公开', href: deps.urls.at('/apply') },
              { label: crumb },
            ]}
          />
          <div class={side === undefined ? 'gk-narrow' : 'gk-cols'}>
            <div>
              <h1>{title}</h1>
              {lead !== undefined && <p class="gk-muted">{lead}</p>}
              {children}
            </div>
            {side}
          </div>
        </div>
      </LawContext.Provider>
    </Layout>
  );
};
