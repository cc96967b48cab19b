import { hashPassword as hashScrypt } from 'better-auth/crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../../test/support/database.ts';
import {
  actingAs,
  done,
  makeAgency,
  makePerson,
  terminal,
  testPassword,
} from '../../../test/support/office.ts';
import { totpCode } from '../../../test/support/totp.ts';
import { passwordOf, setPassword } from '../../store/accounts.ts';
import type { Store } from '../../store/store.ts';
import { changeOwnPassword } from '../commands/change-own-password.ts';
import { createAccount } from '../commands/create-account.ts';
import { disableAccount } from '../commands/disable-account.ts';
import { enableAccount } from '../commands/enable-account.ts';
import { endRole } from '../commands/end-role.ts';
import { grantRole } from '../commands/grant-role.ts';
import { resetPassword } from '../commands/reset-password.ts';
import { resetSecondFactor } from '../commands/reset-second-factor.ts';
import type { AppContext } from '../context.ts';
import { type Auth, openAuth } from './auth.ts';
import { visitOf } from './person.ts';
import { enterCode, signIn } from './sign-in.ts';
import { countFailure, lockedUntil } from './sign-in-failures.ts';

let store: Store;
let context: AppContext;
let auth: Auth;
let county: string;
let town: string;
beforeAll(async () => {
  store = await testStore();
  context = terminal(store);
  auth = openAuth(store, context.vault, { publicUrl: 'https://www.yunxi.example/xxgk' });
  county = await makeAgency(store, { slug: '990802', name: '云岫县人民政府', level: 4 });
  town = await makeAgency(store, { slug: '990802101', name: '云麓镇人民政府', superior: county });
});
afterAll(() => store.close());

const cookieOf = (cookies: readonly string[]) =>
  new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') });
const addresses = Array.from({ length: 200 }, (_, n) => `10.0.0.${n}`);
const attempt = (username: string, password = testPassword) => ({
  username,
  password,
  address: addresses.pop()!,
});

async function enter(username: string): Promise<Headers> {
  const outcome = await signIn(context, auth, attempt(username), new Headers());
  if (outcome.result !== 'in') throw new Error(outcome.result);
  return cookieOf(outcome.cookies);
}

describe('a person who signs in', () => {
  it('is known by the cookie, with the roles and agencies held that day', async () => {
    const { accountId } = await makePerson(store, town, 'clerk', ['contributor', 'caseHandler'], '李明');
    const lastYear = {
      agencyId: county,
      role: 'disclosureOffice',
      from: '2020-01-01',
      to: '2020-12-31',
    } as const;
    const then = { ...context, now: () => new Date('2020-06-01T00:00:00Z') };
    await done(grantRole(then, { accountId, ...lastYear, deputyOf: null }));
    const visit = await visitOf(context, auth, await enter('CLERK'), null);
    expect(visit).toMatchObject({
      account: { id: accountId, name: '李明' },
      place: { slug: '990802101', name: '云麓镇人民政府' },
      roles: ['contributor', 'caseHandler'],
    });
    expect(visit!.places).toHaveLength(1);
  });

  it('has a cookie that no script, no other site and no page of the portal gets', async () => {
    await makePerson(store, town, 'cookie', ['contributor']);
    const outcome = await signIn(context, auth, attempt('cookie'), new Headers());
    const [cookie] = outcome.result === 'in' ? outcome.cookies : [];
    expect(cookie).toMatch(/^__Secure-gongkai\.session_token=/);
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/xxgk/office'])
      expect(cookie).toContain(part);
  });

  it('gets a new session each time: a cookie that was there before is worth nothing', async () => {
    await makePerson(store, town, 'fixed', ['contributor']);
    const planted = new Headers({ cookie: '__Secure-gongkai.session_token=planted.value' });
    const outcome = await signIn(context, auth, attempt('fixed'), planted);
    expect(outcome.result === 'in' && outcome.cookies[0]).not.toContain('planted');
    expect(await visitOf(context, auth, planted, null)).toBeNull();
  });

  it.each([
    ['a wrong password', 'known', 'Wrong-password-1'],
    ['a name that does not exist', 'nobody', testPassword],
  ])('is refused in the same words for %s', async (_, username, password) => {
    if (username === 'known') await makePerson(store, town, 'known', []);
    expect(await signIn(context, auth, attempt(username, password), new Headers())).toEqual({
      result: 'wrong',
    });
  });

  it('is refused after the same time whether the name exists or not: the same hash is worked out', async () => {
    const refused = async (username: string) => {
      const start = performance.now();
      await signIn(context, auth, attempt(username, 'Wrong-password-1'), new Headers());
      return performance.now() - start;
    };
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
    for (let i = 0; i < 4; i += 1) await makePerson(store, town, `real${i}`, []);
    for (let i = 0; i < 16; i += 1) {
      times.known.push(await refused(`real${i % 4}`));
      times.unknown.push(await refused(`nobody${i % 4}`));
    }
    const [known, unknown] = [times.known, times.unknown].map((list) => list.sort((a, b) => a - b)[7]!);
    // Without the hash of a name that is not there it would take a fifth.
    expect(unknown! / known!).toBeGreaterThan(0.5);
    expect(unknown! / known!).toBeLessThan(2);
  });

  it('who comes in with a hash of an earlier version has it renewed', async () => {
    const { accountId } = await makePerson(store, town, 'earlier', []);
    await store.write((transaction) =>
      hashScrypt(testPassword).then((hash) => setPassword(transaction, accountId, hash, new Date())),
    );
    for (let i = 0; i < 2; i += 1) await enter('earlier');
    expect(await store.read((database) => passwordOf(database, accountId))).toMatch(/^\$argon2id\$/);
  });

  it('waits after five failures, longer each time, whether the name exists or not', async () => {
    await makePerson(store, town, 'stuffed', []);
    for (const username of ['stuffed', 'unknown.name']) {
      for (let i = 0; i < 4; i += 1) await countFailure(context, attempt(username));
      expect((await signIn(context, auth, attempt(username, 'guess'), new Headers())).result).toBe('wrong');
      const locked = await signIn(context, auth, attempt(username), new Headers());
      expect(locked.result).toBe('locked');
      const later = { ...context, now: () => new Date(Date.now() + 61_000) };
      const again = await signIn(later, auth, attempt(username, 'guess'), new Headers());
      expect(again.result).toBe('wrong');
      const still = { ...context, now: () => new Date(Date.now() + 61_000 + 100_000) };
      expect((await signIn(still, auth, attempt(username), new Headers())).result).toBe('locked');
    }
  });

  it('comes in at once by a password that was set anew, however often the old one was mistyped', async () => {
    const { accountId } = await makePerson(store, town, 'mistyped', []);
    for (let i = 0; i < 6; i += 1) await countFailure(context, attempt('mistyped'));
    expect((await signIn(context, auth, attempt('mistyped'), new Headers())).result).toBe('locked');
    const password = 'Shui-qing-2026-xin';
    await done(resetPassword(context, { accountId, password }));
    expect((await signIn(context, auth, attempt('mistyped', password), new Headers())).result).toBe('in');
  });

  it('is stopped when one address tries many names', async () => {
    const from = '192.0.2.7';
    for (let i = 0; i < 39; i += 1) await countFailure(context, { username: `guess${i}`, address: from });
    await signIn(context, auth, { username: 'guess39', password: 'x', address: from }, new Headers());
    const next = await signIn(
      context,
      auth,
      { username: 'guess99', password: 'x', address: from },
      new Headers(),
    );
    expect(next.result).toBe('locked');
  });
});

describe('a second factor', () => {
  it('is asked for after the password, and each code is taken once', async () => {
    await makePerson(store, town, 'second', ['approver']);
    const headers = await enter('second');
    const enabled = await auth.api.enableTwoFactor({ body: { password: testPassword }, headers });
    const uri = (enabled as { totpURI: string }).totpURI;
    await auth.api.verifyTOTP({ body: { code: totpCode(uri, Date.now() - 30_000) }, headers });

    const waiting = async () => {
      const outcome = await signIn(context, auth, attempt('second'), new Headers());
      expect(outcome.result).toBe('secondFactor');
      return cookieOf(outcome.result === 'secondFactor' ? outcome.cookies : []);
    };
    const half = await waiting();
    expect(await visitOf(context, auth, half, null)).toBeNull();
    const code = totpCode(uri);
    const wrong = { code: '000000', backup: false, address: '10.9.0.1' };
    expect((await enterCode(context, auth, wrong, half)).result).toBe('wrong');
    const right = await enterCode(context, auth, { ...wrong, code }, half);
    expect(right.result).toBe('in');
    const replayed = await enterCode(context, auth, { ...wrong, code }, await waiting());
    expect(replayed.result).toBe('wrong');
  });

  it('is taken away by the security administrator alone, from somebody who lost telephone and codes', async () => {
    const { accountId } = await makePerson(store, town, 'lost.phone', ['approver']);
    const security = await makePerson(store, county, 'factor.security', ['securityAdministrator']);
    const system = await makePerson(store, county, 'factor.system', ['systemAdministrator']);
    const headers = await enter('lost.phone');
    const none = await resetSecondFactor(actingAs(store, security), { accountId });
    expect(none).toMatchObject({ code: 'account.noSecondFactor' });
    const enabled = await auth.api.enableTwoFactor({ body: { password: testPassword }, headers });
    const uri = (enabled as { totpURI: string }).totpURI;
    await auth.api.verifyTOTP({ body: { code: totpCode(uri) }, headers });
    const come = async () => (await signIn(context, auth, attempt('lost.phone'), new Headers())).result;
    expect(await come()).toBe('secondFactor');
    expect(await resetSecondFactor(actingAs(store, system), { accountId })).toMatchObject({
      code: 'policy.role',
    });
    expect(await come()).toBe('secondFactor');
    await done(resetSecondFactor(actingAs(store, security), { accountId }));
    expect(await visitOf(context, auth, headers, null)).toBeNull();
    expect(await come()).toBe('in');
    const own = await resetSecondFactor(actingAs(store, security), { accountId: security.accountId });
    expect(own).toMatchObject({ code: 'policy.self' });
  });
});

describe('a code of the second factor', () => {
  it('that others behind the same gateway typed wrongly does not keep a whole office out', async () => {
    const from = '192.0.2.40';
    const headers = new Headers();
    for (let i = 0; i < 8; i += 1)
      await enterCode(context, auth, { code: '000000', backup: false, address: from }, headers);
    expect(await lockedUntil(context, { username: null, address: from })).toBeNull();
  });
});

describe('a demonstration account', () => {
  it('comes in no more once an agency that is not invented has people', async () => {
    const own = await testStore();
    const at = terminal(own);
    const invented = await makeAgency(own, { slug: '990901', name: '云岫县人民政府', level: 4 });
    const real = await makeAgency(own, { slug: '990903', name: '真实县人民政府', level: 4 });
    await makePerson(own, invented, 'demo.admin', ['systemAdministrator']);
    const door = openAuth(own, at.vault, { publicUrl: 'https://www.yunxi.example' });
    const come = async () => (await signIn(at, door, attempt('demo.admin'), new Headers())).result;
    expect(await come()).toBe('in');
    await own.database.updateTable('agency').set({ demonstration: false }).where('id', '=', real).execute();
    await makePerson(own, real, 'first.real', ['systemAdministrator']);
    expect(await come()).toBe('wrong');
    await own.close();
  });
});

describe('an account', () => {
  it('is not made at an agency that was closed', async () => {
    const gone = await makeAgency(store, { slug: '990802199', name: '旧镇人民政府' });
    await store.database
      .updateTable('agency')
      .set({ valid_to: '2026-01-01' })
      .where('id', '=', gone)
      .execute();
    const input = {
      agencyId: gone,
      username: 'too.late',
      name: '王芳',
      password: testPassword,
      demonstration: false,
    };
    expect(await createAccount(context, input)).toMatchObject({ code: 'agency.unknown' });
  });

  it('that is disabled is out at once and stays out until it is enabled', async () => {
    const { accountId } = await makePerson(store, town, 'leaver', ['contributor']);
    const headers = await enter('leaver');
    await done(disableAccount(context, { accountId }));
    expect(await visitOf(context, auth, headers, null)).toBeNull();
    expect((await signIn(context, auth, attempt('leaver'), new Headers())).result).toBe('wrong');
    expect(await disableAccount(context, { accountId })).toMatchObject({ code: 'account.disabled' });
    await done(enableAccount(context, { accountId }));
    expect(await visitOf(context, auth, await enter('leaver'), null)).not.toBeNull();
  });

  it('whose password was reset is out everywhere and must choose its own', async () => {
    const { accountId } = await makePerson(store, town, 'reset', ['contributor']);
    const before = await enter('reset');
    await done(resetPassword(context, { accountId, password: 'Bai-yun-2026-xin' }));
    expect(await visitOf(context, auth, before, null)).toBeNull();
    const outcome = await signIn(context, auth, attempt('reset', 'Bai-yun-2026-xin'), new Headers());
    const visit = await visitOf(
      context,
      auth,
      cookieOf(outcome.result === 'in' ? outcome.cookies : []),
      null,
    );
    expect(visit!.mustChangePassword).toBe(true);
  });

  it('keeps this session and loses the others when its person changes the password', async () => {
    const person = await makePerson(store, town, 'changer', ['contributor']);
    const [here, elsewhere] = [await enter('changer'), await enter('changer')];
    const { session } = (await visitOf(context, auth, here, null))!;
    const input = {
      accountId: person.accountId,
      current: testPassword,
      password: 'Xin-kou-ling-2027',
      keepSession: session.token,
    };
    const own = actingAs(store, person);
    expect(await changeOwnPassword(own, { ...input, current: 'wrong' })).toMatchObject({
      code: 'account.password',
    });
    expect(await changeOwnPassword(own, { ...input, password: 'short' })).toMatchObject({ refused: true });
    await done(changeOwnPassword(own, input));
    expect(await visitOf(context, auth, here, null)).not.toBeNull();
    expect(await visitOf(context, auth, elsewhere, null)).toBeNull();
  });

  it.each([
    ['a field nobody asked for', { mustChangePassword: false }],
    ['a weak password', { password: '1234567890' }],
    ['a name of other letters', { username: '李明' }],
    ['a name that is taken, in other case', { username: 'CLERK' }],
  ])('is not made with %s', async (_, change) => {
    const input = {
      agencyId: town,
      username: 'fresh.name',
      name: '王芳',
      password: testPassword,
      demonstration: false,
    };
    const outcome = await createAccount(context, { ...input, ...change } as typeof input);
    expect(outcome).toMatchObject({ refused: true });
  });
});

describe('a role', () => {
  it('of an administrator is held beside no other', async () => {
    const { accountId } = await makePerson(store, county, 'admin.one', ['systemAdministrator']);
    const grant = { accountId, agencyId: county, from: '2026-01-01', to: null, deputyOf: null } as const;
    for (const role of ['auditor', 'contributor'] as const)
      expect(await grantRole(context, { ...grant, role })).toMatchObject({ code: 'membership.apart' });
  });

  it('is given by the security administrator of the agency or one above, never to oneself', async () => {
    const security = await makePerson(store, county, 'security', ['securityAdministrator']);
    const townSecurity = await makePerson(store, town, 'town.security', ['securityAdministrator']);
    const clerk = await makePerson(store, town, 'given', []);
    const grant = {
      accountId: clerk.accountId,
      role: 'contributor',
      from: '2026-01-01',
      to: null,
      deputyOf: null,
    } as const;
    expect(await grantRole(actingAs(store, townSecurity), { ...grant, agencyId: county })).toMatchObject({
      code: 'policy.agency',
    });
    const other = await makePerson(store, town, 'other', ['contributor']);
    expect(await grantRole(actingAs(store, other), { ...grant, agencyId: town })).toMatchObject({
      code: 'policy.role',
    });
    expect(
      await grantRole(actingAs(store, security), {
        ...grant,
        accountId: security.accountId,
        agencyId: county,
      }),
    ).toMatchObject({ code: 'policy.self' });
    const { id } = await done(grantRole(actingAs(store, security), { ...grant, agencyId: town }));
    expect(await grantRole(actingAs(store, security), { ...grant, agencyId: town })).toMatchObject({
      code: 'membership.held',
    });
    await done(endRole(actingAs(store, townSecurity), { membershipId: id }));
    const refused = await store.database.selectFrom('access_log').select(['act', 'refused']).execute();
    expect(refused).toEqual(
      expect.arrayContaining([
        { act: 'membership.grant', refused: 'policy.agency' },
        { act: 'membership.grant', refused: 'policy.role' },
        { act: 'membership.grant', refused: 'policy.self' },
      ]),
    );
  });
});
