import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtAssets } from '../../../test/support/built-assets.ts';
import { testStore } from '../../../test/support/database.ts';
import { done, makeAgency, makePerson, terminal, testVault } from '../../../test/support/office.ts';
import { sampleServices } from '../../../test/support/sample-services.ts';
import { cookieFaults } from '../../../test/support/set-cookie.ts';
import { openAuth } from '../../app/accounts/auth.ts';
import { disableAccount } from '../../app/commands/disable-account.ts';
import { appContext } from '../../app/context.ts';
import type { Store } from '../../store/store.ts';
import { createApp } from '../http/app.ts';
import { loadAssets } from '../theme/assets.ts';

/** A real OIDC provider on loopback, whose people come in without being asked for a password. */
let server: Server;
let issuer: string;
let store: Store;
let app: ReturnType<typeof createApp>;
const publicUrl = 'http://127.0.0.1:8080/xxgk';
/** What is wrong with a cookie of ours on the way. */
const faults: string[] = [];
/** Who the provider says has come. */
let guest = 'li.ming';

beforeAll(async () => {
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'gongkai',
        client_secret: 'a secret between the two',
        redirect_uris: [`${publicUrl}/office/auth/callback/oidc`],
      },
    ],
    claims: { openid: ['sub'], profile: ['preferred_username', 'name'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    findAccount: async (_context, sub) => ({
      accountId: sub,
      claims: async () => ({ sub, preferred_username: sub, name: sub }),
    }),
    interactions: { url: (_context, { uid }) => `/enter/${uid}` },
  });
  server.on('request', async (request, response) => {
    if (!request.url?.startsWith('/enter/')) return provider.callback()(request, response);
    const { prompt, params, grantId } = await provider.interactionDetails(request, response);
    const grant =
      grantId === undefined
        ? new provider.Grant({ accountId: guest, clientId: String(params.client_id) })
        : (await provider.Grant.find(grantId))!;
    grant.addOIDCScope('openid profile');
    const result =
      prompt.name === 'login'
        ? { login: { accountId: guest } }
        : { consent: { grantId: await grant.save() } };
    return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
  });
  store = await testStore();
  const context = appContext(store, 'system', testVault);
  const singleSignOn = { issuer, clientId: 'gongkai', clientSecret: 'a secret between the two' };
  const auth = openAuth(store, testVault, { publicUrl, singleSignOn });
  const access = { context, auth, singleSignOn: true, trustedProxy: undefined };
  app = createApp(sampleServices, {
    publicUrl,
    assets: loadAssets(await builtAssets()),
    office: () => access,
    onFault: console.error,
  });
  const town = await makeAgency(store, { slug: '990802101', name: '云麓镇人民政府' });
  await makePerson(store, town, 'li.ming', ['contributor'], '李明');
  const gone = await makePerson(store, town, 'gone', ['contributor'], '赵去');
  await done(disableAccount(terminal(store), { accountId: gone.accountId }));
});
afterAll(async () => {
  server.close();
  await store.close();
});

/** Goes through the provider as a browser does, cookies of both kept apart; gives where it ends. */
async function comeIn(): Promise<{ location: string; page: string }> {
  const jars = { here: new Map<string, string>(), there: new Map<string, string>() };
  let address = `${publicUrl}/office/sign-in/single?next=${encodeURIComponent('/xxgk/office/me')}`;
  for (let step = 0; step < 12; step += 1) {
    const here = address.startsWith(publicUrl);
    const jar = here ? jars.here : jars.there;
    const headers = { cookie: [...jar].map((pair) => pair.join('=')).join('; ') };
    const response: Response = here
      ? await app.request(address, { headers })
      : await fetch(address, { headers, redirect: 'manual' });
    for (const set of response.headers.getSetCookie()) {
      if (here) faults.push(...cookieFaults(set, { path: '/xxgk/office', secure: false }));
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!;
      jar.set(name!, value!);
    }
    const next = response.headers.get('location');
    if (next === null) return { location: address, page: await response.text() };
    address = new URL(next, address).href;
  }
  throw new Error('The way in has no end.');
}

describe('single sign-on', () => {
  it('lets a known account in by its user name, to the page it wanted', async () => {
    guest = 'li.ming';
    const { location, page } = await comeIn();
    expect(location).toBe(`${publicUrl}/office/me`);
    expect(page).toContain('李明');
    const again = await comeIn();
    expect(again.page).toContain('李明');
    expect(faults).toEqual([]);
  });

  it.each([['unknown.name'], ['gone']])('lets %s not in, and says whom to ask', async (name) => {
    guest = name;
    const { location, page } = await comeIn();
    expect(location).toContain('/office/sign-in');
    expect(page).toContain('请联系系统管理员');
    const accounts = await store.database
      .selectFrom('account')
      .select('username')
      .where('username', '=', 'unknown.name')
      .execute();
    expect(accounts).toEqual([]);
  });
});
