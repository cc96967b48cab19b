import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../../test/support/database.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { insertAgency } from '../../store/agencies.ts';
import { newId } from '../../store/ids.ts';
import type { Store } from '../../store/store.ts';
import { createAccount } from '../commands/create-account.ts';
import { type AppContext, appContext } from '../context.ts';
import { vaultOf } from '../vault/vault.ts';
import { type Auth, openAuth } from './auth.ts';
import { signIn } from './sign-in.ts';

let store: Store;
let context: AppContext;
let auth: Auth;
const agencyId = newId();
beforeAll(async () => {
  store = await testStore();
  context = appContext(store, 'terminal', vaultOf(randomBytes(32)));
  auth = openAuth(store, context.vault, { publicUrl: 'https://www.yunxi.example/xxgk' });
  await store.write((t) => insertAgency(t, { id: agencyId, slug: '990802', division_code: '990802', name: '云岫县人民政府', kind: 'county', level: 4, superior_id: null, makes_regulations: false, contacts: '{}', demonstration: true, valid_from: null, valid_to: null, successor_id: null, created_at: new Date() }));
  const made = await createAccount(context, { agencyId, username: 'Li.Ming', name: '李明', password: 'Qing-shan-2026', demonstration: false });
  if (isRefusal(made)) throw new Error(JSON.stringify(made));
});
afterAll(() => store.close());

describe('signing in', () => {
  it('works', async () => {
    const done = await signIn(context, auth, { username: 'li.ming', password: 'Qing-shan-2026', address: '10.0.0.1' }, new Headers());
    console.log(done);
    expect(done.result).toBe('in');
    const cookie = (done as { cookies: string[] }).cookies.map((c) => c.split(';')[0]).join('; ');
    console.log(await auth.api.getSession({ headers: new Headers({ cookie }) }));
  });
});
