import { cite } from './citation.ts';
import { type Dated, sinceTiaoli2019 } from './dated.ts';

/** Working days before a last day at which whoever has the matter is told of it. */
export interface ReminderSteps extends Dated {
  readonly workdays: readonly number[];
}

/** No article says when to remind; that answers are given in time is 第三十三条. The steps are ours (CK-13). */
export const reminderSteps: readonly ReminderSteps[] = [
  {
    workdays: [10, 5, 3, 1],
    from: sinceTiaoli2019,
    to: null,
    basis: cite('tiaoli2019', '第三十三条第二款'),
    certainty: 'inference',
  },
];
