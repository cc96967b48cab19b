import { waitsForContact } from '../../domain/application/arrival.ts';
import { type Day, dayNumber, type WorkdayTable, workdayAfter } from '../../domain/workday/index.ts';
import { cite } from '../../law/citation.ts';
import type { ListedRow } from '../../store/application-lists.ts';
import type { WorkItem } from './work-item.ts';

/**
 * Ordinary mail waits for its sender to be reached: due on the day it arrived (第三十一条第（二）项); once that was tried in
 * vain, again on the next working day, so that it is not forgotten (ours).
 */
export function waitingForContact(
  item: WorkItem,
  { phase, channel, state }: ListedRow,
  table: WorkdayTable,
): WorkItem {
  const arrival = state.arrival ?? null;
  if (phase !== 'submitted' || !waitsForContact({ channel }) || arrival === null) return item;
  const last = arrival.tried.at(-1);
  const next = last === undefined ? null : workdayAfter(dayNumber(last), 1, table);
  const due: Day = next === null ? arrival.on : table.dayOf(next);
  return {
    ...item,
    title: item.title.replace(/^[^：]+/, '与申请人确认'),
    about: `${item.about} · ${arrival.on} 到达${last === undefined ? '' : `，联系 ${arrival.tried.length} 次，最近 ${last}`}`,
    due,
    basis: cite('tiaoli2019', '第三十一条第（二）项'),
  };
}
