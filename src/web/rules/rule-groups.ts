import { rules } from '../../report/rules/index.ts';
import type { Rule } from '../../report/rules/rule.ts';

/** Rules that look at the same part of a report; their numbers share the first digit. */
export interface RuleGroup {
  readonly id: string;
  readonly title: string;
  readonly rules: readonly Rule[];
}

const titles: readonly (readonly [digit: string, title: string])[] = [
  ['0', '结构和文字'],
  ['1', '正文的数字'],
  ['2', '表格和表二'],
  ['3', '表三的勾稽关系'],
  ['4', '表四'],
  ['5', '统计表'],
  ['6', '收费'],
  ['9', '读取'],
];

const digitOf = (rule: Rule): string => rule.code[1]!;

export const ruleGroups: readonly RuleGroup[] = titles.map(([digit, title]) => ({
  id: `g${digit}`,
  title,
  rules: rules.filter((rule) => digitOf(rule) === digit),
}));

/** The group of a rule, and the rules before and after it in the order of their numbers. */
export function neighboursOf(rule: Rule) {
  const at = rules.indexOf(rule);
  return {
    group: ruleGroups.find((group) => group.rules.includes(rule))!,
    before: rules[at - 1] ?? null,
    after: rules[at + 1] ?? null,
  };
}

/** The rule of a number such as R301, whatever the case of its letter; null where there is none. */
export const ruleOfCode = (code: string): Rule | null =>
  rules.find((rule) => rule.code === code.toUpperCase()) ?? null;

export const ruleOfId = (id: string): Rule | null => rules.find((rule) => rule.id === id) ?? null;
