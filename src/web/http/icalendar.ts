import { addDays, type Day } from '../../domain/workday/index.ts';

/** A whole day of a calendar. */
export interface CalendarDay {
  /** The same for the same matter, however often the file is fetched and wherever its day moves. */
  readonly id: string;
  readonly on: Day;
  readonly summary: string;
  readonly description: string;
  readonly url?: string;
  /** Days before, each at nine in the morning, on which it reminds. */
  readonly remindBefore: readonly number[];
}

export const CALENDAR = 'text/calendar; charset=utf-8';

/** Control characters may not stand in a calendar. */
const notText = /[^\t\n\u0020-\u007e\u0080-\u{10ffff}]/gu;

const compact = (day: string): string => day.replaceAll('-', '');
/** TEXT of RFC 5545, 3.3.11. */
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n?|\n/g, '\\n')
    .replace(notText, '');

/** Octets of a line beside its break, the blank of a line that goes on among them (RFC 5545, 3.1). */
const longest = 73;

function folded(line: string): string {
  const out: string[] = [];
  const encoder = new TextEncoder();
  let now = '';
  let size = 0;
  for (const sign of line) {
    const octets = encoder.encode(sign).length;
    if (size + octets > longest) {
      out.push(now);
      now = ' ';
      size = 1;
    }
    now += sign;
    size += octets;
  }
  return [...out, now].join('\r\n');
}

/** An event of a whole day begins at midnight: nine o'clock so many days before lies that much earlier. */
const alarm = (days: number, words: string): string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `DESCRIPTION:${words}`,
  `TRIGGER:-P${days > 1 ? `${days - 1}D` : ''}T15H`,
  'END:VALARM',
];

const eventOf = (day: CalendarDay, stamp: string, host: string): string[] => {
  const summary = escaped(day.summary);
  return [
    'BEGIN:VEVENT',
    `UID:${day.id}@${host}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(day.on)}`,
    `DTEND;VALUE=DATE:${compact(addDays(day.on, 1))}`,
    `SUMMARY:${summary}`,
    `DESCRIPTION:${escaped(day.description)}`,
    ...(day.url === undefined ? [] : [`URL:${day.url}`]),
    'TRANSP:TRANSPARENT',
    ...day.remindBefore.flatMap((days) => alarm(days, summary)),
    'END:VEVENT',
  ];
};

/**
 * Whole days as a calendar (RFC 5545). `subscribed`: a program fetches it again and again, every few hours; else it is
 * taken in once.
 */
export function calendarFile(
  days: readonly CalendarDay[],
  {
    name,
    stamp,
    host,
    subscribed,
  }: { readonly name: string; readonly stamp: Date; readonly host: string; readonly subscribed: boolean },
): string {
  const at = stamp.toISOString().replace(/[-:]|\.\d+/g, '');
  const fetched = subscribed ? ['REFRESH-INTERVAL;VALUE=DURATION:PT6H', 'X-PUBLISHED-TTL:PT6H'] : [];
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Gongkai//Due days//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'X-WR-TIMEZONE:Asia/Shanghai',
    ...fetched,
    ...days.flatMap((day) => eventOf(day, at, host)),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
