import type { Child } from 'hono/jsx';
import { type Day, daysInMonth, formatDay, weekday } from '../../domain/workday/index.ts';

const weekdays = '一二三四五六日';

/** The month's days in weeks from Monday, null outside the month. */
function weeksOf(year: number, month: number): (Day | null)[][] {
  const first = (weekday(formatDay(year, month, 1)) + 6) % 7;
  const cells: (Day | null)[] = [
    ...Array<null>(first).fill(null),
    ...Array.from({ length: daysInMonth(year, month) }, (_, n) => formatDay(year, month, n + 1)),
  ];
  while (cells.length % 7 > 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, n) => cells.slice(n * 7, n * 7 + 7));
}

/** A month as a table of weeks; `month` is YYYY-MM, `cell` gives each day's own td. */
export const MonthTable = ({ month, cell }: { month: string; cell: (day: Day) => Child }) => {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return (
    <table class="gk-cal">
      <caption>{`${year}年${number}月`}</caption>
      <thead>
        <tr>
          {[...weekdays].map((name) => (
            <th scope="col">
              <abbr title={`星期${name}`}>{name}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, number).map((week) => (
          <tr>{week.map((day) => (day === null ? <td /> : cell(day)))}</tr>
        ))}
      </tbody>
    </table>
  );
};
