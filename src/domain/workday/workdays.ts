import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { type Calendar, dayStatus } from './calendar.ts';
import { addDays, type Day } from './day.ts';

/** A day reckoned in working days; `provisional` when any day on the way lies in a year without its notice. */
export interface Reckoned {
  readonly day: Day;
  readonly provisional: boolean;
}

/** More than any period of disclosure law; a request beyond it is a slip of the caller. */
const mostWorkdays = 10_000;

/**
 * The `count`-th working day after `from`; the day itself is not counted (民事诉讼法第八十五条: 期间开始的日不计算在内).
 * With count 0 it is `from`. Refused: a year without data on the way; count not a whole number from 0.
 */
export function addWorkdays(from: Day, count: number, calendar: Calendar): Reckoned | Refusal {
  if (!Number.isInteger(count) || count < 0 || count > mostWorkdays)
    return refuse('workday.count', `工作日数应为0至${mostWorkdays}的整数，现为${count}。`, { count });
  let day = from;
  let provisional = false;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    const status = dayStatus(day, calendar);
    if (isRefusal(status)) return status;
    provisional ||= status.provisional;
    if (status.workday) left -= 1;
  }
  return { day, provisional };
}

/** The day itself when it is a working day, else the next one (期间届满的最后一日是节假日的，以节假日后的第一日为届满日). */
export function workdayFrom(day: Day, calendar: Calendar): Reckoned | Refusal {
  const status = dayStatus(day, calendar);
  if (isRefusal(status)) return status;
  return status.workday ? { day, provisional: status.provisional } : addWorkdays(day, 1, calendar);
}

/** How many working days `d` there are with after < d ≤ to; 0 when `to` is not later. */
export function countWorkdays(
  after: Day,
  to: Day,
  calendar: Calendar,
): { readonly count: number; readonly provisional: boolean } | Refusal {
  let count = 0;
  let provisional = false;
  for (let day = after; day < to; ) {
    day = addDays(day, 1);
    const status = dayStatus(day, calendar);
    if (isRefusal(status)) return status;
    provisional ||= status.provisional;
    if (status.workday) count += 1;
  }
  return { count, provisional };
}

/** Whether the day is a working day, for callers that need no reason. */
export function isWorkday(day: Day, calendar: Calendar): boolean | Refusal {
  const status = dayStatus(day, calendar);
  return isRefusal(status) ? status : status.workday;
}
