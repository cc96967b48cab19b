import type { Clock } from '../../domain/application/clock.ts';
import type { Day } from '../../domain/workday/index.ts';
import { calendarFile } from '../http/icalendar.ts';

/** The due day as a whole-day event with reminders five days and one day before; null where there is no due day. */
export function dueDayCalendar(clock: Clock, received: Day, stamp: Date, host: string): string | null {
  if (clock.due === null) return null;
  const day = {
    id: [received, clock.due].map((each) => each.replaceAll('-', '')).join('-'),
    on: clock.due,
    summary: `最迟今日答复：${received}收到的政府信息公开申请`,
    description: '依据《中华人民共和国政府信息公开条例》第三十三条推算，请以办理情况为准。',
    remindBefore: [5, 1],
  };
  return calendarFile([day], { name: '政府信息公开申请答复期限', stamp, host, subscribed: false });
}
