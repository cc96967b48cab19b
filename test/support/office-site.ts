import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { openAuth } from '../../src/app/accounts/auth.ts';
import { calendarKeeper, keepYearFile } from '../../src/app/calendar-years.ts';
import { appContext } from '../../src/app/context.ts';
import type { Store } from '../../src/store/store.ts';
import { createApp } from '../../src/web/http/app.ts';
import type { Services } from '../../src/web/http/services.ts';
import { makeUrls } from '../../src/web/http/urls.ts';
import { officeRoutes } from '../../src/web/office/office-routes.tsx';
import type { RouteOwner } from '../../src/web/office/router.ts';
import { loadAssets } from '../../src/web/theme/assets.ts';
import { builtAssets } from './built-assets.ts';
import { testPassword, testVault } from './office.ts';
import { sampleServices } from './sample-services.ts';

export const publicUrl = 'https://www.yunxi.example';

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly location: string | null;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

/** Somebody at a browser: cookies kept, forms sent with the token of the page they stand on. */
export interface Visitor {
  readonly get: (path: string) => Promise<Answer>;
  readonly post: (
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer>;
  /** A form with files, several under one name where there are several. */
  readonly upload: (
    path: string,
    fields: Readonly<Record<string, string>>,
    files: Readonly<Record<string, readonly File[]>>,
  ) => Promise<Answer>;
  readonly cookies: Map<string, string>;
  readonly token: () => Promise<string>;
}

export interface OfficeSite {
  readonly app: Hono;
  readonly owners: readonly RouteOwner[];
  readonly visitor: () => Visitor;
  /** A visitor who came in by name and the password of the tests. */
  readonly signedIn: (username: string) => Promise<Visitor>;
}

/** The whole site in process over a store, the office with it; the portal over `services`, invented reports unless given. */
export async function officeSite(
  store: Store,
  now?: () => Date,
  services: Services = sampleServices,
): Promise<OfficeSite> {
  const years = mkdtempSync(join(tmpdir(), 'gongkai-years-'));
  const context = {
    ...appContext(store, 'system', testVault, {
      calendar: calendarKeeper(years, now ?? (() => new Date())),
      keepYear: (year) => keepYearFile(years, year),
    }),
    ...(now === undefined ? {} : { now }),
  };
  const auth = openAuth(store, testVault, { publicUrl });
  const access = { context, auth, singleSignOn: false, trustedProxy: undefined };
  const assets = loadAssets(await builtAssets());
  const app = createApp(services, {
    publicUrl,
    assets,
    onFault: (fault) => console.error(fault),
    office: () => access,
  });
  const { site, calendar } = services;
  const urls = makeUrls(publicUrl, assets.manifest);
  const visitor = () => visitorOf(app);
  return {
    app,
    owners: officeRoutes({ ...access, urls, site, calendar }).owners,
    visitor,
    async signedIn(username) {
      const one = visitor();
      const answer = await one.post('/office/sign-in', { username, password: testPassword, next: '/office' });
      if (answer.status !== 303) throw new Error(`${username} did not come in: ${answer.status}`);
      return one;
    },
  };
}

function visitorOf(app: Hono): Visitor {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(init.headers as Record<string, string>), ...(cookie === '' ? {} : { cookie }) };
    const response = await app.request(`${publicUrl}${path}`, { ...init, headers });
    for (const set of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!;
      if (/Max-Age=0/i.test(set)) cookies.delete(name!);
      else cookies.set(name!, value!);
    }
    const bytes = new Uint8Array(await response.arrayBuffer());
    return {
      status: response.status,
      text: new TextDecoder().decode(bytes),
      location: response.headers.get('location'),
      headers: response.headers,
      bytes,
    };
  };
  const get = (path: string) => send(path, {});
  const token = async () => /name="_token" value="([^"]+)"/.exec((await get('/office/me')).text)?.[1] ?? '';
  return {
    get,
    cookies,
    token,
    upload: async (path, fields, files) => {
      const body = new FormData();
      const known = cookies.size > 0 && path.startsWith('/office') ? { _token: await token() } : {};
      for (const [name, value] of Object.entries({ ...known, ...fields })) body.append(name, value);
      for (const [name, list] of Object.entries(files)) for (const file of list) body.append(name, file);
      return send(path, { method: 'POST', body, headers: { Origin: publicUrl } });
    },
    post: async (path, fields, headers = {}) => {
      const known = cookies.size > 0 && !('_token' in fields) ? { _token: await token() } : {};
      return send(path, {
        method: 'POST',
        body: new URLSearchParams({ ...known, ...fields }).toString(),
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: publicUrl, ...headers },
      });
    },
  };
}
