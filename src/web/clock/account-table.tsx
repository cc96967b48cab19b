import type { AccountDay } from '../../domain/application/account.ts';
import { weekdayName } from '../../domain/workday/index.ts';
import { ScrollRegion } from '../theme/parts.tsx';
import { basisWords, longDay } from './words.ts';

/** Each day with its number, why, and the article or notice: what the small calendar says in colours. */
export const AccountTable = ({ days }: { days: readonly AccountDay[] }) => {
  const counted = days.filter((each) => each.counted).length;
  const [first, last] = [days[0]!.day, days.at(-1)!.day];
  return (
    <details class="gk-account" open>
      <summary>
        {`${longDay(first)}至${longDay(last)}，共 ${days.length} 天：计入 ${counted} 天，不计入 ${days.length - counted} 天`}
      </summary>
      <ScrollRegion label="每一日是否计入和理由">
        <table class="gk-table">
          <thead>
            <tr>
              <th scope="col">日期</th>
              <th scope="col">星期</th>
              <th scope="col" class="num">
                第几日
              </th>
              <th scope="col">为什么</th>
              <th scope="col">依据</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, counted: counts, number, why, basis }) => (
              <tr {...(counts ? {} : { class: 'z' })}>
                <th scope="row" class="gk-nw">
                  <time datetime={day}>{day}</time>
                </th>
                <td>{weekdayName(day).slice(2)}</td>
                <td class="num">{counts ? number : '不计'}</td>
                <td>{why}</td>
                <td>{basisWords(basis)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
};
