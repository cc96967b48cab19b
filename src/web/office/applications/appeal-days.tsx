import type { AppealDay } from '../../../app/queries/appeals/appeal-days.ts';
import { type Day, weekdayName } from '../../../domain/workday/index.ts';
import { longDay } from '../../clock/words.ts';
import { ArticleChip } from '../../theme/article-chip.tsx';
import { Panel } from '../../theme/panel.tsx';
import type { OfficePage } from '../page.ts';

/** In a day of the month: how many days of appeals fall on it; leads to their list. */
export const AppealsOfDay = ({ appeals, on }: { appeals: readonly AppealDay[]; on: Day }) => {
  const count = appeals.filter((each) => each.on === on).length;
  return count === 0 ? null : <a href="#appeals">复议诉讼 {count} 项</a>;
};

/** The days of reviews and suits in a month, each leading to its page. */
export const AppealDays = ({ appeals, at }: { appeals: readonly AppealDay[]; at: OfficePage['at'] }) =>
  appeals.length === 0 ? null : (
    <Panel id="appeals" title="复议、诉讼">
      <ul class="gk-worklist">
        {appeals.map(({ on, name, about, path, basis, provisional }) => (
          <li>
            <a href={at(path)}>{name}</a>
            <span class="gk-muted">{about}</span>
            <span class="gk-nw">
              {longDay(on)}，{weekdayName(on)}
              {provisional ? '（暂算）' : ''}
            </span>
            <ArticleChip basis={basis} />
          </li>
        ))}
      </ul>
    </Panel>
  );
