import { agencyTerm } from '../../../domain/application/agency-reply.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { workdayTable } from '../../../domain/workday/index.ts';
import { applicationAct, daySchema } from '../../applications/application-act.ts';
import { agencyShape, askParty, nextRef } from '../../applications/asking.ts';

/** Asks another agency (第三十三条第三款); the period stands still while he may answer, no longer than the law's cap. */
export const askAgency = applicationAct({
  act: 'application.askAgency',
  type: 'askAgency',
  /** `until`: by when the letter asks for a reply; the cap where it is not given. */
  shape: { ...agencyShape, until: daySchema.nullable().optional() },
  facts: ({ on, until }, { loaded, context }) => {
    const term = agencyTerm(on, until ?? null, workdayTable(context.calendar()));
    return isRefusal(term) ? term : { ref: nextRef('agency', loaded), ...term };
  },
  also: (input, { act }, acting) => {
    const { ref, until } = act as { ref: string; until?: (typeof input)['on'] };
    return askParty('agency', { ...input, until: until ?? null }, ref, acting);
  },
});
