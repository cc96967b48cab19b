import { Tabs } from '../../theme/tabs.tsx';
import type { OfficePage } from '../page.ts';
import { mayHere } from './case-ref.ts';

export type ApplicationTab =
  | 'board'
  | 'all'
  | 'calendar'
  | 'holders'
  | 'proposals'
  | 'overview'
  | 'tables'
  | 'seals'
  | 'retention'
  | 'settings';

/** Parts of 依申请公开 that a person may open; `count`: of those open, where it is known. */
export function applicationTabs(page: OfficePage, current: ApplicationTab, count?: number) {
  const may = (act: Parameters<typeof mayHere>[1]): boolean => mayHere(page, act);
  const tabs: readonly (readonly [ApplicationTab, string, string, boolean])[] = [
    ['board', '在办', '', may('application.list')],
    ['all', '全部', '/all', may('application.list')],
    ['calendar', '日历', '/calendar', may('application.list') || may('application.listCounted')],
    ['holders', '经办人', '/holders', may('application.list')],
    ['proposals', '转为主动公开', '/proposals', may('application.list')],
    ['overview', '统计', '/overview', may('application.count')],
    ['tables', '表三、表四', '/tables', may('application.count')],
    ['seals', '印章', '/seals', may('seal.list')],
    ['retention', '保管期限', '/retention', may('retention.read')],
    ['settings', '文书设置', '/settings', may('agency.changeContacts')],
  ];
  return (
    <Tabs
      label="依申请公开"
      tabs={tabs
        .filter(([, , , shown]) => shown)
        .map(([id, label, path]) => ({
          label,
          href: page.at(`/office/applications${path}`),
          current: id === current,
          ...(id === 'board' && count !== undefined ? { count } : {}),
        }))}
    />
  );
}
