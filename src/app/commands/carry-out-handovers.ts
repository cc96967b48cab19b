import { appendEvent } from '../../store/events.ts';
import { nextHandover, settleHandover } from '../../store/handovers.ts';
import { mustBeAllowed } from '../authorise.ts';
import { shanghaiDay } from '../calendar-years.ts';
import { type AppContext, actorId } from '../context.ts';
import { moveWork } from '../work/open-work.ts';

/** Moves what is in hand where the day of a handover has come; returns how many handovers. */
export async function carryOutHandovers(context: AppContext): Promise<number> {
  mustBeAllowed(context, 'handover.carryOut');
  for (let count = 0; ; count += 1) {
    const at = context.now();
    const found = await context.store.write(async (transaction) => {
      const handover = await nextHandover(transaction, shanghaiDay(at));
      if (handover === null) return false;
      const { agency_id: agencyId, from_account: from, to_account: to } = handover;
      const items = await moveWork(transaction, { agencyId, from, to, at });
      await settleHandover(transaction, handover, at);
      await appendEvent(transaction, {
        agencyId,
        kind: 'membership.workHandedOver',
        subjectId: from,
        actor: actorId(context.actor),
        at,
        facts: { to, items },
      });
      return true;
    });
    if (!found) return count;
  }
}
