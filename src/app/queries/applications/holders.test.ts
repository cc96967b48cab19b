import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseOffice, caseOffice, entered, nextOffice } from '../../../../test/support/applications.ts';
import { testStore } from '../../../../test/support/database.ts';
import { done } from '../../../../test/support/office.ts';
import { type OfficeSite, officeSite } from '../../../../test/support/office-site.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import type { Store } from '../../../store/store.ts';
import { handOverApplications } from '../../commands/applications/hand-over-applications.ts';
import { board } from './board.ts';
import { caseSheet } from './case-sheet.ts';
import { holders, inHand } from './holders.ts';

const now = () => new Date('2026-03-20T12:00:00+08:00');
let store: Store;
let site: OfficeSite;
let office: CaseOffice;
const ids: string[] = [];

const clerk = () => office.as('clerk', '2026-03-20');
const loads = async () => done(holders(clerk(), { agencyId: office.agencyId }));
const move = (applicationIds: readonly string[], holderId: string) =>
  handOverApplications(clerk(), { agencyId: office.agencyId, applicationIds: [...applicationIds], holderId });
const holderOf = async (id: string): Promise<string | null> =>
  (
    await store.database
      .selectFrom('application')
      .select('holder_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).holder_id;

beforeAll(async () => {
  store = await testStore();
  site = await officeSite(store, now);
  office = await caseOffice(store);
  // Overdue; due today, a Friday; later; sent in two working days ago and never opened.
  for (const day of ['2026-01-15', '2026-02-14', '2026-03-18', '2026-03-18'])
    ids.push((await entered(office, day)).applicationId);
  await store.database
    .updateTable('application')
    .set({ opened_at: null, holder_id: null, first_id: null })
    .where('id', '=', ids[3]!)
    .execute();
});
afterAll(() => store.close());

describe('who holds what', () => {
  it('counts by person what is in hand, overdue, due this week, unopened for two working days', async () => {
    const { people, total, units } = await loads();
    const account = office.people.clerk.accountId;
    expect(people.find(({ id }) => id === account)).toMatchObject({
      open: 3,
      overdue: 1,
      first: 3,
      unopened: 0,
    });
    expect(people.find(({ id }) => id === null)).toMatchObject({
      open: 1,
      unopened: 1,
      first: 0,
      name: null,
    });
    expect(total).toMatchObject({ open: 4, overdue: 1, unopened: 1 });
    expect(units).toEqual([]);
  });

  it('says nothing is unopened before two working days have passed', async () => {
    const { total } = await done(holders(office.as('clerk', '2026-03-19'), { agencyId: office.agencyId }));
    expect(total.unopened).toBe(0);
  });

  it.each([
    ['2026-03-16', 1],
    ['2026-03-20', 1],
    ['2026-03-22', 0],
  ])('counts as due this week what is due up to Sunday: on %s %i', async (day, count) => {
    // Due on Friday 2026-03-20: twenty working days after 2026-02-14, the Spring Festival and its 调休 between.
    const { people } = await done(holders(office.as('clerk', day), { agencyId: office.agencyId }));
    expect(people.find(({ id }) => id !== null)!.thisWeek).toBe(count);
  });

  it('counts by 承办机构 what was assigned to one', async () => {
    await store.database
      .updateTable('application')
      .set({ unit: '农业站' })
      .where('id', '=', ids[2]!)
      .execute();
    expect((await loads()).units).toMatchObject([{ name: '农业站', open: 1 }]);
    const { rows } = await done(
      inHand(clerk(), { agencyId: office.agencyId, by: { unit: '农业站' }, after: null, limit: 5 }),
    );
    expect(rows.map(({ id }) => id)).toEqual([ids[2]]);
  });

  it('shows on the board alone what nobody opened', async () => {
    const asked = {
      agencyId: office.agencyId,
      phases: null,
      urgency: null,
      mine: false,
      after: null,
      limit: 9,
    };
    const { rows } = await done(board(clerk(), { ...asked, unopened: true }));
    expect(rows.map(({ id }) => id)).toEqual([ids[3]]);
  });

  it('names the first to touch a case until it is handed over, and all of those chosen go together', async () => {
    const head = office.people.head.accountId;
    const before = await loads();
    expect(await done(move(ids.slice(0, 2), head))).toEqual({ moved: 2 });
    const { people } = await loads();
    expect(people.find(({ id }) => id === head)).toMatchObject({ name: 'head甲', open: 2, first: 0 });
    expect(people.find(({ id }) => id === office.people.clerk.accountId)).toMatchObject({
      open: before.people.find(({ id }) => id === office.people.clerk.accountId)!.open - 2,
    });
    const told = await store.database
      .selectFrom('notice')
      .select('kind')
      .where('account_id', '=', head)
      .execute();
    expect(told.filter(({ kind }) => kind === 'work.handedOver')).toHaveLength(1);
  });

  it('makes whoever opens it first the one to turn to', async () => {
    await done(caseSheet(clerk(), { agencyId: office.agencyId, id: ids[3]! }));
    expect(await holderOf(ids[3]!)).toBe(office.people.clerk.accountId);
    expect((await loads()).total.unopened).toBe(0);
  });

  it.each([
    ['nothing chosen', () => move([], office.people.head.accountId), 'input.invalid'],
    ['nobody named', () => move([ids[2]!], ''), 'input.invalid'],
    ['somebody of no role there', () => move([ids[2]!], crypto.randomUUID()), 'application.holder'],
    [
      'a case of another agency among them',
      () => move([ids[2]!, crypto.randomUUID()], office.people.head.accountId),
      'application.unknown',
    ],
    ['one who has them already', () => move([ids[0]!], office.people.head.accountId), 'application.holder'],
    [
      'an approver, who handles none',
      () =>
        handOverApplications(office.as('approver', '2026-03-20'), {
          agencyId: office.agencyId,
          applicationIds: [ids[2]!],
          holderId: office.people.head.accountId,
        }),
      'policy.role',
    ],
  ])('hands nothing over with %s', async (_, attempt, code) => {
    const held = await holderOf(ids[2]!);
    const outcome = (await attempt()) as Refusal;
    expect([isRefusal(outcome), outcome.code]).toEqual([true, code]);
    expect(await holderOf(ids[2]!)).toBe(held);
  });

  it('is refused to an office beside', async () => {
    const beside = await nextOffice(office, '990802102');
    expect(isRefusal(await holders(beside.as('clerk', '2026-03-20'), { agencyId: office.agencyId }))).toBe(
      true,
    );
    const asked = { agencyId: office.agencyId, by: { holderId: null }, after: null, limit: 5 };
    expect(isRefusal(await inHand(beside.as('clerk', '2026-03-20'), asked))).toBe(true);
  });

  it('stands on a page whose form hands over what is ticked', async () => {
    const visitor = await site.signedIn('clerk.990801101');
    const { text } = await visitor.get('/office/applications/holders');
    expect(text).toContain('首问在手');
    const account = office.people.clerk.accountId;
    const path = `/office/applications/holders?holder=${account}`;
    expect((await visitor.get(path)).text).toContain(`case.${ids[2]}`);
    const none = await visitor.post(path, { [`case.${ids[2]}`]: '1', holderId: '' });
    expect([none.status, none.text.includes('请选择接手的人')]).toEqual([422, true]);
    const fields = { [`case.${ids[2]}`]: '1', holderId: office.people.head.accountId };
    expect((await visitor.post(path, fields)).status).toBe(303);
    expect(await holderOf(ids[2]!)).toBe(office.people.head.accountId);
  });
});
