import { type Citation, cite } from '../../law/citation.ts';
import { deadlines } from '../../law/deadlines.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type Day, parseDay, type WorkdayTable } from '../workday/index.ts';

/** What can happen to an application as far as its clock goes, in the order in which it happens within one day. */
export const clockEventTypes = [
  'received',
  'correctionSent',
  'correctionReceived',
  'feeNoticeSent',
  'feeNoticeReceived',
  'feePaid',
  'thirdPartyAsked',
  'thirdPartyReceived',
  'thirdPartyAnswered',
  'makerAsked',
  'makerReceived',
  'makerAnswered',
  'agencyAsked',
  'agencyAnswered',
  'extended',
  'delayed',
  'answered',
  'withdrawn',
] as const;

export type ClockEventType = (typeof clockEventTypes)[number];

/** For people, in Chinese. */
export const clockEventNames: Readonly<Record<ClockEventType, string>> = {
  received: '收到申请',
  correctionSent: '发出补正告知书',
  correctionReceived: '收到补正',
  feeNoticeSent: '发出收费通知书',
  feeNoticeReceived: '申请人收到收费通知书',
  feePaid: '申请人缴费',
  thirdPartyAsked: '向第三方发出征求意见书',
  thirdPartyReceived: '第三方收到征求意见书',
  thirdPartyAnswered: '收到第三方意见',
  makerAsked: '向共同制作机关发出征求意见书',
  makerReceived: '共同制作机关收到征求意见书',
  makerAnswered: '收到共同制作机关意见',
  agencyAsked: '向其他机关发出协查函',
  agencyAnswered: '收到其他机关复函',
  extended: '告知延期答复',
  delayed: '告知延迟答复的期限',
  answered: '答复',
  withdrawn: '申请人撤回',
};

/** One thing that happened, on a legal day. Days are numbers as `dayNumber` gives them. */
export interface ClockEvent {
  readonly type: ClockEventType;
  readonly on: number;
  /** Tells several letters of one kind apart. */
  readonly ref: string | null;
  /** 补正期限, the last day of a delay (第三十五条), or the day at which a consultation of another agency is capped. */
  readonly due: number | null;
  /** Working days of an extension. */
  readonly days: number;
}

const order: ReadonlyMap<string, number> = new Map(clockEventTypes.map((type, index) => [type, index]));
const withDue: ReadonlySet<string> = new Set(['correctionSent', 'delayed']);

const wrong = (message: string, article: Citation | null = null): Refusal =>
  refuse('clock.event', message, {}, article);

function dayOf(value: unknown, what: string, table: WorkdayTable): number | Refusal {
  const number = typeof value === 'string' ? table.numberOf(value) : undefined;
  if (number !== undefined) return number;
  if (typeof value !== 'string' || parseDay(value) === null)
    return wrong(`${what}的日期“${String(value)}”不存在，请写作 YYYY-MM-DD。`);
  return wrong(
    `${what}的日期${value}不在已掌握的工作日历内。请先在办公端“工作日历”中载入该年的放假通知，或核对日期。`,
    cite('holidays', '第二条'),
  );
}

type Shape = Readonly<Record<string, unknown>>;

function daysOf(value: unknown): number | Refusal {
  if (value === undefined) return deadlines.extensionAtMost.workdays;
  const most = deadlines.extensionAtMost.workdays;
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most
    ? value
    : wrong(
        `延期天数应为1至${most}的整数，现为${JSON.stringify(value)}。请按延期告知书改正。`,
        deadlines.extensionAtMost.basis,
      );
}

function dueOf(type: ClockEventType, item: Shape, on: number, table: WorkdayTable): number | null | Refusal {
  if (!withDue.has(type)) return null;
  const name = clockEventNames[type];
  if (item.due === undefined || item.due === null)
    return wrong(`“${name}”缺少截止日 due。请补上告知书写明的期限。`);
  const due = dayOf(item.due, `“${name}”的截止日`, table);
  if (typeof due === 'number' && due < on) return wrong(`“${name}”的截止日早于告知之日。请核对两个日期。`);
  return due;
}

function eventOf(value: unknown, table: WorkdayTable): ClockEvent | Refusal {
  const item = (typeof value === 'object' && value !== null ? value : {}) as Shape;
  const type = item.type as ClockEventType;
  if (typeof item.type !== 'string' || !order.has(item.type))
    return wrong(
      `不认识的事件类型${JSON.stringify(item.type ?? null)}。可用的类型：${clockEventTypes.join('、')}。`,
    );
  if (item.ref !== undefined && item.ref !== null && typeof item.ref !== 'string')
    return wrong(`“${clockEventNames[type]}”的 ref 应为文字。`);
  const on = dayOf(item.on, `“${clockEventNames[type]}”`, table);
  if (typeof on !== 'number') return on;
  const due = dueOf(type, item, on, table);
  if (due !== null && typeof due !== 'number') return due;
  const days = type === 'extended' ? daysOf(item.days) : 0;
  if (typeof days !== 'number') return days;
  return { type, on, ref: (item.ref as string | undefined) ?? null, due, days };
}

/** By day, within a day in the order of `clockEventTypes`; what is left is told apart so that entry order never counts. */
const inOrder = (a: ClockEvent, b: ClockEvent): number =>
  a.on - b.on ||
  order.get(a.type)! - order.get(b.type)! ||
  (a.due ?? 0) - (b.due ?? 0) ||
  a.days - b.days ||
  Number((a.ref ?? '') > (b.ref ?? '')) - Number((a.ref ?? '') < (b.ref ?? ''));

/**
 * Events from JSON (`[{ "type", "on", "due"?, "days"?, "ref"? }]`, any order) or from code, put in order.
 * `received` stands for a missing receipt and must agree with one that is there.
 * Refused: a day that does not exist or lies outside the calendar, an unknown type, none or two receipts.
 */
export function clockEvents(
  value: unknown,
  table: WorkdayTable,
  received: Day | null = null,
): readonly ClockEvent[] | Refusal {
  if (!Array.isArray(value))
    return wrong('事件应为一个列表：[{"type": "received", "on": "YYYY-MM-DD"}, …]。');
  const events: ClockEvent[] = [];
  for (const item of value) {
    const event = eventOf(item, table);
    if ('refused' in event) return event;
    events.push(event);
  }
  const receipts = events.filter(({ type }) => type === 'received');
  if (receipts.length > 1)
    return wrong('收到申请（received）出现了两次。一件申请只有一个收到之日，请删去一个。');
  if (received !== null) {
    const on = dayOf(received, '收到申请', table);
    if (typeof on !== 'number') return on;
    if (receipts.length === 0) events.push({ type: 'received', on, ref: null, due: null, days: 0 });
    else if (receipts[0]!.on !== on) return wrong('--received 与事件中的收到之日不一致。请核对后只留一个。');
  } else if (receipts.length === 0)
    return wrong('没有收到申请（received）的日期，无法起算。请补上。', cite('tiaoli2019', '第三十一条'));
  return events.sort(inOrder);
}
