import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CaseOffice,
  caseOffice,
  entered,
  ofCase,
  sampleForm,
} from '../../../../test/support/applications.ts';
import { testStore } from '../../../../test/support/database.ts';
import { actingAs, done } from '../../../../test/support/office.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import type { Day } from '../../../domain/workday/index.ts';
import type { Store } from '../../../store/store.ts';
import { askCorrection } from '../../commands/applications/ask-correction.ts';
import type { AppContext } from '../../context.ts';
import type { RoleId } from '../../policy/roles.ts';
import { type DueMonthQuery, dueMonth, dueMonthBelow } from './due-month.ts';

let store: Store;
let office: CaseOffice;
let county: string;
const today = '2026-03-20';
const base = { month: '2026-03', day: null, after: null, limit: 20, below: false };
const above = (role: RoleId): AppContext =>
  actingAs(
    store,
    {
      accountId: '01900000-0000-7000-8000-000000000001',
      name: '甲',
      agencyId: county,
      holdings: [{ agencyId: county, role, deputy: false }],
    },
    () => new Date(`${today}T12:00:00+08:00`),
  );
const own = (more: Partial<DueMonthQuery> = {}) =>
  done(dueMonth(office.as('clerk', today), { ...base, agencyId: office.agencyId, ...more }));

beforeAll(async () => {
  store = await testStore();
  office = await caseOffice(store);
  county = (
    await store.database
      .selectFrom('agency')
      .select('id')
      .where('slug', '=', '990801')
      .executeTakeFirstOrThrow()
  ).id;
  await entered(office, '2026-01-15');
  await entered(office, '2026-03-02');
  await entered(office, '2026-03-02', sampleForm('欧阳密'));
  const asked = await entered(office, '2026-03-03');
  await done(
    askCorrection(office.as('clerk', '2026-03-05'), {
      ...ofCase(office, asked.applicationId, '2026-03-05'),
      causes: ['contentUnclear'],
      due: '2026-03-30',
      explanation: '请写明年度。',
      lateBecause: null,
    } as Parameters<typeof askCorrection>[1]),
  );
});
afterAll(() => store.close());

describe('the calendar of last days', () => {
  it('counts the cases that fall due on each day by where they stand, those overdue before the month apart', async () => {
    const { days, overdueBefore } = await own();
    expect(overdueBefore).toBe(1);
    expect(days).toEqual([{ day: '2026-03-30', cases: 3, counts: expect.arrayContaining([]) }]);
    expect(days[0]!.counts).toEqual(
      expect.arrayContaining([
        { kind: 'answer', phase: 'inReview', cases: 2 },
        { kind: 'correction', phase: 'waiting', cases: 1 },
      ]),
    );
  });

  it('lists the cases of a day page by page, as many as it counts, each with what is due', async () => {
    const first = await own({ day: '2026-03-30' as Day, limit: 2 });
    const second = await own({ day: '2026-03-30' as Day, limit: 2, after: first.next });
    expect([first.rows.length, second.rows.length, second.next]).toEqual([2, 1, null]);
    const all = [...first.rows, ...second.rows];
    expect(all.map(({ acts }) => acts.map(({ kind }) => kind)).sort()).toEqual([
      ['answer'],
      ['answer'],
      ['correction'],
    ]);
    expect(all[0]).toMatchObject({ holder: 'clerk甲', id: expect.any(String) });
  });

  it('shows the agencies above how many fall due below, and of each case neither content nor applicant', async () => {
    const asked = { ...base, agencyId: county, below: true, day: '2026-03-30' as Day };
    const { days, rows } = await done(dueMonthBelow(above('supervisor'), asked));
    expect(days.map(({ cases }) => cases)).toEqual([3]);
    expect(rows).toHaveLength(3);
    for (const row of rows)
      expect(row).toMatchObject({
        agency: '云麓镇人民政府',
        id: null,
        title: null,
        applicant: null,
        holder: null,
      });
  });

  it.each([
    ['one of the office, for the agency above', () => office.as('clerk', today), 'below'],
    ['a reviewer, for figures', () => office.as('legal', today), 'below'],
    ['somebody above, for the list of a subordinate', () => above('supervisor'), 'own'],
  ] as const)('is refused to %s', async (_, context, which) => {
    const agencyId = which === 'own' ? office.agencyId : county;
    const read = which === 'own' ? dueMonth : dueMonthBelow;
    expect(isRefusal(await read(context(), { ...base, agencyId, below: true }))).toBe(true);
  });
});
