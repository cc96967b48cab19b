import type { Visit } from '../../app/accounts/person.ts';
import { reachOf } from '../../app/authorise.ts';
import type { AppContext } from '../../app/context.ts';
import type { ActId } from '../../app/policy/index.ts';
import type { IconName } from '../theme/icons.tsx';
import type { NavGroup } from '../theme/office-shell.ts';

interface Entry {
  readonly path: string;
  readonly label: string;
  readonly icon?: IconName;
  /** Shown to whoever may do this somewhere; null to everybody. */
  readonly act: ActId | null;
}

/** The navigation of the office, in its order; a part adds its entries here. */
const entries: readonly { readonly group: string | null; readonly items: readonly Entry[] }[] = [
  { group: null, items: [{ path: '/office', label: '工作台', act: null }] },
  {
    group: '业务',
    items: [
      { path: '/office/applications', label: '依申请公开', icon: 'compose', act: 'application.list' },
      { path: '/office/applications/overview', label: '申请统计', act: 'application.count' },
      { path: '/office/claims', label: '更正和个人信息', act: 'claim.list' },
      { path: '/office/appeals', label: '复议、诉讼', icon: 'gavel', act: 'appeal.list' },
    ],
  },
  {
    group: '系统',
    items: [
      { path: '/office/agencies', label: '机关', act: 'agency.list' },
      { path: '/office/people', label: '人员', act: 'account.list' },
      { path: '/office/calendar', label: '工作日历', act: null },
      { path: '/office/audit', label: '操作记录', act: 'event.list' },
      { path: '/office/policy', label: '权限表', act: 'policy.read' },
    ],
  },
];

/** Only what the person may do something with. `counts` says how much waits at an address. */
export function navigationFor(
  context: AppContext,
  _visit: Visit,
  at: (path: string) => string,
  counts: Readonly<Record<string, number>> = {},
): NavGroup[] {
  const open = ({ act }: Entry): boolean => {
    if (act === null) return true;
    const { everywhere, own, below } = reachOf(context, act);
    return everywhere || own.length > 0 || below.length > 0;
  };
  return entries
    .map(({ group, items }) => ({
      group,
      items: items.filter(open).map(({ path, label, icon }) => ({
        href: at(path),
        label,
        ...(icon === undefined ? {} : { icon }),
        ...(counts[path] === undefined ? {} : { count: counts[path] }),
      })),
    }))
    .filter(({ items }) => items.length > 0);
}
