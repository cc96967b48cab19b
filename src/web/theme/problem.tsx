import type { Problem } from '../http/problem.ts';
import { Layout } from './layout.tsx';
import type { Frame } from './page.ts';

/** A problem as a page: what happened, what to do, where to go on. */
export const ProblemPage = ({ frame, problem }: { frame: Frame; problem: Problem }) => (
  <Layout
    frame={frame}
    title={problem.title}
    column={{
      name: '政府信息公开',
      type: '政府信息公开',
      description: '政府信息公开平台',
      keywords: ['政府信息公开'],
    }}
    noindex
  >
    <div class="gk-wrap">
      <div class="gk-problem">
        <h1>{problem.title}</h1>
        <p>{problem.detail}</p>
        <p class="gk-muted gk-small">代码 {problem.status}</p>
        <div class="gk-btns">
          <a class="btn btn-primary" href={frame.urls.reports()}>
            查看全部年报
          </a>
          <a class="btn btn-outline-primary" href={frame.urls.home()}>
            返回首页
          </a>
        </div>
      </div>
    </div>
  </Layout>
);
