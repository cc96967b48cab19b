import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseOffice, entered, sampleForm } from '../../../../test/support/applications.ts';
import { testStore } from '../../../../test/support/database.ts';
import { done, testVault } from '../../../../test/support/office.ts';
import type { Store } from '../../../store/store.ts';
import { appContext } from '../../context.ts';
import { findEverywhere } from '../find.ts';
import { workList } from '../work-list.ts';
import { board } from './board.ts';
import { caseList } from './case-list.ts';

let store: Store;
beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.close());

describe('the board and the lists', () => {
  it('order open cases by the days left, page by page, and count them by state', async () => {
    const office = await caseOffice(store, '990805101');
    for (const day of ['2026-03-02', '2026-03-09', '2026-02-02', '2026-03-02'])
      await entered(office, day, sampleForm('李小龙'));
    await entered(office, '2026-03-10', sampleForm(), { register: false });
    const asked = {
      agencyId: office.agencyId,
      phases: null,
      urgency: null,
      mine: false,
      after: null,
      limit: 2,
    };
    const clerk = office.as('clerk', '2026-03-20');
    const first = await done(board(clerk, asked));
    expect(first.total).toBe(5);
    expect(first.byPhase).toEqual({ inReview: 4, received: 1 });
    expect(first.byUrgency).toMatchObject({ overdue: 1, later: 4 });
    const second = await done(board(clerk, { ...asked, after: first.next }));
    const third = await done(board(clerk, { ...asked, after: second.next }));
    const all = [...first.rows, ...second.rows, ...third.rows];
    expect(all.map(({ receivedOn }) => receivedOn)).toEqual([
      '2026-02-02',
      '2026-03-02',
      '2026-03-02',
      '2026-03-09',
      '2026-03-10',
    ]);
    expect(all[0]).toMatchObject({ applicant: '李**', clock: { state: 'overdue' } });
    const overdue = await done(board(clerk, { ...asked, urgency: 'overdue' }));
    expect(overdue.rows).toHaveLength(1);
    const work = await done(workList(clerk, {}));
    expect(work.items.filter(({ part }) => part === 'application')).toHaveLength(5);
  });

  it.each([
    ['a whole name', '李小龙', 'lastFour', 4],
    ['part of a name', '李小', 'lastFour', 0],
    ['an identity number', '11010519491231002x', 'lastFour', 5],
    ['a telephone with a hyphen', '138-0000-1234', 'lastFour', 5],
    ['the last four signs', '002X', 'lastFour', 5],
    ['the last four signs, where those are not asked for', '002X', 'whole', 0],
    ['a number', '2026-1', 'lastFour', 1],
    ['a number alone', '2026-1', 'number', 1],
    ['a name, where a number alone is asked for', '李小龙', 'number', 0],
  ] as const)('find by %s', async (_, text, by, count) => {
    const agency = await store.database
      .selectFrom('agency')
      .select('id')
      .where('slug', '=', '990805101')
      .executeTakeFirstOrThrow();
    const account = await store.database
      .selectFrom('account')
      .select('id')
      .where('username', '=', 'clerk.990805101')
      .executeTakeFirstOrThrow();
    const clerk = {
      ...appContext(store, 'system', testVault),
    };
    const actor = {
      accountId: account.id,
      name: '甲',
      agencyId: agency.id,
      holdings: [{ agencyId: agency.id, role: 'caseHandler' as const, deputy: false }],
    };
    const found = await done(
      caseList(
        { ...clerk, actor },
        {
          agencyId: agency.id,
          text,
          by,
          phase: null,
          outcome: null,
          kind: null,
          channel: null,
          receivedFrom: null,
          receivedTo: null,
          after: null,
          before: null,
          limit: 20,
        },
      ),
    );
    expect(found.rows).toHaveLength(count);
  });
});

describe('the search of the office', () => {
  it('finds a case by its number or exactly by a name, logs who looked for a person, and tells others nothing', async () => {
    const office = await caseOffice(store, '990806101');
    const { applicationId, number } = await entered(office, '2026-03-02', sampleForm('李小龙'));
    const looked = async (who: 'clerk' | 'outside', text: string) => {
      const clerk = office.as('clerk', '2026-03-03');
      const holdings = [{ agencyId: office.agencyId, role: 'systemAdministrator' as const, deputy: false }];
      const outside = { ...clerk, actor: { ...office.people.clerk, holdings } };
      const found = await done(findEverywhere(who === 'clerk' ? clerk : outside, { text, limit: 5 }));
      return found.find(({ label }) => label === '申请')!.hits;
    };
    const logged = async () => {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from access_log
        where agency_id = ${office.agencyId} and act = 'application.list'`.execute(store.database);
      return rows[0]!.n;
    };
    const path = `/office/applications/${applicationId}`;
    expect(await looked('clerk', number!)).toMatchObject([{ path }]);
    expect(await logged()).toBe(0);
    const [byName] = await looked('clerk', '李小龙');
    expect(byName).toMatchObject({ path, about: expect.stringContaining('李**') });
    expect(await logged()).toBe(1);
    expect(await looked('clerk', '李小')).toEqual([]);
    expect(await looked('clerk', '002X')).toEqual([]);
    const before = await logged();
    expect(await looked('outside', '李小龙')).toEqual([]);
    expect(await logged()).toBe(before);
  });
});
