import { DueChip } from '../theme/due-chip.tsx';
import { StatusBadge } from '../theme/status-badge.tsx';
import type { TableDefinition } from '../theme/table-model.ts';
import { dueOf, type KitRow, TODAY } from './kit-rows.ts';

/** The kit's table: every kind of column and of filter. */
export const kitTable = (at: string): TableDefinition<KitRow> => ({
  id: 'applications',
  title: '申请',
  unit: '件',
  key: (row) => row.number,
  sort: { column: 'receivedOn', descending: true },
  columns: [
    {
      id: 'subject',
      label: '申请内容',
      header: true,
      value: (row) => row.subject,
      href: (row) => `${at}?case=${row.number}`,
      width: 40,
    },
    { id: 'number', label: '登记编号', value: (row) => row.number, sortable: true, width: 14 },
    { id: 'receivedOn', label: '收到日期', kind: 'day', value: (row) => row.receivedOn, sortable: true },
    { id: 'pages', label: '页数', kind: 'count', value: (row) => row.pages, sortable: true, wideOnly: true },
    { id: 'fee', label: '信息处理费（元）', kind: 'amount', value: (row) => row.fee, shown: false },
    {
      id: 'due',
      label: '期限',
      value: dueOf,
      cell: (row) => <DueChip due={row.due} today={TODAY} />,
      width: 26,
    },
    {
      id: 'state',
      label: '当前步骤',
      value: (row) => row.step,
      cell: (row) => <StatusBadge state={row.state}>{row.step}</StatusBadge>,
    },
    { id: 'handler', label: '经办人', value: (row) => row.handler },
  ],
  filters: [
    {
      kind: 'select',
      name: 'step',
      label: '步骤',
      options: ['拟写答复', '征求意见', '待签发', '已办结'].map((step) => ({ value: step, label: step })),
    },
    { kind: 'day', name: 'since', label: '收到不早于' },
    { kind: 'check', name: 'mine', label: '只看我经办的' },
    { kind: 'text', name: 'word', label: '关键词', placeholder: '编号、申请内容' },
  ],
});
