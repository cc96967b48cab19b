import { actNames } from '../../src/domain/application/acts.ts';
import {
  actorNames,
  type Phase,
  phaseNames,
  phases,
  transitions,
} from '../../src/domain/application/phases.ts';
import type { Citation } from '../../src/law/citation.ts';
import { instruments } from '../../src/law/instruments.ts';

const cited = (citation: Citation | null): string => {
  if (citation === null) return '—';
  const { instrument, article } = citation;
  return instrument === 'tiaoli2019' ? `条例${article}` : `《${instruments[instrument].title}》${article}`;
};

/** Edges between two phases, the acts that lead along them on one line. */
function edges(): string[] {
  const acts = new Map<string, Set<string>>();
  for (const { act, from, to } of transitions)
    for (const phase of from) {
      if (to === null || to === phase) continue;
      const key = `${phase} --> ${to}`;
      acts.set(key, (acts.get(key) ?? new Set()).add(actNames[act]));
    }
  return [...acts].map(([edge, names]) => `  ${edge}: ${[...names].join('、')}`);
}

const staying = (phase: Phase): string =>
  [
    ...new Set(
      transitions
        .filter(({ from, to }) => from.includes(phase) && (to === null || to === phase))
        .map(({ act }) => actNames[act]),
    ),
  ].join('、') || '—';

/** docs/workflow.md: how an application is handled, out of the table of transitions. */
export function workflowDocument(): string {
  const names = phases.map((phase) => `  state "${phaseNames[phase]}" as ${phase}`);
  return `${[
    '# 政府信息公开申请的办理流程',
    '',
    '由 `src/domain/application/phases.ts` 生成，请勿手改。征求意见、延期、延迟答复不是环节，而是时钟上的事实；“等待申请人”只指等待补正或者缴费。',
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...names,
    '  [*] --> draft',
    ...edges(),
    '  archived --> [*]',
    '```',
    '',
    '## 不改变环节的事项',
    '',
    '| 环节 | 标识 | 可以办理 |',
    '|---|---|---|',
    ...phases.map((phase) => `| ${phaseNames[phase]} | \`${phase}\` | ${staying(phase)} |`),
    '',
    '## 流转表',
    '',
    '| 事项 | 标识 | 自 | 至 | 条件 | 由谁 | 规则 | 依据 |',
    '|---|---|---|---|---|---|---|---|',
    ...transitions.map(
      (row) =>
        `| ${actNames[row.act]} | \`${row.act}\` | ${row.from.map((phase) => phaseNames[phase]).join('、')} | ${row.to === null ? '不变' : phaseNames[row.to]} | ${
          [row.when, ...row.guards]
            .filter((each) => each !== null)
            .map((each) => `\`${each}\``)
            .join(' ') || '—'
        } | ${row.who.map((who) => actorNames[who]).join('、')} | ${row.core ?? '—'} | ${cited(row.basis)} |`,
    ),
  ].join('\n')}\n`;
}
