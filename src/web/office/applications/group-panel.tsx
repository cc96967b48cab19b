import { shanghaiDay } from '../../../app/calendar-years.ts';
import type { GroupLine } from '../../../app/groups/group-summary.ts';
import { cite } from '../../../law/citation.ts';
import { ArticleChip } from '../../theme/article-chip.tsx';
import { DueChip } from '../../theme/due-chip.tsx';
import { Panel } from '../../theme/panel.tsx';
import type { OfficePage } from '../page.ts';
import { count, daysWords, groupPath, phaseCounts } from './group-words.ts';
import { dueOf } from './words.ts';

/** Applications of one text on the board, a line each group. */
export const GroupPanel = ({ page, groups }: { page: OfficePage; groups: readonly GroupLine[] }) => {
  if (groups.length === 0) return null;
  const { at, context } = page;
  const today = shanghaiDay(context.now());
  return (
    <Panel
      id="groups"
      title="同一内容的申请"
      aside={<ArticleChip basis={cite('tiaoli2019', '第四十四条第一款')} />}
      flush
    >
      <table class="gk-table gk-cards">
        <caption class="visually-hidden">内容相同、编为一组的申请</caption>
        <thead>
          <tr>
            <th scope="col">最早到期</th>
            <th scope="col">申请内容</th>
            <th scope="col">件数</th>
            <th scope="col">收到日期</th>
            <th scope="col">各环节</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr>
              <td data-l="最早到期">
                <DueChip due={dueOf(group.clock, context.calendar())} today={today} />
              </td>
              <th scope="row">
                <a href={at(groupPath(group))}>
                  同一内容的申请 {count(group.members)} 件：{group.title}
                </a>
              </th>
              <td data-l="件数" class="gk-nw">
                {count(group.members)}
              </td>
              <td data-l="收到日期">{daysWords(group)}</td>
              <td data-l="各环节">
                {phaseCounts(group)
                  .map(([, name, cases]) => `${name} ${count(cases)}`)
                  .join('，')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
};
