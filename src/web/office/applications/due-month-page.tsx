import type { AppealDay } from '../../../app/queries/appeals/appeal-days.ts';
import type { DueCount, DueDay, DueLine, DueMonth } from '../../../app/queries/applications/due-month.ts';
import { type DueActKind, dueActNames } from '../../../domain/application/due-acts.ts';
import { phaseNames } from '../../../domain/application/phases.ts';
import { type Calendar, type Day, weekdayName } from '../../../domain/workday/index.ts';
import { longDay } from '../../clock/words.ts';
import { DataTable } from '../../theme/data-table.tsx';
import { MonthTable } from '../../theme/month-table.tsx';
import { OfficeFrame } from '../../theme/office-frame.tsx';
import { Panel } from '../../theme/panel.tsx';
import { Empty, Pager } from '../../theme/parts.tsx';
import type { TableDefinition, TableState } from '../../theme/table-model.ts';
import { otherMonth, seenDay } from '../../theme/workday-month.tsx';
import type { OfficePage } from '../page.ts';
import { AppealDays, AppealsOfDay } from './appeal-days.tsx';
import { applicationTabs } from './application-tabs.tsx';
import { type FigureScope, placeQuery } from './figure-scope.ts';
import { ScopeForm } from './scope-form.tsx';
import { unconfirmedWords } from './words.ts';

export interface DueMonthProps {
  readonly page: OfficePage;
  readonly scope: Pick<FigureScope, 'agency' | 'below'>;
  readonly found: DueMonth;
  readonly appeals: readonly AppealDay[];
  readonly day: Day | null;
  readonly definition: TableDefinition<DueLine>;
  readonly state: TableState;
}

/** Short enough for a day of the grid; what is due is an answer unless it is named. */
const shortKinds: Readonly<Record<Exclude<DueActKind, 'answer'>, string>> = {
  unit: '内部期限',
  correctionNotice: '告知补正',
  correction: '等待补正',
  payment: '等待缴费',
  opinion: '征求意见',
  reply: '等待回复',
};
const wordsOf = ({ kind, phase, cases }: DueCount): string =>
  `${kind === 'answer' ? phaseNames[phase] : shortKinds[kind]} ${cases}`;

const monthWords = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
export const dueMonthPath = '/office/applications/calendar';

const hrefOf = ({ page: { at }, scope, found: { month } }: DueMonthProps, day?: Day): string =>
  `${at(dueMonthPath, { month, ...placeQuery(scope), ...(day === undefined ? {} : { day }) })}${day === undefined ? '' : '#day'}`;

/** Answers owed on a day that is past. */
const isLate = ({ day, counts }: DueDay, today: Day): boolean =>
  day < today && counts.some(({ kind }) => kind === 'answer');

const Cell = (props: DueMonthProps & { on: Day; calendar: Calendar }) => {
  const { on, calendar, found, day } = props;
  const { look, word, words } = seenDay(on, { calendar });
  const due = found.days.find((each) => each.day === on);
  const looks = [
    look,
    on === found.today ? 'today' : '',
    on === day ? 'chosen' : '',
    due !== undefined && isLate(due, found.today) ? 'is-late' : '',
  ];
  return (
    <td class={looks.filter((each) => each !== '').join(' ')}>
      <b aria-hidden="true">{Number(on.slice(8))}</b>
      {word !== '' && (
        <small class="w" aria-hidden="true">
          {word}
        </small>
      )}
      <span class="visually-hidden">
        {words}
        {due === undefined ? '，没有到期' : ''}
      </span>
      {due !== undefined && (
        <>
          <a href={hrefOf(props, on)}>
            {due.cases} 件<span class="visually-hidden">到期</span>
          </a>
          {due.counts.map((count) => (
            <span>{wordsOf(count)}</span>
          ))}
        </>
      )}
      <AppealsOfDay appeals={props.appeals} on={on} />
    </td>
  );
};

const Agenda = (props: DueMonthProps) => (
  <ol class="gk-agenda gk-only-m">
    {props.found.days.map((due) => (
      <li {...(isLate(due, props.found.today) ? { class: 'is-late' } : {})}>
        <span>
          {longDay(due.day)}，{weekdayName(due.day)}
        </span>
        <a href={hrefOf(props, due.day)}>{due.cases} 件到期</a>
        <small>{due.counts.map(wordsOf).join('，')}</small>
      </li>
    ))}
    {props.found.days.length === 0 && <li>本月没有到期的申请。</li>}
  </ol>
);

const Month = (props: DueMonthProps) => {
  const { page, found, scope } = props;
  const calendar = page.context.calendar();
  const other = (step: 1 | -1) =>
    page.at(dueMonthPath, { month: otherMonth(found.month, step), ...placeQuery(scope) });
  return (
    <Panel id="month" title={monthWords(found.month)}>
      <div class="gk-duecal gk-only-d">
        <MonthTable month={found.month} cell={(on) => <Cell {...props} on={on} calendar={calendar} />} />
      </div>
      <Agenda {...props} />
      <Pager previous={other(-1)} next={other(1)} summary="" labels={['上一月', '下一月']} />
    </Panel>
  );
};

const OfDay = (props: DueMonthProps) => {
  const { page, day, found, definition, state, scope } = props;
  if (day === null) return null;
  const due = found.days.find((each) => each.day === day);
  return (
    <Panel id="day" title={`${longDay(day)}到期`}>
      {due === undefined ? (
        <Empty title="这一天没有到期的申请">请在日历上选择有件数的日子。</Empty>
      ) : (
        <DataTable
          definition={definition}
          state={state}
          path={page.at(dueMonthPath, { month: found.month, ...placeQuery(scope), day })}
          rows={found.rows}
          pages={{ previous: null, next: found.next, count: { rows: due.cases, more: false } }}
          empty={{ title: '没有更多', text: '这一天到期的申请都在前面。' }}
        />
      )}
    </Panel>
  );
};

/** The words of what is due on the day listed. */
export const actWords = ({ acts }: DueLine): string =>
  acts
    .map(({ kind, unconfirmed }) => `${dueActNames[kind]}${unconfirmed ? `（${unconfirmedWords}）` : ''}`)
    .join('、');

/** The last days of open cases: a month as a grid, on a phone as a list of days, and one day's cases beneath. */
export const DueMonthPage = (props: DueMonthProps) => {
  const { page, scope, found } = props;
  const all = found.days.reduce((sum, { cases }) => sum + cases, 0);
  const provisional = seenDay(`${found.month}-01` as Day, { calendar: page.context.calendar() }).provisional;
  return (
    <OfficeFrame
      shell={page.shell}
      title="期限日历"
      section={page.at('/office/applications')}
      lead={`${scope.agency.name}${scope.below ? '和下级机关' : ''}，${monthWords(found.month)}到期 ${all} 件${found.overdueBefore > 0 ? `，此前已超期 ${found.overdueBefore} 件` : ''}`}
    >
      {applicationTabs(page, 'calendar')}
      <ScopeForm page={page} scope={scope} path={dueMonthPath} hidden={{ month: found.month }} />
      {provisional && (
        <p class="gk-caution">
          {found.month.slice(0, 4)} 年放假安排尚未公布，按法定节假日暂算，调休没有计入。
        </p>
      )}
      <Month {...props} />
      <OfDay {...props} />
      <AppealDays appeals={props.appeals} at={page.at} />
    </OfficeFrame>
  );
};
