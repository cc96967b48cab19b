import { rules } from '../../report/rules/index.ts';
import type { Rule } from '../../report/rules/rule.ts';
import { rulesColumn } from '../portal/columns.ts';
import { severityBadge } from '../report/finding-item.tsx';
import { severityWords } from '../report/pins.ts';
import { Layout } from '../theme/layout.tsx';
import type { Frame } from '../theme/page.ts';
import { Badge, Breadcrumb } from '../theme/parts.tsx';
import { ruleGroups } from './rule-groups.ts';
import { rulePageText } from './rule-page-text.ts';

/** The first sentence of what a rule checks, without marks of Markdown. */
const inOneLine = ({ id }: Rule): string => {
  const text = rulePageText(id).checks.replaceAll(/[`*]/g, '').replaceAll(/\s+/g, '');
  const end = text.search(/[。；]/);
  return end < 0 ? text : `${text.slice(0, end)}。`;
};

const severityMeaning = [
  ['error', '错误：数字不平、缺项，或者违反明文规定，必须改'],
  ['warning', '警告：很可能不对，请核对后决定改不改'],
  ['info', '提示：写法可以更好，或者值得再看一眼'],
] as const;

const Entry = ({ rule, href }: { rule: Rule; href: string }) => {
  const [tone, icon] = severityBadge[rule.severity];
  return (
    <li>
      <code>{rule.code}</code>
      <div>
        <a href={href}>{rule.name}</a>
        <p>{inOneLine(rule)}</p>
      </div>
      <Badge tone={tone} icon={icon}>
        {severityWords[rule.severity]}
      </Badge>
    </li>
  );
};

/** Every rule by group, with its severity and one line. */
export const RulesPage = ({ frame }: { frame: Frame }) => {
  const { urls, site } = frame;
  return (
    <Layout
      frame={frame}
      title="检查规则"
      column={rulesColumn(site)}
      canonical={urls.rules()}
      current="rules"
    >
      <div class="gk-wrap">
        <Breadcrumb crumbs={[{ label: '首页', href: urls.home() }, { label: '检查规则' }]} />
        <div class="gk-doc-h">
          <h1>检查规则</h1>
          <p class="meta">
            <span>
              共 {rules.length} 条，都有依据和例子。<a href={urls.check()}>检查一份报告</a>
            </span>
          </p>
        </div>
        <ul class="gk-severities">
          {severityMeaning.map(([severity, words]) => {
            const [tone, icon] = severityBadge[severity];
            return (
              <li>
                <Badge tone={tone} icon={icon}>
                  {words}
                </Badge>
              </li>
            );
          })}
        </ul>
        <nav class="gk-chips" aria-label="本页目录">
          {ruleGroups.map(({ id, title }) => (
            <a class="gk-chip" href={`#${id}`}>
              {title}
            </a>
          ))}
        </nav>
        {ruleGroups.map((group) => (
          <section aria-labelledby={group.id}>
            <div class="gk-sec-h">
              <h2 id={group.id}>{group.title}</h2>
              <span>{group.rules.length} 条</span>
            </div>
            <ul class="gk-rules">
              {group.rules.map((rule) => (
                <Entry rule={rule} href={urls.rule(rule.id)} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Layout>
  );
};
