import { type Phase, phaseNames } from '../../domain/application/phases.ts';
import { type Day, dayNumber, type WorkdayTable, workdayTable } from '../../domain/workday/index.ts';
import type { Citation } from '../../law/citation.ts';
import { cite } from '../../law/citation.ts';
import { casePhases } from '../../store/application-lists.ts';
import { type ListedCase, listedCases } from '../applications/listed-case.ts';
import { shanghaiDay } from '../calendar-years.ts';
import type { AppContext, Person } from '../context.ts';
import { type GroupLine, openGroupLines } from '../groups/group-summary.ts';
import type { RoleId } from '../policy/roles.ts';
import { waitingForContact } from './contact-work.ts';
import { givingUp, waitingTasks } from './waiting-tasks.ts';
import type { WorkItem } from './work-item.ts';

interface Task {
  readonly phases: readonly Phase[];
  readonly roles: readonly RoleId[];
  readonly title: string;
  readonly article: string;
}

/** What waits for whom in each phase. */
const tasks: readonly Task[] = [
  {
    phases: ['submitted'],
    roles: ['disclosureOffice', 'caseHandler'],
    title: '确认收到',
    article: '第三十一条',
  },
  { phases: ['received'], roles: ['disclosureOffice', 'caseHandler'], title: '登记', article: '第四十五条' },
  { phases: ['inReview'], roles: ['disclosureOffice', 'caseHandler'], title: '审核', article: '第三十条' },
  {
    phases: ['drafting'],
    roles: ['disclosureOffice', 'caseHandler', 'contributor'],
    title: '拟写答复',
    article: '第三十六条',
  },
  { phases: ['reviewing'], roles: ['legalReviewer', 'secrecyReviewer'], title: '审查', article: '第十七条' },
  {
    phases: ['approving'],
    roles: ['approver', 'disclosureOffice', 'caseHandler'],
    title: '审批、发出',
    article: '第三十三条',
  },
  {
    phases: ['sent'],
    roles: ['disclosureOffice', 'caseHandler'],
    title: '登记送达、办结',
    article: '第四十五条',
  },
];

const most = 200;

const rolesHere = (person: Person): readonly RoleId[] =>
  person.holdings.filter(({ agencyId }) => agencyId === person.agencyId).map(({ role }) => role);

/** Of the two who wait in one phase only the one whose turn it is. */
function turn(task: Task, roles: readonly RoleId[], approved: boolean): string | null {
  if (task.phases[0] !== 'approving') return task.title;
  const approver = roles.includes('approver');
  const clerk = isClerk(roles);
  return approved ? (clerk ? '发出答复' : null) : approver ? '审批' : null;
}

const basisOf = (article: string): Citation => cite('tiaoli2019', article);

/** Applications that wait for the person, each with its due day. */
export async function applicationWork(context: AppContext): Promise<readonly WorkItem[]> {
  const { actor, store } = context;
  if (typeof actor === 'string' || actor.agencyId === null) return [];
  const roles = rolesHere(actor);
  const mine = tasks.filter((task) => task.roles.some((role) => roles.includes(role)));
  const phases = [...mine.flatMap((task) => task.phases), ...(isClerk(roles) ? (['waiting'] as const) : [])];
  const today = shanghaiDay(context.now());
  const table = workdayTable(context.calendar());
  const rows = await store.read((database) =>
    casePhases(database, actor.agencyId!, phases, actor.accountId, most),
  );
  const [listed, groups] = await Promise.all([
    listedCases(context, rows),
    openGroupLines(context, actor.agencyId),
  ]);
  const alone = listed.flatMap((one, index) => {
    const task = mine.find((each) => each.phases.includes(one.phase));
    const { approval, returnedOn } = rows[index]!.state;
    const title = task === undefined ? null : turn(task, roles, approval !== null);
    const beside = waitingTasks(one, rows[index]!).map(({ title: what, basis, since }) => ({
      ...itemOf(one, what, basis, false),
      since,
    }));
    const limit = unitLimit(one, today, table);
    if (task !== undefined && title !== null)
      return [
        waitingForContact(
          itemOf(one, title, basisOf(task.article), one.phase === 'drafting' && Boolean(returnedOn)),
          rows[index]!,
          table,
        ),
        ...beside,
        ...limit,
      ];
    if (beside.length > 0) return beside;
    return pressing(one)
      ? [itemOf(one, `催办（在${phaseNames[one.phase]}环节）`, basisOf('第三十三条'), false), ...limit]
      : limit;
  });
  return [...alone, ...groups.flatMap((group) => groupItems(group, mine, roles))];
}

const isClerk = (roles: readonly RoleId[]): boolean =>
  roles.includes('disclosureOffice') || roles.includes('caseHandler');

/** Working days before the limit of a unit from which whoever holds the case is reminded of it. */
const unitDays = 2;

/** What the unit works to within the agency; the day of the law is another one. */
function unitLimit(one: ListedCase, today: Day, table: WorkdayTable): readonly WorkItem[] {
  const { unitUntil, unit } = one;
  if (unitUntil === null || table.upTo(dayNumber(unitUntil)) - table.upTo(dayNumber(today)) > unitDays)
    return [];
  return [{ ...itemOf(one, `内部期限（${unit}）`, basisOf('第四十五条'), false), due: unitUntil }];
}

/** Working days before the last one from which a case that waits for a colleague is shown to who holds it. */
const watchedDays = 3;

/** With a colleague, and the period is over or nearly so: who holds the case answers for its day all the same. */
const pressing = ({ clock }: ListedCase): boolean =>
  clock !== null && (clock.state === 'overdue' || (clock.state === 'running' && clock.left <= watchedDays));

/** A group waits as one, with so many as stand in a phase: those sent in are received and registered at once. */
function groupItems(group: GroupLine, mine: readonly Task[], roles: readonly RoleId[]): readonly WorkItem[] {
  const lapsed = group.parts.filter(
    ({ phase, clock }) => phase === 'waiting' && clock?.state === 'abandoned',
  );
  const { title: closing, basis } = givingUp(lapsed[0]?.waiting_for ?? null, null);
  const toClose = isClerk(roles) && lapsed.length > 0 ? [groupItem(group, lapsed, closing, basis)] : [];
  const steps = mine.flatMap((task) => {
    const waiting = group.parts.filter(({ phase }) =>
      task.phases[0] === 'received'
        ? phase === 'submitted' || phase === 'received'
        : phase !== 'submitted' && task.phases.includes(phase),
    );
    return [...new Set(waiting.map(({ approved }) => approved))].flatMap((approved) => {
      const title = turn(task, roles, approved);
      const some = waiting.filter((part) => part.approved === approved);
      return title === null ? [] : [groupItem(group, some, title, basisOf(task.article))];
    });
  });
  return [...steps, ...toClose];
}

/** Applications of a group as one thing to do. */
export const groupItem = (
  { id, title: content, firstOn, lastOn }: GroupLine,
  parts: GroupLine['parts'],
  title: string,
  basis: Citation,
): WorkItem => {
  const cases = parts.reduce((sum, part) => sum + part.cases, 0);
  const due = parts
    .flatMap(({ clock }) =>
      clock === null || clock.due === null || clock.state === 'answered' ? [] : [clock.due],
    )
    .sort();
  return {
    part: 'application',
    title: `${title}：同一内容的申请 ${cases.toLocaleString('en')} 件，${content}`,
    about: `${firstOn === lastOn ? firstOn : `${firstOn} 至 ${lastOn}`} 收到${parts.some(({ clock }) => clock?.unconfirmed) ? ' · 按系统回执之日暂计' : ''}`,
    path: `/office/applications/groups/${id}`,
    due: due[0] ?? null,
    returned: false,
    basis,
  };
};

/** One case as a thing to do. */
export const itemOf = (one: ListedCase, title: string, basis: Citation, returned: boolean): WorkItem => ({
  part: 'application',
  title: `${title}：${one.title}`,
  about: [
    one.number,
    one.applicant,
    ...(one.clock?.unconfirmed ? ['按系统回执之日暂计'] : []),
    ...(one.unopened ? ['两个工作日未查看'] : []),
  ].join(' · '),
  path: `/office/applications/${one.id}`,
  due: one.clock?.state === 'answered' ? null : (one.clock?.due ?? null),
  returned,
  basis,
});
