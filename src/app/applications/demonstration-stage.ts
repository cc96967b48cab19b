import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { Day } from '../../domain/workday/index.ts';
import type { AppContext } from '../context.ts';

/** The people who take part, and a context in which one acts on a working day before today. */
export interface Stage {
  readonly agencyId: string;
  readonly day: (before: number) => Day;
  readonly as: (username: string, day: Day) => AppContext;
}

/** @throws Error when a step of the demonstration is refused */
export async function mustBe<T>(step: string, outcome: Promise<T | Refusal>): Promise<T> {
  const value = await outcome;
  if (isRefusal(value)) throw new Error(`示范申请“${step}”未能办理：${value.message}`);
  return value;
}
