import { raw } from 'hono/html';
import { marked } from 'marked';
import { basisOf } from '../../report/rules/index.ts';
import type { Rule } from '../../report/rules/rule.ts';
import type { Urls } from '../http/urls.ts';
import { rulesColumn } from '../portal/columns.ts';
import { Basis, severityBadge } from '../report/finding-item.tsx';
import { severityWords } from '../report/pins.ts';
import { Layout } from '../theme/layout.tsx';
import type { Frame } from '../theme/page.ts';
import { Badge, Breadcrumb } from '../theme/parts.tsx';
import { ExampleBox } from './example-box.tsx';
import { neighboursOf } from './rule-groups.ts';
import { type RuleExample, rulePageText } from './rule-page-text.ts';

/** Text of our own pages; it comes with the program, never from a visitor. */
const Markdown = ({ text }: { text: string }) => (
  <div class="gk-text">{raw(marked.parse(text, { async: false }))}</div>
);

const Examples = ({
  title,
  examples,
  passes,
  urls,
}: {
  title: string;
  examples: readonly RuleExample[];
  passes: boolean;
  urls: Urls;
}) => (
  <>
    <h3>{title}</h3>
    {examples.map((example) => (
      <ExampleBox example={example} passes={passes} urls={urls} />
    ))}
  </>
);

const Neighbours = ({ rule, urls }: { rule: Rule; urls: Urls }) => {
  const { group, before, after } = neighboursOf(rule);
  return (
    <nav aria-label="相邻的规则">
      <section class="gk-panel">
        <div class="gk-panel-h">
          <h2>{group.title}</h2>
        </div>
        <ul class="gk-rule-list">
          {group.rules.map(({ id, code, name }) => (
            <li>
              <a href={urls.rule(id)} {...(id === rule.id ? { 'aria-current': 'page' } : {})}>
                <code>{code}</code> {name}
              </a>
            </li>
          ))}
        </ul>
      </section>
      <p class="gk-beside">
        {before && (
          <a href={urls.rule(before.id)} rel="prev">
            ‹ {before.code} {before.name}
          </a>
        )}
        {after && (
          <a href={urls.rule(after.id)} rel="next">
            {after.code} {after.name} ›
          </a>
        )}
      </p>
    </nav>
  );
};

const Head = ({ rule }: { rule: Rule }) => {
  const [tone, icon] = severityBadge[rule.severity];
  return (
    <div class="gk-doc-h">
      <h1>
        {rule.code} {rule.name}
      </h1>
      <p class="meta">
        <Badge tone={tone} icon={icon}>
          {severityWords[rule.severity]}
        </Badge>
        <span>
          规则名 <code>{rule.id}</code>
        </span>
      </p>
    </div>
  );
};

/** A rule for people: what it checks, on what ground, what fails and what passes, and where it holds back. */
export const RulePage = ({ frame, rule }: { frame: Frame; rule: Rule }) => {
  const { urls, site } = frame;
  const page = rulePageText(rule.id);
  return (
    <Layout
      frame={frame}
      title={`${rule.name}（${rule.code}）`}
      column={rulesColumn(site)}
      canonical={urls.rule(rule.id)}
      current="rules"
    >
      <div class="gk-wrap">
        <Breadcrumb
          crumbs={[
            { label: '首页', href: urls.home() },
            { label: '检查规则', href: urls.rules() },
            { label: rule.code },
          ]}
        />
        <Head rule={rule} />
        <div class="gk-cols">
          <div class="gk-rule">
            <h2>查什么</h2>
            <Markdown text={page.checks} />
            <h2>依据</h2>
            <p class="gk-arts">
              {rule.basis.map((citation) => (
                <Basis basis={basisOf(citation)} manner={{ urls, stay: false }} />
              ))}
            </p>
            <Markdown text={page.basis} />
            <h2>例子</h2>
            <p class="gk-muted gk-small">
              例子以一份没有问题的样本报告为准（镇人民政府，2022年，2021年版格式），框内是与样本不同的地方。
            </p>
            <Examples title="不通过" examples={page.fails} passes={false} urls={urls} />
            <Examples title="通过" examples={page.passes} passes urls={urls} />
            {page.exceptions !== '' && (
              <>
                <h2>例外</h2>
                <Markdown text={page.exceptions} />
              </>
            )}
          </div>
          <Neighbours rule={rule} urls={urls} />
        </div>
      </div>
    </Layout>
  );
};
