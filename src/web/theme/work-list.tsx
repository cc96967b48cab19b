// biome-ignore-all lint/a11y/noRedundantRoles: cards are blocks, which takes the roles of a table’s parts away.
// biome-ignore-all lint/a11y/useSemanticElements: the head of a group is no column’s, but ARIA knows no nearer role.
import type { Child } from 'hono/jsx';
import { type Due, DueChip } from './due-chip.tsx';
import type { State } from './status.ts';
import { StatusBadge } from './status-badge.tsx';

/** One matter that waits for somebody. */
export interface WorkItem {
  readonly title: string;
  readonly href: string;
  /** Number and whom it concerns: 2026-0171 · 申请人 陈**. */
  readonly detail: string;
  /** 依申请, 主动公开, 留言. */
  readonly kind: string;
  readonly due: Due;
  readonly state: State;
  readonly step: string;
  readonly handler: string | null;
  /** What the person can do next, as a link to where it is done. */
  readonly act: { readonly label: string; readonly href: string };
}

export interface WorkGroup {
  readonly id: string;
  /** 超期, 今天到期, 本周到期, 待我处理, 被退回. */
  readonly title: string;
  /** All there are, of which `items` may be the first; then `more` leads to the rest. */
  readonly count: number;
  readonly urgent?: boolean;
  readonly items: readonly WorkItem[];
  readonly more?: string;
}

const Item = ({ item, today, urgent }: { item: WorkItem; today: string; urgent: boolean }) => (
  <tr role="row">
    <td role="cell" class="due">
      <DueChip due={item.due} today={today} />
    </td>
    <th role="rowheader" scope="row" class="ttl">
      <a href={item.href}>{item.title}</a>
      <small>{item.detail}</small>
    </th>
    <td role="cell" class="gk-only-d">
      {item.kind}
    </td>
    <td role="cell" data-l="步骤">
      <StatusBadge state={item.state}>{item.step}</StatusBadge>
    </td>
    <td role="cell" data-l="经办">
      {item.handler ?? '待认领'}
    </td>
    <td role="cell" class="act">
      <a class={urgent ? 'btn btn-primary' : 'btn btn-outline-primary'} href={item.act.href}>
        {item.act.label}
        <span class="visually-hidden">：{item.title}</span>
      </a>
    </td>
  </tr>
);

const Group = ({ group, today }: { group: WorkGroup; today: string }) => (
  <tbody role="rowgroup">
    <tr role="row" class="grp">
      <th role="columnheader" colspan={6} scope="colgroup" id={group.id}>
        {group.title} <span class={group.urgent ? 'gk-count over' : 'gk-count'}>{group.count}</span>
        {group.more !== undefined && group.count > group.items.length && (
          <a href={group.more}>
            全部<span class="visually-hidden">{group.title}</span>
          </a>
        )}
      </th>
    </tr>
    {group.items.map((item) => (
      <Item item={item} today={today} urgent={group.urgent ?? false} />
    ))}
  </tbody>
);

/** What waits for whom, most urgent group first; groups without a matter are left out. `nothing` says so when all are. */
export const WorkList = ({
  label,
  groups,
  today,
  nothing,
}: {
  label: string;
  groups: readonly WorkGroup[];
  today: string;
  nothing: Child;
}) => {
  const filled = groups.filter(({ items }) => items.length > 0);
  if (filled.length === 0) return <div class="gk-panel">{nothing}</div>;
  return (
    <div class="gk-panel gk-list-box">
      <table class="gk-table gk-work" role="table" aria-label={label}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              期限
            </th>
            <th role="columnheader" scope="col">
              事项
            </th>
            <th role="columnheader" scope="col" class="gk-only-d">
              类型
            </th>
            <th role="columnheader" scope="col">
              当前步骤
            </th>
            <th role="columnheader" scope="col">
              经办人
            </th>
            <th role="columnheader" scope="col">
              <span class="visually-hidden">操作</span>
            </th>
          </tr>
        </thead>
        {filled.map((group) => (
          <Group group={group} today={today} />
        ))}
      </table>
    </div>
  );
};
