import type { CalendarYear, Day, HolidayArrangement, HolidayNotice } from '../../law/calendar/index.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { addDays, daysBetween, formatDay, isWeekend, parseDay, weekday, weekdayName } from './day.ts';
import { checkedYear } from './loaded-year.ts';

const titlePattern = /国务院办公厅关于\s*(\d{4})\s*年\s*部分节假日安排的通知/;
const numberPattern = /国办发明电\s*[〔[(（]\s*(\d{4})\s*[〕\])）]\s*(\d+)\s*号/;
const itemPattern = /^\s*[一二三四五六七八九十]+、\s*([^：:\s]{2,30}?)\s*[：:](.*)$/;
const datePattern = /(至|—|–|-|~)?(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:（([^（）]{0,30})）)?/g;

const unclear = (what: string): Refusal =>
  refuse('calendar.unreadableNotice', `放假通知${what}。请对照通知原文，或改用 JSON 文件载入。`);

interface Dated {
  readonly days: readonly Day[];
  readonly weekdays: readonly [Day, string][];
}

/** Days of one sentence. Year and month carry over from the date before; December in 元旦 is the old year's. */
function daysOf(sentence: string, year: number, holiday: string): Dated | Refusal {
  const days: Day[] = [];
  const weekdays: [Day, string][] = [];
  let month = 0;
  for (const match of sentence.matchAll(datePattern)) {
    month = match[3] ? Number(match[3]) : month;
    const old = month === 12 && holiday.includes('元旦') ? year - 1 : year;
    const day = parseDay(formatDay(match[2] ? Number(match[2]) : old, month, Number(match[4])));
    if (!day) return unclear(`中“${match[0]}”不是有效日期`);
    const named = /(?:星期|周)([日天一二三四五六])/.exec(match[5] ?? '');
    if (named?.[1]) weekdays.push([day, named[1]]);
    const from = days.at(-1);
    if (match[1] && from) {
      const length = daysBetween(from, day);
      if (length < 1 || length > 31) return unclear(`中“${sentence.slice(0, 40)}”的起止日期有误`);
      for (let i = 1; i <= length; i += 1) days.push(addDays(from, i));
    } else days.push(day);
  }
  return { days, weekdays };
}

function weekdayFault(weekdays: Dated['weekdays']): Refusal | null {
  for (const [day, named] of weekdays)
    if ('日一二三四五六'[weekday(day)] !== named.replace('天', '日'))
      return unclear(`写${day}为星期${named}，实为${weekdayName(day)}`);
  return null;
}

/** One numbered item: sentences with 上班 name days worked, the others days off; 共N天 must agree. */
function itemOf(
  holiday: string,
  text: string,
  year: number,
  notice: HolidayNotice,
): HolidayArrangement | Refusal {
  const off: Day[] = [];
  const workdays: Day[] = [];
  for (const sentence of text.split(/[。；;]/)) {
    const dated = daysOf(sentence, year, holiday);
    if (isRefusal(dated)) return dated;
    const fault = weekdayFault(dated.weekdays);
    if (fault) return fault;
    const total = /共\s*(\d+)\s*天/.exec(sentence)?.[1];
    if (total && Number(total) !== dated.days.length)
      return unclear(`中${holiday}写共${total}天，按起止日期为${dated.days.length}天`);
    (sentence.includes('上班') ? workdays : off).push(...dated.days);
  }
  if (off.length === 0) return unclear(`中${holiday}没有放假日期`);
  return { holiday, notice, daysOff: off.filter((day) => !isWeekend(day)), workdays };
}

/**
 * The yearly notice of 国务院办公厅 as text (wording since 2010: “2月11日至17日放假调休，共7天。2月7日（星期日）…上班。”)
 * as a calendar year, checked against the week, its own day counts and the statutory holidays. Refused when anything
 * does not fit: a wrong calendar is worse than none.
 */
export function yearFromNotice(text: string, loadedOn: Day): CalendarYear | Refusal {
  const plain = text.replace(/\(/g, '（').replace(/\)/g, '）');
  const title = titlePattern.exec(plain.replace(/\s+/g, ''));
  if (!title) return unclear('没有标题“国务院办公厅关于…年部分节假日安排的通知”');
  const year = Number(title[1]);
  const number = numberPattern.exec(plain);
  const signed = [...plain.matchAll(/(\d{4})年(\d{1,2})月(\d{1,2})日\s*$/gm)].at(-1);
  const notice: HolidayNotice = {
    title: `国务院办公厅关于${year}年部分节假日安排的通知`,
    number: number ? `国办发明电〔${number[1]}〕${number[2]}号` : null,
    issuedOn: signed ? parseDay(formatDay(Number(signed[1]), Number(signed[2]), Number(signed[3]))) : null,
    certainty: 'verified',
    checkedOn: loadedOn,
  };
  const arrangements: HolidayArrangement[] = [];
  for (const line of plain.split(/\r?\n/)) {
    const item = itemPattern.exec(line);
    if (!item) continue;
    const arrangement = itemOf(item[1] as string, item[2] as string, year, notice);
    if (isRefusal(arrangement)) return arrangement;
    arrangements.push(arrangement);
  }
  if (arrangements.length === 0) return unclear('中没有“一、元旦：…”这样的条目');
  return checkedYear({ year, notice, arrangements });
}
