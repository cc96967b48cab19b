import type { Citation } from '../../law/citation.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import type { Day } from '../workday/index.ts';
import { type Act, type ActType, actNames } from './acts.ts';
import type { ApplicationCase } from './case.ts';
import { reckonEntries } from './case-clock.ts';
import { effectOf } from './effects.ts';
import { type Context, guards } from './guards.ts';
import type { ClockWarning } from './history.ts';
import {
  type Actor,
  actorNames,
  type Condition,
  type Phase,
  phaseNames,
  type Transition,
  transitions,
} from './phases.ts';
import { no } from './refusing.ts';

/** What happened, for the record: no word of the application and no person in it. */
export interface CaseEvent {
  readonly act: ActType;
  readonly on: Day;
  readonly from: Phase;
  readonly to: Phase;
  readonly by: Actor;
  readonly core: string | null;
  readonly basis: Citation | null;
}

export interface Decision {
  readonly state: ApplicationCase;
  readonly event: CaseEvent;
  /** Late, but taken. */
  readonly warnings: readonly ClockWarning[];
}

const conditions: Readonly<Record<Condition, (state: ApplicationCase, act: Act) => boolean>> = {
  lastReview: (state, act) => {
    const other = act.type === 'review' && act.kind === 'legal' ? state.reviews.secrecy : state.reviews.legal;
    return other !== null;
  },
  reviewOutstanding: (state, act) => !conditions.lastReview(state, act),
};

/** Rows of the table that lead out of a phase. */
export const rowsFrom = (phase: Phase): readonly Transition[] =>
  transitions.filter(({ from }) => from.includes(phase));

/** What can be done with a case where it stands, by whom; a guard may still say no. */
export const possibleActs = (state: ApplicationCase, actor: Actor): readonly ActType[] => [
  ...new Set(
    rowsFrom(state.phase)
      .filter(({ who }) => who.includes(actor))
      .map(({ act }) => act),
  ),
];

function rowOf(state: ApplicationCase, act: Act, actor: Actor): Transition | Refusal {
  const rows = rowsFrom(state.phase).filter((row) => row.act === act.type);
  const row = rows.find(({ when }) => when === null || conditions[when](state, act));
  if (row === undefined) {
    const open = possibleActs(state, actor).map((type) => actNames[type]);
    return no(
      'phase',
      `本件处于“${phaseNames[state.phase]}”环节，不能“${actNames[act.type]}”。${open.length === 0 ? '当前没有可以办理的事项。' : `现在可以：${open.join('、')}。`}`,
    );
  }
  return row.who.includes(actor)
    ? row
    : no('actor', `“${actNames[act.type]}”由${row.who.map((who) => actorNames[who]).join('、')}办理。`);
}

/** Days that cannot be: later than today, or before the application was there. */
function dayRefused(state: ApplicationCase, act: Act, { today }: Context): Refusal | undefined {
  if (act.on > today)
    return refuse('application.future', `“${actNames[act.type]}”的日期${act.on}在今天之后。请核对日期。`);
  const since = state.receivedOn ?? state.submittedOn;
  return since !== null && act.on < since
    ? refuse(
        'application.past',
        `“${actNames[act.type]}”的日期${act.on}早于${state.receivedOn === null ? '提交' : '收到'}申请之日（${since}）。请核对日期。`,
      )
    : undefined;
}

/** The entries of the clock with those of the act, refused where they do not fit together. */
function wind(state: ApplicationCase, added: ApplicationCase['clock'], { table }: Context) {
  const clock = [...state.clock, ...added];
  if (added.length === 0) return { clock, warnings: [] };
  const received = clock.find(({ type }) => type === 'received')!.on;
  const last = clock.reduce((day, { on }) => (on > day ? on : day), received);
  const before = state.clock.length === 0 ? null : reckonEntries(state.clock, last, table);
  const reckoning = reckonEntries(clock, last, table);
  if (isRefusal(reckoning)) return reckoning;
  const known = before === null || isRefusal(before) ? 0 : before.clock.warnings.length;
  return { clock, warnings: reckoning.clock.warnings.slice(known) };
}

/**
 * What an act makes of a case, or why it may not be: the row of the table, who does it, its days, its guards in order,
 * the clock. Pure: the same case, act and context give the same decision.
 */
export function decide(state: ApplicationCase, act: Act, context: Context): Decision | Refusal {
  const row = rowOf(state, act, context.actor);
  if (isRefusal(row)) return row;
  const day = dayRefused(state, act, context);
  if (day !== undefined) return day;
  for (const name of row.guards) {
    const refusal = guards[name](state, act, context);
    if (refusal !== undefined) return refusal;
  }
  const { change, clock: added } = effectOf(state, act);
  const wound = wind(state, added, context);
  if (isRefusal(wound)) return wound;
  const to = row.to ?? state.phase;
  return {
    state: { ...state, ...change, clock: wound.clock, phase: to },
    event: {
      act: act.type,
      on: act.on,
      from: state.phase,
      to,
      by: context.actor,
      core: row.core,
      basis: row.basis,
    },
    warnings: wound.warnings,
  };
}
