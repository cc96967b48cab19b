import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import {
  type Calendar,
  calendarOf,
  formatDay,
  yearFromJson,
  yearFromNotice,
} from '../domain/workday/index.ts';
import type { CalendarYear, Day } from '../law/calendar/index.ts';
import { UnreadableFile } from '../report/document.ts';
import { decodeText } from '../report/read/index.ts';
import { systemReason } from './system-reason.ts';

const largest = 1_048_576;

/** Where years loaded on this machine are kept, one file each; GONGKAI_DATA names the data folder. */
export const calendarFolder = (dataFolder: string | undefined): string =>
  resolve(dataFolder ?? 'data', 'calendar');

/** The day in Asia/Shanghai at an instant, whatever the machine's own time zone. */
export function shanghaiDay(now: Date): Day {
  const beijing = new Date(now.getTime() + 8 * 3_600_000);
  return formatDay(beijing.getUTCFullYear(), beijing.getUTCMonth() + 1, beijing.getUTCDate());
}

function bytesOf(path: string): Uint8Array {
  try {
    const { size } = statSync(path);
    if (size > largest)
      throw new UnreadableFile('tooLarge', '文件过大，放假通知不应超过1 MB。请确认是否选错了文件。');
    return readFileSync(path);
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile('unsupported', `文件${systemReason(error)}。`, { cause: error });
  }
}

function yearOfJson(text: string, loadedOn: Day): CalendarYear | Refusal {
  try {
    return yearFromJson(JSON.parse(text), loadedOn);
  } catch {
    return refuse('calendar.json', '不是有效的 JSON 文件，请核对括号和引号。');
  }
}

/** A year of working days from the yearly notice as text, or from JSON. */
export const yearOfText = (text: string, loadedOn: Day): CalendarYear | Refusal =>
  /^\s*[{[]/.test(text) ? yearOfJson(text, loadedOn) : yearFromNotice(text, loadedOn);

/**
 * The same of a file.
 * @throws UnreadableFile with a sentence that says what is wrong with it
 */
export function yearOfFile(path: string, loadedOn: Day): CalendarYear {
  const { text } = decodeText(bytesOf(path));
  const year = yearOfText(text, loadedOn);
  if (isRefusal(year)) throw new UnreadableFile('corrupt', year.message);
  return year;
}

/**
 * The years loaded on this machine. A damaged file stops everything: a calendar that lacks days is a wrong one.
 * @throws UnreadableFile that names the file
 */
export function loadedYears(folder: string, now: Date): CalendarYear[] {
  let names: string[];
  try {
    names = readdirSync(folder).sort();
  } catch {
    return [];
  }
  return names
    .filter((name) => /^\d{4}\.json$/.test(name))
    .map((name) => {
      const path = join(folder, name);
      try {
        return yearOfFile(path, shanghaiDay(now));
      } catch (error) {
        if (!(error instanceof UnreadableFile)) throw error;
        throw new UnreadableFile(error.reason, `${path}：${error.message}`, { cause: error });
      }
    });
}

/** Writes a year where `loadedYears` finds it, whole or not at all. */
export function keepYearFile(folder: string, year: CalendarYear): void {
  const target = join(folder, `${year.year}.json`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${target}.${process.pid}`, `${JSON.stringify(year, null, 2)}\n`);
  renameSync(`${target}.${process.pid}`, target);
}

const folderChanged = (folder: string): number => {
  try {
    return statSync(folder).mtimeMs;
  } catch {
    return 0;
  }
};

/** The calendar of shipped and loaded years for a server, read anew when a year was loaded. */
export function calendarKeeper(folder: string, now: () => Date): () => Calendar {
  let seen = -1;
  let calendar: Calendar | null = null;
  return () => {
    const changed = folderChanged(folder);
    if (calendar === null || changed !== seen) {
      calendar = calendarOf(loadedYears(folder, now()));
      seen = changed;
    }
    return calendar;
  };
}
