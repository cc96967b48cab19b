import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { basisOf, rules } from '../../src/report/rules/index.ts';
import type { Rule } from '../../src/report/rules/rule.ts';

export const ruleFolder = fileURLToPath(new URL('../../src/report/rules/', import.meta.url));

/** The headings of a rule's page, in this order, no others. */
export const pageHeadings = ['查什么', '依据', '不通过', '通过', '例外'] as const;

export interface RulePage {
  readonly title: string;
  /** Text under each heading, by heading, in the order found. */
  readonly parts: ReadonlyMap<string, string>;
  readonly fails: readonly string[];
  readonly passes: readonly string[];
}

/** The page of a rule; null when it has none. */
export function pageOf(id: string): RulePage | null {
  const file = `${ruleFolder}${id}.md`;
  if (!existsSync(file)) return null;
  const [head = '', ...rest] = readFileSync(file, 'utf8').split(/^## /m);
  const parts = new Map(
    rest.map((part) => {
      const [heading = '', ...lines] = part.split('\n');
      return [heading.trim(), lines.join('\n').trim()];
    }),
  );
  return {
    title: head.trim().replace(/^# /, ''),
    parts,
    fails: examples(parts.get('不通过') ?? ''),
    passes: examples(parts.get('通过') ?? ''),
  };
}

const examples = (part: string): string[] =>
  [...part.matchAll(/^```report\n([\s\S]*?)^```$/gm)].map((match) => match[1]!);

/** The title a rule's page must have. */
export const titleOf = (rule: Rule): string => `${rule.code} ${rule.id} ${rule.name}`;

const severities = { error: '错误', warning: '警告', info: '提示' } as const;

/** docs/rules.md: every rule with its severity, what it checks and its basis. */
export function rulesDocument(): string {
  const lines = [
    '# 检查规则',
    '',
    '由 `src/report/rules` 中各规则的元数据和说明页生成，请勿手改。每条规则的示例见其说明页，示例随测试运行。',
    '',
    '| 编号 | 规则 | 名称 | 级别 |',
    '|---|---|---|---|',
    ...rules.map(
      (r) =>
        `| ${r.code} | [\`${r.id}\`](../src/report/rules/${r.id}.md) | ${r.name} | ${severities[r.severity]} |`,
    ),
  ];
  for (const rule of rules) {
    const basis = rule.basis.map((citation) => {
      const { instrument, article } = basisOf(citation);
      return `- ${instrument}${article}`;
    });
    const page = pageOf(rule.id);
    lines.push('', `## ${titleOf(rule)}`, '', page?.parts.get('查什么') ?? '', '', ...basis);
    const exceptions = page?.parts.get('例外') ?? '无。';
    if (exceptions !== '无。') lines.push('', `例外：${exceptions}`);
  }
  return `${lines.join('\n')}\n`;
}
