import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../../test/support/database.ts';
import { actingAs, done, makeAgency, makePerson, terminal } from '../../../test/support/office.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { membershipsOf } from '../../store/accounts.ts';
import { insertNotices, unreadNotices } from '../../store/notices.ts';
import type { Store } from '../../store/store.ts';
import { appContext, type Person } from '../context.ts';
import { carryOutHandovers } from './carry-out-handovers.ts';
import { grantRole } from './grant-role.ts';
import { handOver } from './hand-over.ts';

let store: Store;
let town: string;
let head: Person;
let security: Person;
const on = (day: string) => () => new Date(`${day}T10:00:00+08:00`);
const today = '2026-11-28';
beforeAll(async () => {
  store = await testStore();
  town = await makeAgency(store, { slug: '990802101', name: '云麓镇人民政府' });
  head = await makePerson(store, town, 'head', ['officeHead']);
  security = await makePerson(store, town, 'security', ['securityAdministrator']);
});
afterAll(() => store.close());

const codeOf = async (outcome: Promise<unknown | Refusal>) => {
  const value = await outcome;
  return isRefusal(value) ? value.code : 'done';
};
let count = 0;
const person = (...roles: Parameters<typeof makePerson>[3]) =>
  makePerson(store, town, `person${++count}`, roles);
const tell = (accountId: string) =>
  insertNotices(
    store.database,
    { agencyId: town, accountIds: [accountId], kind: 'work.digest', number: '1', path: '/office' },
    new Date(),
  );
const rolesOf = async ({ accountId }: Person) =>
  (await membershipsOf(store.database, accountId)).map(({ role, valid_from, valid_to }) => [
    role,
    valid_from,
    valid_to,
  ]);

describe('the work of somebody who leaves', () => {
  it('goes to the next person from the day on: roles, what is in hand, a notice, an event', async () => {
    const [old, next] = [await person('contributor', 'caseHandler'), await person('contributor')];
    await tell(old.accountId);
    const before = await unreadNotices(store.database, town, next.accountId);
    const input = { accountId: old.accountId, successorId: next.accountId, agencyId: town, from: today };
    const { roles } = await done(handOver(actingAs(store, head, on(today)), input));
    expect(roles).toEqual(['caseHandler']);
    expect(await rolesOf(old)).toEqual([
      ['caseHandler', '2020-01-01', '2026-11-27'],
      ['contributor', '2020-01-01', '2026-11-27'],
    ]);
    expect(await rolesOf(next)).toEqual([
      ['caseHandler', today, null],
      ['contributor', '2020-01-01', null],
    ]);
    expect(await unreadNotices(store.database, town, old.accountId)).toBe(0);
    expect(await unreadNotices(store.database, town, next.accountId)).toBeGreaterThan(before + 1);
    const again = await codeOf(handOver(actingAs(store, head, on(today)), input));
    expect(again).toBe('handover.nothing');
  });

  it('stays in hand until a day to come, then is moved by the job, once', async () => {
    const [old, next] = [await person('approver'), await person()];
    await tell(old.accountId);
    const input = {
      accountId: old.accountId,
      successorId: next.accountId,
      agencyId: town,
      from: '2026-12-01',
    };
    await done(handOver(actingAs(store, head, on(today)), input));
    expect(await rolesOf(old)).toEqual([['approver', '2020-01-01', '2026-11-30']]);
    const system = (day: string) => ({ ...appContext(store), now: on(day) });
    expect(await carryOutHandovers(system('2026-11-30'))).toBe(0);
    expect(await unreadNotices(store.database, town, old.accountId)).toBeGreaterThan(0);
    expect(await carryOutHandovers(system('2026-12-01'))).toBe(1);
    expect(await unreadNotices(store.database, town, old.accountId)).toBe(0);
    expect(await carryOutHandovers(system('2026-12-02'))).toBe(0);
  });

  it.each([
    ['to the same person', { successorId: 'old' }, 'handover.same'],
    ['to nobody', { successorId: '00000000-0000-4000-8000-000000000000' }, 'account.unknown'],
    ['from a day that is over', { from: '2026-11-27' }, 'handover.past'],
    ['from no day', { from: '' }, 'input.invalid'],
    ['to the one who does it', { successorId: 'head' }, 'handover.toSelf'],
    ['to a separated administrator', { successorId: 'security' }, 'membership.apart'],
    ['at an agency that is none', { agencyId: '00000000-0000-4000-8000-000000000000' }, 'agency.unknown'],
  ])('%s is refused, and nothing is changed', async (_, change, code) => {
    const [old, next] = [await person('approver'), await person()];
    const input = {
      accountId: old.accountId,
      successorId: next.accountId,
      agencyId: town,
      from: today,
      ...change,
    };
    const named: Record<string, string> = {
      old: old.accountId,
      head: head.accountId,
      security: security.accountId,
    };
    const successorId = named[input.successorId] ?? input.successorId;
    expect(await codeOf(handOver(actingAs(store, head, on(today)), { ...input, successorId }))).toBe(code);
    expect(await rolesOf(old)).toEqual([['approver', '2020-01-01', null]]);
  });

  it('of an administrator is handed over by the security administrator alone, to one who holds nothing else', async () => {
    const [old, next, busy] = [await person('auditor'), await person(), await person('contributor')];
    const input = { accountId: old.accountId, successorId: next.accountId, agencyId: town, from: today };
    expect(await codeOf(handOver(actingAs(store, head, on(today)), input))).toBe('handover.administrator');
    const guarded = actingAs(store, security, on(today));
    expect(await codeOf(handOver(guarded, { ...input, successorId: busy.accountId }))).toBe(
      'membership.apart',
    );
    expect(await codeOf(handOver(guarded, input))).toBe('done');
    expect(await codeOf(handOver(actingAs(store, busy, on(today)), input))).toBe('policy.role');
  });
});

describe('a deputy', () => {
  it('stands in only for somebody who holds the role there on the first day', async () => {
    const [principal, deputy] = [await person('approver'), await person()];
    const grant = {
      accountId: deputy.accountId,
      agencyId: town,
      role: 'approver' as const,
      from: today,
      to: '2026-12-31',
      deputyOf: principal.accountId,
    };
    const context = terminal(store);
    expect(await codeOf(grantRole(context, { ...grant, deputyOf: head.accountId }))).toBe(
      'membership.noPrincipal',
    );
    expect(await codeOf(grantRole(context, { ...grant, deputyOf: deputy.accountId }))).toBe(
      'membership.ownDeputy',
    );
    expect(await codeOf(grantRole(context, grant))).toBe('done');
  });
});
