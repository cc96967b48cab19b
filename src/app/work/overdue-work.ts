import { phaseNames } from '../../domain/application/phases.ts';
import { workdayTable } from '../../domain/workday/index.ts';
import { deadlines } from '../../law/deadlines.ts';
import { openGroups, openPage } from '../../store/application-lists.ts';
import { openPhases } from '../applications/case-record.ts';
import { type ListedCase, listedCases } from '../applications/listed-case.ts';
import { distinctClocks, ranked, type Urgency, urgencyOf } from '../applications/urgency.ts';
import { shanghaiDay } from '../calendar-years.ts';
import type { AppContext, Person } from '../context.ts';
import { openGroupLines } from '../groups/group-summary.ts';
import { groupItem, itemOf } from './application-work.ts';
import type { WorkItem } from './work-item.ts';

const titles = { overdue: '已超期', today: '今天到期' } as const;
type Told = keyof typeof titles;
const isTold = (urgency: Urgency): urgency is Told => Object.hasOwn(titles, urgency);

/** Who answers for the office sees what is due today and what is past, whoever has it; the leader what is past. */
function toldTo({ holdings, agencyId }: Person): readonly Told[] {
  const holds = (role: string) => holdings.some((held) => held.agencyId === agencyId && held.role === role);
  if (holds('officeHead')) return ['overdue', 'today'];
  return holds('approver') ? ['overdue'] : [];
}

const most = 100;

const whose = ({ holder, unit }: ListedCase): string => `经办人 ${holder ?? unit ?? '待认领'}`;

function itemsOf(cases: readonly ListedCase[]): readonly WorkItem[] {
  return cases.flatMap((one) => {
    const urgency = urgencyOf(one.clock);
    if (!isTold(urgency)) return [];
    const title = `${titles[urgency]}（在${phaseNames[one.phase]}环节）`;
    const item = itemOf(one, title, deadlines.answer.basis, false);
    return [{ ...item, overseen: true, about: `${item.about} · ${whose(one)}` }];
  });
}

async function groupItems(
  context: AppContext,
  agencyId: string,
  told: readonly Urgency[],
): Promise<readonly WorkItem[]> {
  const lines = await openGroupLines(context, agencyId);
  return lines.flatMap((group) =>
    told.filter(isTold).flatMap((urgency) => {
      const parts = group.parts.filter(
        ({ phase, clock }) => openPhases.has(phase) && urgencyOf(clock) === urgency,
      );
      const item = () => groupItem(group, parts, titles[urgency], deadlines.answer.basis);
      return parts.length === 0 ? [] : [{ ...item(), overseen: true }];
    }),
  );
}

/** Applications of the whole agency whose day is today or past (第三十三条), the longest overdue first. */
export async function overdueWork(context: AppContext): Promise<readonly WorkItem[]> {
  const { actor, store } = context;
  if (typeof actor === 'string' || actor.agencyId === null) return [];
  const { agencyId } = actor;
  const told = toldTo(actor);
  if (told.length === 0) return [];
  const groups = await store.read((database) => openGroups(database, agencyId));
  const today = shanghaiDay(context.now());
  const urgent = ranked(groups, today, workdayTable(context.calendar())).filter(
    ({ urgency }) => isTold(urgency) && told.includes(urgency),
  );
  const all = { agencyId, phases: null, holderId: null, unopenedSince: null };
  const rows =
    urgent.length === 0
      ? []
      : await store.read((database) => openPage(database, all, distinctClocks(urgent), null, most));
  return [...itemsOf(await listedCases(context, rows)), ...(await groupItems(context, agencyId, told))];
}
