import { Panel } from '../theme/panel.tsx';
import { Empty } from '../theme/parts.tsx';
import { type WorkGroup, type WorkItem, WorkList } from '../theme/work-list.tsx';
import { type KitRow, kitRows, TODAY } from './kit-rows.ts';

const itemOf =
  (at: string, act: string) =>
  (row: KitRow): WorkItem => ({
    title: row.subject,
    href: `${at}?case=${row.number}`,
    detail: `${row.number} · 申请人 陈**`,
    kind: '依申请',
    due: row.due,
    state: row.state,
    step: row.step,
    handler: row.handler,
    act: { label: act, href: `${at}?case=${row.number}&act=1` },
  });

const groups = (at: string): readonly WorkGroup[] => {
  const pick = (act: string, which: (row: KitRow) => boolean) => kitRows.filter(which).map(itemOf(at, act));
  const running = (row: KitRow, least: number, most: number) =>
    row.due.kind === 'running' && row.due.left >= least && row.due.left <= most;
  return [
    {
      id: 'w-over',
      title: '超期',
      count: 1,
      urgent: true,
      items: pick('去答复', ({ due }) => due.kind === 'overdue'),
    },
    {
      id: 'w-today',
      title: '今天到期',
      count: 1,
      urgent: true,
      items: pick('登记送达', (row) => running(row, 0, 0)),
    },
    {
      id: 'w-week',
      title: '本周到期',
      count: 12,
      items: pick('审批', (row) => running(row, 1, 5)),
      more: `${at}#list`,
    },
    { id: 'w-back', title: '被退回', count: 1, items: pick('修改', ({ state }) => state === 'returned') },
    { id: 'w-none', title: '待我处理', count: 0, items: [] },
  ];
};

export const Work = ({ at }: { at: string }) => (
  <Panel id="work" title="待办">
    <WorkList
      label="待办事项"
      groups={groups(at)}
      today={TODAY}
      nothing={<Empty title="没有待办">最近一件 10月20日到期。</Empty>}
    />
  </Panel>
);
