import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../../test/support/database.ts';
import { makeAgency, makePerson, testPassword } from '../../../test/support/office.ts';
import { type OfficeSite, officeSite, publicUrl } from '../../../test/support/office-site.ts';
import type { Person } from '../../app/context.ts';
import type { Store } from '../../store/store.ts';
import { safeNext } from './sign-in-routes.tsx';

let store: Store;
let site: OfficeSite;
let county: string;
let town: string;
let other: string;
const people: Record<string, Person> = {};
beforeAll(async () => {
  store = await testStore();
  site = await officeSite(store);
  county = await makeAgency(store, { slug: '990802', name: '云岫县人民政府', level: 4 });
  town = await makeAgency(store, { slug: '990802101', name: '云麓镇人民政府', superior: county });
  other = await makeAgency(store, { slug: '990803', name: '青石县人民政府', level: 4 });
  people.clerk = await makePerson(store, town, 'clerk', ['contributor', 'caseHandler'], '李明');
  people.system = await makePerson(store, county, 'system', ['systemAdministrator'], '方启');
  people.security = await makePerson(store, county, 'security', ['securityAdministrator'], '闻静');
  people.elsewhere = await makePerson(store, other, 'elsewhere', ['systemAdministrator'], '周远');
});
afterAll(() => store.close());

describe('the door', () => {
  it('sends who is not signed in to the sign-in page, and back to where they wanted to go', async () => {
    const visitor = site.visitor();
    const sent = await visitor.get('/office/people?q=x');
    expect(sent.status).toBe(303);
    expect(sent.location).toBe(`/office/sign-in?next=${encodeURIComponent('/office/people?q=x')}`);
    const entered = await visitor.post('/office/sign-in', {
      username: 'system',
      password: testPassword,
      next: '/office/people?q=x',
    });
    expect([entered.status, entered.location]).toEqual([303, '/office/people?q=x']);
    expect((await visitor.get('/office/people')).text).toContain('李明');
  });

  it('answers the same for a name that does not exist and for a wrong password', async () => {
    const words = async (username: string) => {
      const { status, text } = await site
        .visitor()
        .post('/office/sign-in', { username, password: 'Wrong-password-1', next: '' });
      return [status, text.replaceAll(username, '…')];
    };
    expect(await words('clerk')).toEqual(await words('nobody.at.all'));
  });

  it('refuses every other path before signing in: forms with 401, pages by the door', async () => {
    const { status } = await site.visitor().post('/office/people/new', { name: 'x' });
    expect(status).toBe(401);
  });

  it('forgets the session on signing out', async () => {
    const visitor = await site.signedIn('clerk');
    const before = new Map(visitor.cookies);
    const out = await visitor.post('/office/sign-out', {});
    expect(out.location).toBe('/office/sign-in?done=signedOut');
    for (const [name, value] of before) visitor.cookies.set(name, value);
    expect((await visitor.get('/office')).status).toBe(303);
  });

  it.each([
    ['https://evil.example/', '/office'],
    ['//evil.example/office', '/office'],
    ['/office\\..\\evil', '/office'],
    ['/officeevil', '/office'],
    ['/office//evil.example', '/office'],
    ['javascript:alert(1)', '/office'],
    ['/office/sign-out', '/office'],
    ['/office/people?q=1', '/office/people?q=1'],
    ['/office', '/office'],
    ['', '/office'],
  ])('goes on from %s only to a page of the office', (next, to) => {
    expect(safeNext(next, '')).toBe(to);
  });
});

describe('a form from elsewhere', () => {
  it.each([
    ['another site’s Origin', { Origin: 'https://evil.example' }],
    ['no Origin, but a browser that says cross-site', { Origin: '', 'Sec-Fetch-Site': 'cross-site' }],
    [
      'a Host and Origin that agree with each other but are not ours',
      { Host: 'evil.example', Origin: 'https://evil.example' },
    ],
  ])('is refused with %s', async (_, headers) => {
    const visitor = await site.signedIn('security');
    const { status } = await visitor.post(`/office/people/${people.clerk!.accountId}/disable`, {}, headers);
    expect(status).toBe(403);
  });

  it.each([['none'], ['of another session']])('is refused with a token %s', async (which) => {
    const visitor = await site.signedIn('system');
    const token = which === 'none' ? '' : await (await site.signedIn('system')).token();
    const fields = { _token: token };
    const { status } = await visitor.post(`/office/people/${people.clerk!.accountId}/disable`, fields);
    expect(status).toBe(403);
  });

  it('cannot give a field that the form does not have', async () => {
    const visitor = await site.signedIn('system');
    const made = await visitor.post('/office/people/new', {
      agencyId: town,
      username: 'mass.assigned',
      name: '王芳',
      password: 'Xin-lai-de-2026',
      demonstration: 'true',
      mustChangePassword: 'false',
      role: 'systemAdministrator',
    });
    expect(made.status).toBe(303);
    const account = await store.database
      .selectFrom('account')
      .selectAll()
      .where('username', '=', 'mass.assigned')
      .executeTakeFirstOrThrow();
    expect(account).toMatchObject({ demonstration: false, must_change_password: true });
    const roles = await store.database
      .selectFrom('membership')
      .select('role')
      .where('account_id', '=', account.id)
      .execute();
    expect(roles).toEqual([]);
  });

  it('too large to be one is refused before it is read', async () => {
    const visitor = await site.signedIn('system');
    const { status } = await visitor.post('/office/people/new', { name: 'x'.repeat(3 * 1024 * 1024) });
    expect(status).toBe(413);
  });
});

describe('answers of the office', () => {
  it('take no host but PUBLIC_URL’s, forbid scripts but our own, frames and keeping', async () => {
    const visitor = await site.signedIn('system');
    const cookie = [...visitor.cookies].map((pair) => pair.join('=')).join('; ');
    const response = await site.app.request('https://evil.example/office/people', {
      headers: { cookie, host: 'evil.example', 'x-forwarded-host': 'evil.example' },
    });
    const text = await response.text();
    expect(text).not.toContain('evil.example');
    const policy = response.headers.get('content-security-policy')!;
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('strict-transport-security')).toContain('max-age');
    expect(text).not.toMatch(/\sstyle="|\son\w+="|<script>/);
  });

  it.each([
    ['/office/../etc/passwd'],
    ['/office/people/..%2f..%2f'],
    ['/office/people/%00'],
    ['/office/people/not-an-id'],
  ])('to a path like %s say that there is no such page', async (path) => {
    const visitor = await site.signedIn('system');
    expect((await visitor.get(path)).status).toBe(404);
  });

  it('write what people typed as text', async () => {
    const visitor = await site.signedIn('system');
    const made = await visitor.post('/office/people/new', {
      agencyId: town,
      username: 'escaped',
      name: '<script>alert(1)</script>',
      password: 'short',
    });
    expect(made.status).toBe(422);
    expect(made.text).not.toContain('<script>alert');
    expect(made.text).toContain('&lt;script&gt;');
  });
});

describe('what the policy does not allow', () => {
  const forbidden: readonly (readonly [
    who: string,
    what: string,
    path: () => string,
    fields: Readonly<Record<string, string>>,
  ])[] = [
    ['clerk', 'lists people', () => '/office/people', {}],
    ['clerk', 'reads the policy', () => '/office/policy', {}],
    ['clerk', 'reads another’s account', () => `/office/people/${people.system!.accountId}`, {}],
    [
      'elsewhere',
      'reads an account of another county',
      () => `/office/people/${people.clerk!.accountId}`,
      {},
    ],
    [
      'clerk',
      'makes an account',
      () => '/office/people/new',
      { agencyId: 'town', username: 'made.by', name: '王芳', password: 'Xin-lai-de-2026' },
    ],
    [
      'elsewhere',
      'makes an account in another county',
      () => '/office/people/new',
      { agencyId: 'town', username: 'made.by', name: '王芳', password: 'Xin-lai-de-2026' },
    ],
    [
      'system',
      'gives a role',
      () => `/office/people/${people.clerk!.accountId}/roles`,
      { agencyId: 'town', role: 'approver', from: '2026-01-01', to: '' },
    ],
    ['security', 'disables an account', () => `/office/people/${people.clerk!.accountId}/disable`, { _: '' }],
    [
      'elsewhere',
      'resets a password of another county',
      () => `/office/people/${people.clerk!.accountId}/password`,
      { password: 'Xin-lai-de-2026' },
    ],
    [
      'clerk',
      'ends another’s sessions',
      () => `/office/people/${people.system!.accountId}/sessions/end`,
      { sessionId: '00000000-0000-4000-8000-000000000000' },
    ],
  ];

  it.each(forbidden)('is refused with 403 and logged: %s %s', async (who, _, path, fields) => {
    const visitor = await site.signedIn(who);
    const sent = { ...fields, ...('agencyId' in fields ? { agencyId: town } : {}) };
    const answer =
      Object.keys(fields).length === 0 ? await visitor.get(path()) : await visitor.post(path(), sent);
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('没有办理此事的权限');
    const logged = await store.database
      .selectFrom('access_log')
      .select('refused')
      .where('actor', '=', people[who]!.accountId)
      .execute();
    expect(logged.length).toBeGreaterThan(0);
    const made = await store.database
      .selectFrom('account')
      .select('id')
      .where('username', '=', 'made.by')
      .execute();
    expect(made).toEqual([]);
  });
});

describe('a first password', () => {
  it('is changed before anything else can be done', async () => {
    const system = await site.signedIn('system');
    const made = await system.post('/office/people/new', {
      agencyId: town,
      username: 'newcomer',
      name: '新来',
      password: 'Shou-ci-kou-ling-1',
    });
    expect(made.status).toBe(303);
    const visitor = site.visitor();
    await visitor.post('/office/sign-in', { username: 'newcomer', password: 'Shou-ci-kou-ling-1', next: '' });
    expect((await visitor.get('/office')).location).toBe('/office/me/password');
    const page = await visitor.get('/office/me/password');
    const _token = /name="_token" value="([^"]+)"/.exec(page.text)![1]!;
    const changed = await visitor.post('/office/me/password', {
      _token,
      current: 'Shou-ci-kou-ling-1',
      password: 'Wo-zi-ji-de-2026',
    });
    expect([changed.status, changed.location]).toEqual([303, '/office?done=passwordChanged']);
    expect((await visitor.get('/office')).status).toBe(200);
  });
});

describe('routes of the office', () => {
  it('each have an owner in the policy', async () => {
    const owned = new Set(
      site.owners.map(({ method, path }) => `${method} ${`/office${path}`.replace(/\/$/, '')}`),
    );
    const routes = site.app.routes
      .filter(({ path, method }) => path.startsWith('/office') && method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replace(/\/$/, '')}`);
    expect(routes.length).toBeGreaterThan(10);
    expect([...new Set(routes)].filter((route) => !owned.has(route))).toEqual([]);
    expect(publicUrl).toContain('https');
  });
});
