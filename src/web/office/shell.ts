import type { Visit } from '../../app/accounts/person.ts';
import { shanghaiDay } from '../../app/calendar-years.ts';
import type { AppContext } from '../../app/context.ts';
import { roles } from '../../app/policy/roles.ts';
import { isWorkday, weekdayName } from '../../domain/workday/index.ts';
import { longDay } from '../clock/words.ts';
import { lawHrefOf } from '../theme/law-link.ts';
import type { OfficeShell } from '../theme/office-shell.ts';
import type { OfficeDeps } from './deps.ts';
import { navigationFor } from './navigation.ts';

/** What all pages of the office share for one person. */
export function shellFor(
  deps: OfficeDeps,
  context: AppContext,
  visit: Visit,
  fields: Readonly<Record<string, string>>,
  unread: number,
): OfficeShell {
  const { urls } = deps;
  const today = shanghaiDay(context.now());
  const at = (path: string) => urls.at(path);
  const { place, places } = visit;
  return {
    system: '公开',
    home: at('/office'),
    agency: place?.name ?? '尚未授予角色',
    agencies:
      places.length < 2
        ? []
        : places.map(({ slug, name }) => ({
            label: name,
            href: urls.at('/office/place', { to: slug }),
            current: slug === place?.slug,
          })),
    nav: navigationFor(context, visit, at),
    search: { action: at('/office/search') },
    notices: place === null ? null : { href: at('/office/notices'), unread },
    person: {
      name: visit.account.name,
      role: visit.roles.map((role) => roles[role].label).join('、') || '没有角色',
      links: [{ label: '个人设置', href: at('/office/me') }],
      acts: [{ label: '退出登录', action: at('/office/sign-out'), fields }],
    },
    today: [
      `今天是 ${longDay(today)}`,
      `${weekdayName(today)} · ${isWorkday(today, deps.calendar()) ? '工作日' : '非工作日'}`,
    ],
    ...(deps.site.demonstration ? { notice: '演示数据：机关、人员和数字均为虚构' } : {}),
    style: urls.asset('office.css'),
    script: urls.asset('office.js'),
    lawHref: lawHrefOf(urls),
  };
}
