import { isRefusal } from '../../domain/refusal.ts';
import { type Calendar, type Day, dayStatus, weekdayName } from '../../domain/workday/index.ts';
import { longDay } from '../clock/words.ts';
import { MonthTable } from './month-table.tsx';

/** A day that means something besides: 答复截止, 公示期满. */
export interface DayMark {
  readonly day: string;
  /** Two or three characters for the cell. */
  readonly word: string;
  /** In words: 2026-0187 最迟答复. */
  readonly about: string;
}

export interface WorkdayMonthProps {
  /** YYYY-MM. */
  readonly month: string;
  readonly calendar: Calendar;
  readonly today: string;
  readonly value?: string | null;
  readonly marks?: readonly DayMark[];
}

interface Seen {
  readonly look: string;
  readonly word: string;
  readonly words: string;
  readonly provisional: boolean;
}

/** What a day is: 班 for a weekend worked instead, the holiday by name, 休 for a weekend; nothing on a plain day. */
export function seenDay(
  day: Day,
  { calendar, marks = [] }: Pick<WorkdayMonthProps, 'calendar' | 'marks'>,
): Seen {
  const status = dayStatus(day, calendar);
  const mark = marks.find((each) => each.day === day);
  const about = mark === undefined ? '' : `，${mark.about}`;
  const name = `${longDay(day)}，${weekdayName(day)}`;
  if (isRefusal(status))
    return { look: 'unknown', word: mark?.word ?? '', words: `${name}${about}`, provisional: true };
  const { kind, why, provisional, workday } = status;
  const word = {
    weekday: '',
    weekend: '休',
    statutoryHoliday: why.slice(0, 2),
    shiftedDayOff: why.slice(0, 2),
  };
  return {
    look: [workday ? 'work' : kind === 'weekend' ? 'rest' : 'holiday', mark === undefined ? '' : 'due']
      .join(' ')
      .trim(),
    word: mark?.word ?? (kind === 'makeUpWorkday' ? '班' : word[kind]),
    words: `${name}，${kind === 'weekday' ? '工作日' : kind === 'weekend' ? '休息日' : why}${about}`,
    provisional,
  };
}

const Cell = ({ day, props }: { day: Day; props: WorkdayMonthProps }) => {
  const { look, word, words } = seenDay(day, props);
  const looks = [look, day === props.today ? 'today' : '', day === props.value ? 'chosen' : ''];
  return (
    <td class={looks.filter((each) => each !== '').join(' ')} data-day={day}>
      <b aria-hidden="true">{Number(day.slice(8))}</b>
      {word !== '' && <span aria-hidden="true">{word}</span>}
      <span class="visually-hidden">{words}</span>
    </td>
  );
};

/** A month with its working days, 调休, holidays by name and the days on which something is due. */
export const WorkdayMonth = (props: WorkdayMonthProps) => {
  const first = seenDay(`${props.month}-01` as Day, props);
  return (
    <div class={first.provisional ? 'gk-wmonth is-provisional' : 'gk-wmonth'} data-month={props.month}>
      <MonthTable month={props.month} cell={(day) => <Cell day={day} props={props} />} />
      {first.provisional && (
        <p class="gk-caution">
          {Number(props.month.slice(0, 4))} 年放假安排尚未公布，按法定节假日暂算，调休没有计入。
        </p>
      )}
    </div>
  );
};

/** The month before or after: YYYY-MM. */
export function otherMonth(month: string, step: 1 | -1): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + step;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}
