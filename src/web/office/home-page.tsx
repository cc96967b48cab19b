import { shanghaiDay } from '../../app/calendar-years.ts';
import type { WorkItem, WorkList } from '../../app/queries/work-list.ts';
import { type Day, daysBetween } from '../../domain/workday/index.ts';
import { ArticleChip } from '../theme/article-chip.tsx';
import { OfficeFrame } from '../theme/office-frame.tsx';
import { Panel } from '../theme/panel.tsx';
import { Empty } from '../theme/parts.tsx';
import type { OfficePage } from './page.ts';

const groups = ['已超期', '今天到期', '本周到期', '被退回', '待办'] as const;
type Group = (typeof groups)[number];

/** Days, not working days: "this week" is the next seven. */
function groupOf({ due, returned }: WorkItem, today: Day): Group {
  if (due !== null && due < today) return '已超期';
  if (due === today) return '今天到期';
  if (returned) return '被退回';
  return due !== null && daysBetween(today, due) <= 7 ? '本周到期' : '待办';
}

const Item = ({ item, at }: { item: WorkItem; at: OfficePage['at'] }) => (
  <li>
    <a href={at(item.path)}>{item.title}</a>
    <span class="gk-muted">{item.about}</span>
    {item.due !== null && (
      <span class="gk-nw">
        {item.onDay ? '' : '最迟 '}
        {item.due}
      </span>
    )}
    {item.basis !== null && <ArticleChip basis={item.basis} />}
  </li>
);

/** What waits for the person, the most urgent first. */
export const HomePage = ({ page, list }: { page: OfficePage; list: WorkList }) => {
  const { shell, flash, at, context, visit } = page;
  const today = shanghaiDay(context.now());
  return (
    <OfficeFrame
      shell={shell}
      title="工作台"
      section={at('/office')}
      flash={flash}
      lead={`${visit.account.name}，${visit.place?.name ?? '尚未授予角色'}`}
    >
      {list.items.length === 0 && (
        <Empty title="没有等待办理的事项">
          {visit.place === null
            ? '当前账号还没有角色。请联系安全管理员授予角色。'
            : '到期、被退回和待办的事项会列在这里。'}
        </Empty>
      )}
      {groups.map((group, index) => {
        const items = list.items.filter((item) => groupOf(item, today) === group);
        return items.length === 0 ? null : (
          <Panel id={`group-${index}`} title={group}>
            <ul class="gk-worklist">
              {items.map((item) => (
                <Item item={item} at={at} />
              ))}
            </ul>
          </Panel>
        );
      })}
    </OfficeFrame>
  );
};
