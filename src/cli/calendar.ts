import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ChangedDay } from '../app/calendar/changed-days.ts';
import {
  calendarFolder,
  keepYearFile,
  shanghaiDay,
  yearOfFile,
  loadedYears as yearsIn,
} from '../app/calendar-years.ts';
import { loadCalendarYear } from '../app/commands/load-calendar-year.ts';
import { openContext } from '../app/open-context.ts';
import { isRefusal } from '../domain/refusal.ts';
import {
  type Calendar,
  calendarOf,
  checkedYear,
  dayStatus,
  noticeName,
  yearState,
} from '../domain/workday/index.ts';
import type { CalendarYear } from '../law/calendar/index.ts';
import { UnreadableFile } from '../report/document.ts';
import { Failure } from './failure.ts';
import { type Io, write } from './io.ts';
import { storeOptions, withStore } from './store-options.ts';

/** The years loaded on this machine. @throws Failure that names the file */
export function loadedYears(io: Pick<Io, 'env' | 'now'>): CalendarYear[] {
  try {
    return yearsIn(calendarFolder(io.env.GONGKAI_DATA), io.now());
  } catch (error) {
    if (error instanceof UnreadableFile) throw new Failure(error.message, { cause: error });
    throw error;
  }
}

function yearOf(path: string, io: Io): CalendarYear {
  try {
    return yearOfFile(path, shanghaiDay(io.now()));
  } catch (error) {
    if (error instanceof UnreadableFile) throw new Failure(`${path}：${error.message}`, { cause: error });
    throw error;
  }
}

const daysOff = (year: CalendarYear): number => year.arrangements.reduce((n, a) => n + a.daysOff.length, 0);
const worked = (year: CalendarYear): number => year.arrangements.reduce((n, a) => n + a.workdays.length, 0);

interface YearLine {
  readonly year: number;
  readonly source: 'shipped' | 'loaded';
  readonly notice: string;
  readonly daysOff: number;
  readonly makeUpWorkdays: number;
}

async function list(
  calendar: Calendar,
  loaded: readonly CalendarYear[],
  json: boolean,
  io: Io,
): Promise<number> {
  const years = [...calendar.years.values()].sort((a, b) => a.year - b.year);
  const lines = years.map(
    (year): YearLine => ({
      year: year.year,
      source: loaded.includes(year) ? 'loaded' : 'shipped',
      notice: noticeName(year.notice),
      daysOff: daysOff(year),
      makeUpWorkdays: worked(year),
    }),
  );
  const last = years.at(-1)?.year ?? 0;
  const provisional = yearState(last + 1, calendar) === 'provisional' ? last + 1 : null;
  if (json) await write(io.stdout, `${JSON.stringify({ years: lines, provisional }, null, 2)}\n`);
  else {
    for (const line of lines)
      await write(
        io.stdout,
        `${line.year}　放假工作日${line.daysOff}天，调休上班${line.makeUpWorkdays}天　${line.source === 'loaded' ? '已载入' : '随程序提供'}　${line.notice}\n`,
      );
    if (provisional !== null)
      await write(io.stdout, `${provisional}　按法定节假日暂算，调休待放假通知发布后载入\n`);
  }
  return 0;
}

/** Open cases whose day moved; nothing where no office was ever started over this data. */
async function reckonAnew(year: CalendarYear, io: Io): Promise<readonly ChangedDay[]> {
  const { dataFolder, databaseUrl } = storeOptions(io);
  if (databaseUrl === undefined && !existsSync(join(dataFolder, 'postgres.json'))) return [];
  return withStore(io, async (options) => {
    const { context, close } = await openContext(options, 'terminal');
    try {
      const outcome = await loadCalendarYear(context, { text: JSON.stringify(year) });
      if (!isRefusal(outcome)) return outcome.changed;
      if (outcome.code === 'calendar.same' || outcome.code === 'calendar.noAgency') return [];
      throw new Failure(outcome.message);
    } finally {
      await close();
    }
  });
}

const mostListed = 200;

async function load(path: string | undefined, io: Io): Promise<number> {
  if (path === undefined)
    throw new Failure('calendar load：缺少放假通知的文件。用法见 gongkai calendar --help');
  const year = yearOf(path, io);
  const folder = calendarFolder(io.env.GONGKAI_DATA);
  const changed = await reckonAnew(year, io);
  try {
    keepYearFile(folder, year);
  } catch (error) {
    throw new Failure(`${folder}：文件不能写入，请检查文件夹的访问权限和磁盘空间。`, { cause: error });
  }
  await write(
    io.stdout,
    `已载入${year.year}年：放假工作日${daysOff(year)}天，调休上班${worked(year)}天（${noticeName(year.notice)}）\n`,
  );
  if (changed.length > 0) await write(io.stdout, `${changed.length}件在办申请的期限改变，已通知经办人：\n`);
  for (const { number, from, to } of changed.slice(0, mostListed))
    await write(io.stdout, `${number}　${from ?? '无'} → ${to ?? '无'}\n`);
  if (changed.length > mostListed) await write(io.stdout, `另有${changed.length - mostListed}件\n`);
  return 0;
}

/** Every year once more against the law, and today's place in it. */
async function checkCalendar(calendar: Calendar, io: Io): Promise<number> {
  const wrong = [...calendar.years.values()].flatMap((year) => {
    const checked = checkedYear(year);
    return isRefusal(checked) ? [`${year.year}年：${checked.message}`] : [];
  });
  for (const line of wrong) await write(io.stdout, `${line}\n`);
  const day = shanghaiDay(io.now());
  const status = dayStatus(day, calendar);
  if (isRefusal(status)) {
    await write(io.stdout, `${status.message}\n`);
    return 1;
  }
  if (wrong.length === 0) await write(io.stdout, `${calendar.years.size}个年份核对无误\n`);
  await write(
    io.stdout,
    `今天${day}：${status.workday ? '工作日' : '非工作日'}（${status.why}）${status.provisional ? '，按法定节假日暂算' : ''}\n`,
  );
  return wrong.length > 0 ? 1 : 0;
}

/** `gongkai calendar list|load FILE|check`. */
export async function calendar(
  action: string,
  file: string | undefined,
  options: { readonly json?: unknown },
  io: Io,
): Promise<number> {
  if (action === 'load') return load(file, io);
  if (action !== 'list' && action !== 'check')
    throw new Failure(`calendar ${action}：应为 list、load 或 check。`);
  const loaded = loadedYears(io);
  const known = calendarOf(loaded);
  return action === 'list' ? list(known, loaded, options.json === true, io) : checkCalendar(known, io);
}
