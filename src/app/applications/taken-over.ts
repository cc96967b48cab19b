import type { Subject } from '../policy/policy.ts';

/** The act by which a case that ran before is taken over; what stands before it in the case's record the file told. */
export const takeOverAct = 'takeOver';
/** In which part earlier acts were done: nobody knows by whom. */
export const earlierPart = 'earlier';

export const wasTakenOver = ({ doneBy }: Subject): boolean =>
  doneBy?.[`application.${takeOverAct}`] !== undefined;
