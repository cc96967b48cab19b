import type { Clock } from '../../domain/application/clock.ts';
import { addDays, type Day } from '../../domain/workday/index.ts';

const compact = (day: string): string => day.replaceAll('-', '');
const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll('\n', '\\n');

/** Lines of at most 75 octets, the rest on lines that begin with a blank (RFC 5545, 3.1). */
function folded(line: string): string {
  const out: string[] = [];
  let now = '';
  let size = 0;
  for (const sign of line) {
    const octets = new TextEncoder().encode(sign).length;
    if (size + octets > 73) {
      out.push(now);
      now = ' ';
      size = 1;
    }
    now += sign;
    size += octets;
  }
  return [...out, now].join('\r\n');
}

/** The due day as a whole-day event with reminders five and one days before; null where there is no due day. */
export function dueDayCalendar(clock: Clock, received: Day, stamp: Date, host: string): string | null {
  if (clock.due === null) return null;
  const at = `${stamp.toISOString().replace(/[-:]|\.\d+/g, '')}`;
  const alarm = (days: number): string[] => [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped('政府信息公开申请答复期限将满')}`,
    `TRIGGER:-P${days}D`,
    'END:VALARM',
  ];
  return `${[
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Gongkai//Deadline//ZH',
    'BEGIN:VEVENT',
    `UID:${compact(received)}-${compact(clock.due)}@${host}`,
    `DTSTAMP:${at}`,
    `DTSTART;VALUE=DATE:${compact(clock.due)}`,
    `DTEND;VALUE=DATE:${compact(addDays(clock.due, 1))}`,
    `SUMMARY:${escaped(`最迟今日答复：${received}收到的政府信息公开申请`)}`,
    `DESCRIPTION:${escaped('依据《中华人民共和国政府信息公开条例》第三十三条推算，请以办理情况为准。')}`,
    ...alarm(5),
    ...alarm(1),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .map(folded)
    .join('\r\n')}\r\n`;
}
