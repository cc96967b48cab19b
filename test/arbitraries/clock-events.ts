import fc from 'fast-check';
import { addDays, type Day } from '../../src/domain/workday/index.ts';
import type { OracleEvent } from '../support/clock-oracle.ts';

const asking = ['thirdParty', 'maker', 'agency'] as const;

/** One chapter of a case, begun `gap` days after what came before. */
interface Move {
  readonly kind:
    | 'ask'
    | 'receive'
    | 'answerLetter'
    | 'correct'
    | 'return'
    | 'fee'
    | 'notice'
    | 'pay'
    | 'extend'
    | 'delay';
  readonly gap: number;
  readonly of: (typeof asking)[number];
  readonly days: number;
}

const move: fc.Arbitrary<Move> = fc.record({
  kind: fc.constantFrom(
    'ask',
    'receive',
    'answerLetter',
    'ask',
    'receive',
    'answerLetter',
    'correct',
    'return',
    'fee',
    'notice',
    'pay',
    'extend',
    'delay',
  ),
  gap: fc.integer({ min: 0, max: 14 }),
  of: fc.constantFrom(...asking),
  days: fc.integer({ min: 1, max: 20 }),
});

interface Course {
  day: Day;
  readonly events: OracleEvent[];
  /** Letters out by kind: sent, or received and not answered. */
  readonly letters: Map<string, 'sent' | 'received'>;
  corrected: boolean;
  waiting: 'correction' | 'fee' | 'feeNoticed' | null;
  extended: boolean;
}

function restarted(course: Course, type: string): void {
  course.events.push({ type, on: course.day });
  course.waiting = null;
  course.extended = false;
}

/** Adds the move where it fits what has happened; what does not fit is left out. */
function play(course: Course, { kind, gap, of, days }: Move): void {
  const before = course.day;
  course.day = addDays(course.day, gap);
  const { events, letters, day, waiting } = course;
  const letter = letters.get(of);
  if (kind === 'ask' && letter === undefined) {
    letters.set(of, 'sent');
    events.push({ type: `${of}Asked`, on: day });
  } else if (kind === 'receive' && letter === 'sent' && of !== 'agency') {
    letters.set(of, 'received');
    events.push({ type: `${of}Received`, on: day });
  } else if (kind === 'answerLetter' && letter !== undefined) {
    letters.delete(of);
    events.push({ type: `${of}Answered`, on: day });
  } else if (kind === 'correct' && !course.corrected && waiting === null) {
    course.corrected = true;
    course.waiting = 'correction';
    events.push({ type: 'correctionSent', on: day, due: addDays(day, days) });
  } else if (kind === 'return' && waiting === 'correction') restarted(course, 'correctionReceived');
  else if (kind === 'fee' && waiting === null) {
    course.waiting = 'fee';
    events.push({ type: 'feeNoticeSent', on: day });
  } else if (kind === 'notice' && waiting === 'fee') {
    course.waiting = 'feeNoticed';
    events.push({ type: 'feeNoticeReceived', on: day });
  } else if (kind === 'pay' && (waiting === 'fee' || waiting === 'feeNoticed')) restarted(course, 'feePaid');
  else if (kind === 'extend' && !course.extended) {
    course.extended = true;
    events.push({ type: 'extended', on: day, days });
  } else if (kind === 'delay') events.push({ type: 'delayed', on: day, due: addDays(day, days) });
  else course.day = before;
}

const firstReceipt = '2019-05-15' as Day;

/** Courses that cases could take over the shipped years, and a day to look at them from. Some are refused (late extension). */
export const clockCases: fc.Arbitrary<{ readonly events: readonly OracleEvent[]; readonly on: Day }> = fc
  .record({
    offset: fc.integer({ min: 0, max: 2650 }),
    moves: fc.array(move, { maxLength: 10 }),
    end: fc.constantFrom('answered', 'withdrawn', null, null),
    gap: fc.integer({ min: 0, max: 30 }),
    look: fc.integer({ min: -20, max: 40 }),
  })
  .map(({ offset, moves, end, gap, look }) => {
    const received = addDays(firstReceipt, offset);
    const course: Course = {
      day: received,
      events: [{ type: 'received', on: received }],
      letters: new Map(),
      corrected: false,
      waiting: null,
      extended: false,
    };
    for (const one of moves) play(course, one);
    const last = addDays(course.day, gap);
    if (end !== null) course.events.push({ type: end, on: last });
    const on = addDays(end === null ? course.day : last, look);
    return { events: course.events, on: on < received ? received : on };
  });
