import { readFileSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { systemReason } from '../app/system-reason.ts';
import { type AccountDay, accountOf } from '../domain/application/account.ts';
import { type ClockState, type Reckoning, reckon } from '../domain/application/clock.ts';
import { clockEvents } from '../domain/application/events.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import {
  type Calendar,
  calendarOf,
  type Day,
  parseDay,
  weekdayName,
  workdayTable,
} from '../domain/workday/index.ts';
import type { Citation } from '../law/citation.ts';
import { deadlines } from '../law/deadlines.ts';
import { instrumentName } from '../law/instruments.ts';
import { loadedYears } from './calendar.ts';
import { Failure } from './failure.ts';
import { type Io, write } from './io.ts';

const largest = 16 * 1024 * 1024;

const basisText = (basis: Citation | string): string =>
  typeof basis === 'string' ? basis : `${instrumentName(basis.instrument)}${basis.article}`;

const refusalText = ({ message, article }: Refusal): string =>
  article === null ? message : `${message}（依据：${basisText(article)}）`;

/** The JSON of contracts.md §2. */
function jsonOf(reckoning: Reckoning, calendar: Calendar): string {
  const { due, state, used, left, late, provisional, warnings, on } = reckoning.clock;
  return JSON.stringify({
    due,
    state,
    used,
    left,
    late,
    provisional,
    on,
    warnings: warnings.map(({ message, basis }) => ({ message, basis: basisText(basis) })),
    days: accountOf(reckoning, calendar).map((day) => ({ ...day, basis: basisText(day.basis) })),
  });
}

const stateWords: Readonly<Record<ClockState, string>> = {
  withdrawn: '申请人已撤回',
  answered: '已答复',
  abandoned: '逾期未补正或未缴费，视为放弃申请',
  overdue: '已超期',
  paused: '期限中止',
  running: '办理中',
};

const dayLine = ({ day, counted, number, why, basis }: AccountDay): string => {
  const mark = counted ? `第${String(number).padStart(2)}日` : '　—　';
  const source = counted ? '' : `　${basisText(basis)}`;
  return `${day} ${weekdayName(day)}　${mark}　${why}${source}`;
};

function textOf(reckoning: Reckoning, calendar: Calendar): string {
  const { due, state, used, left, late, provisional, warnings, on } = reckoning.clock;
  const head =
    due === null
      ? '目前没有可以推算的答复期限'
      : `最迟${due}（${weekdayName(due)}）答复${late ? '，实际答复已逾期' : ''}`;
  return [
    head,
    `截至${on}：${stateWords[state]}，已用${used}个工作日，还剩${left}个工作日`,
    ...(provisional ? ['其中有日期所在年份的放假通知尚未载入，按法定节假日暂算'] : []),
    ...warnings.map(({ message, basis }) => `注意：${message}${basisText(basis)}`),
    `依据：${basisText(deadlines.answer.basis)}`,
    '',
    ...accountOf(reckoning, calendar).map(dayLine),
    '',
  ].join('\n');
}

interface Asked {
  readonly received: Day | null;
  readonly on: Day | null;
  readonly calendar: Calendar;
}

function reckoned(events: unknown, { received, on, calendar }: Asked): Reckoning | Refusal {
  const table = workdayTable(calendar);
  const inOrder = clockEvents(events, table, received);
  return isRefusal(inOrder) ? inOrder : reckon(inOrder, table, on);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function eventsOf(path: string): unknown {
  let text: string;
  try {
    if (statSync(path).size > largest) throw new Failure(`${path}：文件过大。请确认是否选错了文件。`);
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`${path}：文件${systemReason(error)}。`, { cause: error });
  }
  const value = parsed(text.replace(/^\ufeff/, ''));
  if (value === undefined) throw new Failure(`${path}：不是有效的 JSON 文件，请核对括号和引号。`);
  return value;
}

/** One list a line in, one result a line out, in the same order; a list that is refused gives `{"error"}`. */
async function stream(asked: Asked, io: Io): Promise<number> {
  let refused = 0;
  for await (const line of createInterface({ input: io.stdin ?? process.stdin })) {
    if (line.trim() === '') continue;
    const result = reckoned(parsed(line), asked);
    if (isRefusal(result)) refused += 1;
    const out = isRefusal(result)
      ? JSON.stringify({ error: refusalText(result), code: result.code })
      : jsonOf(result, asked.calendar);
    await write(io.stdout, `${out}\n`);
  }
  if (refused > 0) io.stderr.write(`${refused}个列表不能计算，原因见各行\n`);
  return refused > 0 ? 2 : 0;
}

function dayNamed(text: string | undefined, option: string): Day | null {
  if (text === undefined) return null;
  const day = parseDay(text);
  if (day === null) throw new Failure(`${option} ${text}：日期不存在，请写作 YYYY-MM-DD。`);
  return day;
}

/** `gongkai deadline`: the clock of one application, or of many from standard input. Exit 2 when it is refused. */
export async function deadline(
  options: {
    readonly received?: string;
    readonly events?: string;
    readonly on?: string;
    readonly json?: unknown;
  },
  io: Io,
): Promise<number> {
  if (options.received === undefined && options.events === undefined)
    throw new Failure(
      '请用 --received 写明收到申请之日，或用 --events 给出事件列表。用法见 gongkai deadline --help',
    );
  const calendar = calendarOf(loadedYears(io));
  const received = dayNamed(options.received, '--received');
  const asked: Asked = { received, on: dayNamed(options.on, '--on'), calendar };
  if (options.events === '-') return stream(asked, io);
  const result = reckoned(options.events === undefined ? [] : eventsOf(options.events), asked);
  if (isRefusal(result)) throw new Failure(refusalText(result));
  const { json } = options;
  await write(io.stdout, json ? `${jsonOf(result, calendar)}\n` : textOf(result, calendar));
  return 0;
}
