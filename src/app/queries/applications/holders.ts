import {
  addDays,
  type Day,
  type WorkdayTable,
  weekday,
  workdayTable,
} from '../../../domain/workday/index.ts';
import { accountNames, staffOf } from '../../../store/accounts.ts';
import { heldPage } from '../../../store/application-holders.ts';
import { type HeldGroup, heldGroups } from '../../../store/open-cases.ts';
import { type ListedCase, listedCases, listedClock, unopenedSince } from '../../applications/listed-case.ts';
import { shanghaiDay } from '../../calendar-years.ts';
import { query } from '../../query.ts';

/** What somebody has in hand. */
export interface Load {
  /** Account or unit; null for what nobody holds yet. */
  readonly id: string | null;
  readonly name: string | null;
  readonly open: number;
  readonly overdue: number;
  /** The applicant let his day pass: to be closed, no fault of the holder. */
  readonly lapsed: number;
  /** Due from today to Sunday. */
  readonly thisWeek: number;
  readonly unopened: number;
  /** Touched first by the holder and not handed over since (首问负责). */
  readonly first: number;
}

export interface Holders {
  readonly people: readonly Load[];
  /** By 承办机构; empty where none is kept. */
  readonly units: readonly Load[];
  readonly total: Load;
}

type Counts = Omit<Load, 'id' | 'name'>;
const nothing: Counts = { open: 0, overdue: 0, lapsed: 0, thisWeek: 0, unopened: 0, first: 0 };
const add = (a: Counts, b: Counts): Counts => ({
  open: a.open + b.open,
  overdue: a.overdue + b.overdue,
  lapsed: a.lapsed + b.lapsed,
  thisWeek: a.thisWeek + b.thisWeek,
  unopened: a.unopened + b.unopened,
  first: a.first + b.first,
});

function countsOf(group: HeldGroup, today: Day, table: WorkdayTable): Counts {
  const { cases, unopened, first } = group;
  const clock = listedClock(group, today, table);
  const sunday = addDays(today, (7 - weekday(today)) % 7);
  const running = clock !== null && (clock.state === 'running' || clock.state === 'paused');
  const due = running && clock.due !== null && clock.due <= sunday;
  return {
    open: cases,
    overdue: clock?.state === 'overdue' ? cases : 0,
    lapsed: clock?.state === 'abandoned' ? cases : 0,
    thisWeek: due ? cases : 0,
    unopened: unopened ? cases : 0,
    first: first ? cases : 0,
  };
}

function loads<Key extends string | null>(
  groups: readonly (readonly [Key, Counts])[],
): readonly (readonly [Key, Counts])[] {
  const sums = new Map<Key, Counts>();
  for (const [key, counts] of groups) sums.set(key, add(sums.get(key) ?? nothing, counts));
  return [...sums].sort(
    ([, a], [, b]) => b.overdue - a.overdue || b.thisWeek - a.thisWeek || b.open - a.open,
  );
}

/** Who has how many open cases in hand, by person and by 承办机构; each distinct clock is reckoned for today. */
export const holders = query({
  act: 'application.list',
  subject: (_, { agencyId }: { readonly agencyId: string }) => ({ agencyId }),
  async run({ store, now, calendar }, { agencyId }): Promise<Holders> {
    const today = shanghaiDay(now());
    const table = workdayTable(calendar());
    const groups = await store.read((database) =>
      heldGroups(database, agencyId, unopenedSince(today, table)),
    );
    const counted = groups.map((group) => ({ group, counts: countsOf(group, today, table) }));
    const people = loads(counted.map(({ group, counts }) => [group.holder_id, counts]));
    const units = loads(
      counted.flatMap(({ group, counts }) => (group.unit === null ? [] : [[group.unit, counts] as const])),
    );
    const names = await store.read((database) =>
      accountNames(
        database,
        people.map(([id]) => id),
      ),
    );
    return {
      people: people.map(([id, counts]) => ({
        id,
        name: id === null ? null : (names.get(id) ?? null),
        ...counts,
      })),
      units: units.map(([unit, counts]) => ({ id: unit, name: unit, ...counts })),
      total: {
        id: null,
        name: null,
        ...counted.reduce((sum, { counts }) => add(sum, counts), nothing),
      },
    };
  },
});

export interface InHandQuery {
  readonly agencyId: string;
  readonly by: { readonly holderId: string | null } | { readonly unit: string };
  readonly after: string | null;
  readonly limit: number;
}

export interface InHand {
  /** Null for a unit, and for what nobody holds. */
  readonly name: string | null;
  readonly rows: readonly ListedCase[];
  readonly next: string | null;
  /** To whom it may be handed over. */
  readonly staff: readonly { readonly id: string; readonly name: string }[];
}

const idIn = (text: string | null): string | null =>
  text !== null && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text) ? text : null;

/** The open cases that one person or unit has in hand, the oldest first. */
export const inHand = query({
  act: 'application.list',
  subject: (_, { agencyId }: InHandQuery) => ({ agencyId }),
  async run(context, { agencyId, by, after, limit }): Promise<InHand> {
    const { store, now } = context;
    const holderId = 'holderId' in by ? by.holderId : null;
    const [found, staff, names] = await store.read((database) =>
      Promise.all([
        heldPage(database, agencyId, by, idIn(after), limit + 1),
        staffOf(database, agencyId, shanghaiDay(now())),
        accountNames(database, [holderId]),
      ]),
    );
    const shown = found.slice(0, limit);
    return {
      name: holderId === null ? null : (names.get(holderId) ?? null),
      rows: await listedCases(context, shown),
      next: found.length > limit ? (shown.at(-1)?.id ?? null) : null,
      staff: staff.filter(({ id }) => id !== holderId),
    };
  },
});
