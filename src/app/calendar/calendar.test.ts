import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CaseOffice,
  caseOffice,
  entered,
  noon,
  sampleForm,
} from '../../../test/support/applications.ts';
import { testStore } from '../../../test/support/database.ts';
import { noticeOf2027 } from '../../../test/support/notice.ts';
import { actingAs, done, makePerson } from '../../../test/support/office.ts';
import type { Store } from '../../store/store.ts';
import { calendarKeeper, keepYearFile } from '../calendar-years.ts';
import { loadCalendarYear } from '../commands/load-calendar-year.ts';
import { type AppContext, appContext, type CalendarKeeper, type Person } from '../context.ts';
import { keepCalendar } from '../jobs/keep-calendar.ts';
import { calendarPreview, knownYears } from '../queries/calendar.ts';
import { ownNotices } from '../queries/notices.ts';

const now = noon('2027-01-18');
const keeperOf = (folder: string): CalendarKeeper => ({
  calendar: calendarKeeper(folder, now),
  keepYear: (year) => keepYearFile(folder, year),
});
const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'gongkai-calendar-')));

let store: Store;
let office: CaseOffice;
let county: Person;
let town: Person;
let moved: string;
const on = (context: AppContext, folder = folders[0]!): AppContext => ({
  ...context,
  ...keeperOf(folder),
  now,
});
const own = () => on(actingAs(store, county));
beforeAll(async () => {
  store = await testStore();
  office = await caseOffice(store, '990807101');
  const above = await store.database
    .selectFrom('agency')
    .select('id')
    .where('slug', '=', '990807')
    .executeTakeFirstOrThrow();
  county = await makePerson(store, above.id, 'county.system', ['systemAdministrator']);
  town = await makePerson(store, office.agencyId, 'town.system', ['systemAdministrator']);
  await entered(office, '2026-12-07', sampleForm());
  moved = (await entered(office, '2027-01-15', sampleForm('陈明'))).number!;
});
afterAll(() => store.close());

describe('the yearly notice of holidays', () => {
  it('shows before it is loaded whose day it moves, and changes nothing', async () => {
    const { year, changed } = await done(calendarPreview(own(), { text: noticeOf2027 }));
    expect(year.year).toBe(2027);
    expect(changed.map(({ number, from, to }) => [number, from, to])).toEqual([
      [moved, '2027-02-16', '2027-02-18'],
    ]);
    expect((await done(knownYears(own(), {})))[0]).toMatchObject({ content: { year: 2026 } });
  });

  it.each([
    ['a text that is no notice', '会议通知', 'calendar'],
    ['JSON that is broken', '{', 'calendar.json'],
    ['nothing', '', 'input.invalid'],
  ])('is not loaded from %s', async (_, text, code) => {
    expect(await loadCalendarYear(own(), { text })).toMatchObject({
      refused: true,
      code: expect.stringContaining(code),
    });
  });

  it('is loaded for everybody by the agency at the top alone', async () => {
    const denied = await loadCalendarYear(on(actingAs(store, town)), { text: noticeOf2027 });
    expect(denied).toMatchObject({ code: 'policy.agency' });
  });

  it('moves the days of open cases, on record, and tells those who hold them once', async () => {
    const { changed, year } = await done(loadCalendarYear(own(), { text: noticeOf2027 }));
    own().keepYear(year);
    expect(changed.map(({ number }) => number)).toEqual([moved]);
    const { rows } = await done(
      ownNotices(office.as('clerk', '2027-01-18'), { after: null, limit: 20 } as never),
    );
    expect(rows.filter(({ title }) => title.startsWith('放假安排有变'))).toMatchObject([
      { number: '1件，最早2027-02-18' },
    ]);
    const events = await store.database
      .selectFrom('event')
      .select(['kind', 'facts'])
      .where('kind', 'in', ['application.dueChanged', 'calendar.yearLoaded'])
      .orderBy('kind')
      .execute();
    expect(events).toEqual([
      { kind: 'application.dueChanged', facts: { from: '2027-02-16', to: '2027-02-18' } },
      { kind: 'calendar.yearLoaded', facts: { year: 2027, items: 1 } },
    ]);
    expect(await loadCalendarYear(own(), { text: noticeOf2027 })).toMatchObject({ code: 'calendar.same' });
  });

  it('reaches the other machines of the same database, and is told only once', async () => {
    const other = on(appContext(store, 'system'), folders[1]);
    expect(other.calendar().years.has(2027)).toBe(false);
    await keepCalendar(other);
    await keepCalendar(other);
    expect(other.calendar().years.get(2027)).toMatchObject({ year: 2027 });
    const { told } = await store.database
      .selectFrom('event')
      .select((all) => all.fn.countAll<string>().as('told'))
      .where('kind', '=', 'application.dueChanged')
      .executeTakeFirstOrThrow();
    expect(Number(told)).toBe(1);
  });
});
