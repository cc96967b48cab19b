import { reckonEntries } from '../../domain/application/case-clock.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type Day, dayNumber, type WorkdayTable, workdayTable } from '../../domain/workday/index.ts';
import { clockBases } from '../../law/deadlines.ts';
import { heldCases, type ListedRow } from '../../store/application-lists.ts';
import { shanghaiDay } from '../calendar-years.ts';
import type { AppContext } from '../context.ts';
import type { WorkItem } from './work-item.ts';

const most = 500;
/** Working days before the day that the letter asked for from which it is shown. */
const watchedDays = 2;

/** Letters to other agencies that are near or past the day they asked for, with nothing come (第三十三条第三款). */
function unanswered(
  { clock }: ListedRow,
  today: Day,
  table: WorkdayTable,
): readonly { ref: string; due: Day }[] {
  if (!clock.some(({ type }) => type === 'agencyAsked')) return [];
  const reckoning = reckonEntries(clock, today, table);
  if (isRefusal(reckoning)) return [];
  const open = reckoning.history.consultations.filter(
    (one) => one.asked === 'agency' && one.answered === null,
  );
  return clock.flatMap(({ type, ref = '', due }) => {
    if (type !== 'agencyAsked' || due === undefined || !open.some((one) => one.ref === ref)) return [];
    const left = table.upTo(dayNumber(due)) - table.upTo(dayNumber(today));
    return left <= watchedDays ? [{ ref, due }] : [];
  });
}

/** Who holds a case is reminded of what other agencies owe him, since nothing else ends such a letter. */
export async function consultationWork(context: AppContext): Promise<readonly WorkItem[]> {
  const { actor, store } = context;
  if (typeof actor === 'string' || actor.agencyId === null) return [];
  const agencyId = actor.agencyId;
  const rows = await store.read((database) => heldCases(database, [agencyId], actor.accountId, most));
  const today = shanghaiDay(context.now());
  const table = workdayTable(context.calendar());
  return rows.flatMap((row) =>
    unanswered(row, today, table).map(({ ref, due }) => ({
      part: 'application',
      title: `催收协办函的回复：${ref}`,
      about: row.number ?? row.receipt_number,
      path: `/office/applications/${row.id}`,
      due,
      returned: false,
      basis: clockBases.consultationNotCounted.basis,
    })),
  );
}
