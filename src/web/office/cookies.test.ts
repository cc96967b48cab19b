import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CaseOffice,
  caseOffice,
  entered,
  nextOffice,
  noon,
} from '../../../test/support/applications.ts';
import { builtAssets } from '../../../test/support/built-assets.ts';
import { testStore } from '../../../test/support/database.ts';
import { makePerson, testPassword, testVault } from '../../../test/support/office.ts';
import { sampleServices } from '../../../test/support/sample-services.ts';
import { cookieFaults, nameOfCookie } from '../../../test/support/set-cookie.ts';
import { totpCode } from '../../../test/support/totp.ts';
import { type Auth, openAuth } from '../../app/accounts/auth.ts';
import { appContext } from '../../app/context.ts';
import type { Store } from '../../store/store.ts';
import { createApp } from '../http/app.ts';
import { type Assets, loadAssets } from '../theme/assets.ts';

const today = '2026-11-27';
let store: Store;
let office: CaseOffice;
let assets: Assets;
let shown: { readonly receiptNumber: string; readonly code: string };
let people = 0;

beforeAll(async () => {
  store = await testStore();
  assets = loadAssets(await builtAssets());
  office = await caseOffice(store);
  await nextOffice(office, '990802101');
  shown = await entered(office, today);
});
afterAll(() => store.close());

/** A browser that keeps what it is set, whatever it is; `arrives` is where the proxy sends its requests. */
function browserAt(app: Hono, arrives: string, origin: string) {
  const jar = new Map<string, string>();
  const sets: string[] = [];
  const send = async (path: string, form?: Readonly<Record<string, string>>) => {
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ');
    const headers = { cookie, 'x-forwarded-proto': 'http', 'x-forwarded-host': 'evil.example', origin };
    const response = await app.request(`${arrives}${path}`, {
      headers,
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const set of response.headers.getSetCookie()) {
      sets.push(set);
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!;
      if (/max-age=0/i.test(set)) jar.delete(name!);
      else jar.set(name!, value!);
    }
    return { response, text: await response.text() };
  };
  return { jar, sets, send };
}

const addresses = [
  ['at the root of a host', 'https://www.yunxi.example', 'https://www.yunxi.example', ''],
  ['under a path', 'https://www.yunxi.example/xxgk', 'https://www.yunxi.example/xxgk', '/xxgk'],
  [
    'under a path that the proxy takes away',
    'https://www.yunxi.example/xxgk',
    'http://10.0.0.5:8080',
    '/xxgk',
  ],
  [
    'under a long path with a slash at its end',
    'https://www.yunxi.example/gov/xxgk/',
    'http://10.0.0.5:8080/gov/xxgk',
    '/gov/xxgk',
  ],
  ['on a machine alone, without TLS', 'http://127.0.0.1:8080/xxgk', 'http://127.0.0.1:8080/xxgk', '/xxgk'],
] as const;

describe.each(addresses)('cookies %s', (_, publicUrl, arrives, base) => {
  const origin = new URL(publicUrl).origin;
  const secure = origin.startsWith('https:');
  const named = (name: string) => (secure ? `__Secure-${name}` : name);
  let app: Hono;
  let auth: Auth;
  let username: string;
  let browser: ReturnType<typeof browserAt>;
  const faultsOf = (path: string) => browser.sets.flatMap((set) => cookieFaults(set, { path, secure }));
  const enter = () =>
    browser.send('/office/sign-in', { username, password: testPassword, next: `${base}/office` });

  beforeAll(async () => {
    const context = { ...appContext(store, 'system', testVault), now: noon(today) };
    auth = openAuth(store, testVault, { publicUrl });
    const access = { context, auth, singleSignOn: false, trustedProxy: undefined };
    app = createApp(sampleServices, { publicUrl, assets, onFault: console.error, office: () => access });
    people += 1;
    username = `cookie${people}`;
    await makePerson(store, office.agencyId, username, ['approver']);
    browser = browserAt(app, arrives, origin);
  });

  it('of a session and of the place worked for go to the office alone, and end with it', async () => {
    const { response } = await enter();
    expect([response.status, response.headers.get('location')]).toEqual([303, `${base}/office`]);
    await browser.send('/office/place?to=990801101');
    expect([...browser.jar.keys()]).toEqual([named('gongkai.session_token'), 'gongkai.place']);
    const page = await browser.send('/office/me');
    const token = /name="_token" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    expect((await browser.send('/office/sign-out', { _token: token })).response.status).toBe(303);
    expect(browser.jar.size).toBe(0);
    expect(browser.sets.length).toBeGreaterThanOrEqual(4);
    expect(faultsOf(`${base}/office`)).toEqual([]);
  });

  it('between password and code likewise', async () => {
    browser = browserAt(app, arrives, origin);
    await enter();
    const headers = new Headers({ cookie: [...browser.jar].map((pair) => pair.join('=')).join('; ') });
    const { totpURI } = (await auth.api.enableTwoFactor({ body: { password: testPassword }, headers })) as {
      totpURI: string;
    };
    await auth.api.verifyTOTP({ body: { code: totpCode(totpURI, Date.now() - 30_000) }, headers });
    browser = browserAt(app, arrives, origin);
    expect((await enter()).response.headers.get('location')).toContain(`${base}/office/sign-in/code`);
    expect(browser.sets.map(nameOfCookie)).toContain(named('gongkai.two_factor'));
    const code = totpCode(totpURI);
    const inside = await browser.send('/office/sign-in/code', { code, next: `${base}/office` });
    expect(inside.response.status).toBe(303);
    expect([...browser.jar.keys()]).toContain(named('gongkai.session_token'));
    expect(faultsOf(`${base}/office`)).toEqual([]);
  });

  it('of an applicant who looks at the progress go to those pages alone, until they leave', async () => {
    browser = browserAt(app, arrives, origin);
    const { receiptNumber: number, code } = shown;
    expect((await browser.send('/track', { number, code })).response.status).toBe(303);
    expect([...browser.jar.keys()]).toEqual(['gongkai.track']);
    expect((await browser.send('/track/leave', {})).response.status).toBe(303);
    expect(browser.jar.size).toBe(0);
    expect(faultsOf(`${base}/track`)).toEqual([]);
  });

  it('are set by no page that needs none', async () => {
    browser = browserAt(app, arrives, origin);
    for (const path of ['/', '/office/sign-in', '/apply', '/track', '/reports', '/deadline', '/check'])
      await browser.send(path);
    expect(browser.sets).toEqual([]);
  });
});
