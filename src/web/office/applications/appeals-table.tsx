import type { ListedAppeal } from '../../../app/queries/appeals/appeal-list.ts';
import { type Day, daysBetween } from '../../../domain/workday/index.ts';
import { type AppealResult, appealKindNames, appealResultNames } from '../../../law/appeals.ts';
import { DueChip } from '../../theme/due-chip.tsx';
import { StatusBadge } from '../../theme/status-badge.tsx';
import type { TableDefinition } from '../../theme/table-model.ts';

/** The agency's own day, its reply: what was done, or what is due. */
function replyWords({ deadlines, ended_on, replied_on }: ListedAppeal): string {
  if (replied_on !== null) return `已于${replied_on}答复`;
  if (ended_on !== null) return '—';
  const reply = deadlines.find(({ what }) => what === 'reply');
  return reply === undefined ? '收到副本后计算' : `最迟 ${reply.day} 答复`;
}

const Reply = ({ appeal, today }: { appeal: ListedAppeal; today: string }) => {
  const reply = appeal.deadlines.find(({ what }) => what === 'reply');
  const open = appeal.ended_on === null && appeal.replied_on === null;
  if (open && reply !== undefined && reply.day < today)
    return (
      <DueChip
        due={{ kind: 'overdue', by: daysBetween(reply.day, today as Day), on: reply.day, unit: '日' }}
        today={today}
      />
    );
  const look = open && reply !== undefined ? 'gk-nw' : 'gk-muted';
  return <span class={look}>{replyWords(appeal)}</span>;
};

const resultOf = ({ result }: ListedAppeal): AppealResult => result ?? 'pending';
const optionsOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** The register of reviews and suits. */
export const appealsTable = (at: (path: string) => string, today: string): TableDefinition<ListedAppeal> => ({
  id: 'appeals',
  title: '复议、诉讼',
  unit: '件',
  columns: [
    {
      id: 'kind',
      label: '种类',
      value: ({ kind }) => appealKindNames[kind],
      href: ({ id }) => at(`/office/appeals/${id}`),
      header: true,
      width: 18,
    },
    { id: 'organ', label: '复议机关或者法院', value: ({ facts }) => facts?.organ ?? '—', width: 28 },
    { id: 'accepted', label: '受理', kind: 'day', value: ({ accepted_on }) => accepted_on },
    {
      id: 'reply',
      label: '本机关答复',
      value: replyWords,
      cell: (appeal) => <Reply appeal={appeal} today={today} />,
      width: 24,
    },
    {
      id: 'result',
      label: '结果',
      value: (appeal) => appealResultNames[resultOf(appeal)],
      cell: (appeal) => (
        <StatusBadge state={appeal.result === null ? 'running' : 'done'}>
          {appealResultNames[resultOf(appeal)]}
        </StatusBadge>
      ),
    },
    { id: 'ended', label: '收到决定、裁判', kind: 'day', value: ({ ended_on }) => ended_on, shown: false },
    {
      id: 'application',
      label: '申请',
      value: ({ application_id }) => (application_id === null ? null : '打开'),
      href: ({ application_id }) =>
        application_id === null ? null : at(`/office/applications/${application_id}`),
      screenOnly: true,
    },
  ],
  filters: [
    { kind: 'select', name: 'kind', label: '种类', options: optionsOf(appealKindNames) },
    { kind: 'select', name: 'result', label: '结果', options: optionsOf(appealResultNames) },
  ],
  key: ({ id }) => id,
  sort: { column: 'accepted', descending: true },
});
