import { releaseFromClosed, staleGroups } from '../../../store/application-groups.ts';
import type { CaseRef } from '../../../store/applications.ts';
import { openGroupActs } from '../../../store/group-acts.ts';
import { mustBeAllowed } from '../../authorise.ts';
import type { AppContext } from '../../context.ts';
import { type Breather, breather } from '../../groups/breather.ts';
import { carryBatch } from '../../groups/carry.ts';
import { countGroup } from '../../groups/group-summary.ts';

export interface CarryOptions {
  readonly signal?: AbortSignal;
  /** How much of the time is worked; requests have the rest. */
  readonly share?: number;
  /** One act and no other. */
  readonly only?: CaseRef;
  /** Ends after so many milliseconds, in the middle of an act if need be. */
  readonly withinMs?: number;
}

const atOnce = 50;
const countedEvery = 60_000;

interface Run {
  readonly breath: Breather;
  readonly over: () => boolean;
}

async function carryAct(context: AppContext, ref: CaseRef, { breath, over }: Run): Promise<boolean> {
  for (;;) {
    const start = performance.now();
    const outcome = await carryBatch(context, ref, breath);
    if (outcome === 'busy') return false;
    if (outcome === 'done') return true;
    if (over()) return true;
    await breath.rest(performance.now() - start);
  }
}

/** Carries every act on a group that is still to be carried; what another process carries is left to it. */
export async function carryGroupActs(context: AppContext, options: CarryOptions = {}): Promise<void> {
  mustBeAllowed(context, 'applicationGroup.carry');
  const { signal, only, share = 1, withinMs = Number.POSITIVE_INFINITY } = options;
  const end = performance.now() + withinMs;
  const run = { breath: breather(share), over: () => signal?.aborted === true || performance.now() > end };
  const faults: unknown[] = [];
  const left = new Set<string>();
  while (!run.over()) {
    const open = only ? [only] : await context.store.read((database) => openGroupActs(database, atOnce));
    const next = open.filter(({ id }) => !left.has(id));
    if (next.length === 0) break;
    for (const ref of next) {
      if (run.over()) break;
      // One that cannot be carried keeps none of the others waiting.
      const went = await carryAct(context, ref, run).catch((fault: unknown) => {
        faults.push(fault);
        return false;
      });
      if (!went) left.add(ref.id);
    }
  }
  if (faults.length > 0) throw faults[0];
}

/** Counts groups anew whose count is old, and lets go what came into one in the moment in which it ended. */
export async function countGroups(context: AppContext, signal?: AbortSignal): Promise<void> {
  mustBeAllowed(context, 'applicationGroup.carry');
  const before = new Date(context.now().getTime() - countedEvery);
  for (const ref of await context.store.read((database) => staleGroups(database, before, atOnce))) {
    if (signal?.aborted) return;
    await countGroup(context, ref);
  }
  await context.store.write((transaction) => releaseFromClosed(transaction));
}
