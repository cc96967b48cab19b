import type { AccountDay } from '../../domain/application/account.ts';
import type { Day } from '../../domain/workday/index.ts';
import { MonthTable } from '../theme/month-table.tsx';
import { shortWord } from './words.ts';

interface MonthsProps {
  readonly days: readonly AccountDay[];
  readonly due: Day | null;
  /** The day the account is drawn up for; later ones are still to come. */
  readonly on: Day;
}

const classes: Readonly<Record<AccountDay['kind'], string>> = {
  start: 'start',
  counted: 'counted',
  rest: 'rest',
  holiday: 'holiday',
  asking: 'paused',
  correction: 'paused',
  payment: 'paused',
};

const DayCell = ({
  day,
  entry,
  due,
  on,
}: {
  day: Day;
  entry: AccountDay | undefined;
  due: Day | null;
  on: Day;
}) => {
  const name = [
    entry === undefined ? '' : classes[entry.kind],
    entry !== undefined && day > on ? 'future' : '',
    day === due ? 'due' : '',
    day === on ? 'today' : '',
  ].filter((each) => each !== '');
  return (
    <td {...(name.length > 0 ? { class: name.join(' ') } : {})}>
      <b>{Number(day.slice(8))}</b>
      {entry !== undefined && <span>{day === due ? '截止' : shortWord(entry)}</span>}
    </td>
  );
};

const Month = ({ month, ...props }: MonthsProps & { month: string }) => {
  const byDay = new Map(props.days.map((entry) => [entry.day, entry]));
  return (
    <MonthTable
      month={month}
      cell={(day) => <DayCell day={day} entry={byDay.get(day)} due={props.due} on={props.on} />}
    />
  );
};

/** Months shown at most; a case that lasted longer is read in the table beneath. */
const mostMonths = 6;

/** The account as months, each day with its number or why it does not count, and the key to the colours. */
export const Months = (props: MonthsProps) => {
  const months = [...new Set(props.days.map(({ day }) => day.slice(0, 7)))];
  const asked = props.days.some(
    ({ kind }) => kind === 'asking' || kind === 'correction' || kind === 'payment',
  );
  return (
    <>
      <div class="gk-months">
        {months.slice(0, mostMonths).map((month) => (
          <Month month={month} {...props} />
        ))}
      </div>
      {months.length > mostMonths && (
        <p class="gk-muted gk-small">只显示前{mostMonths}个月，其余见逐日计算。</p>
      )}
      <ul class="gk-key" aria-label="图例">
        <li>
          <i aria-hidden="true" />
          已计入
        </li>
        {asked && (
          <li>
            <i class="p" aria-hidden="true" />
            等待他人，不计入
          </li>
        )}
        <li>
          <i class="r" aria-hidden="true" />
          休息日、节假日
        </li>
        <li>
          <i class="f" aria-hidden="true" />
          尚未到来
        </li>
        {props.due !== null && (
          <li>
            <i class="d" aria-hidden="true" />
            最后一天
          </li>
        )}
      </ul>
    </>
  );
};
