import { openAuth } from '../../src/app/accounts/auth.ts';
import { type AppContext, appContext } from '../../src/app/context.ts';
import { seedDemonstration } from '../../src/app/demonstration.ts';
import { seedPeople } from '../../src/app/demonstration-people.ts';
import { shippedCalendar } from '../../src/domain/workday/index.ts';
import { startServer } from '../../src/web/http/server.ts';
import { servicesOf } from '../../src/web/http/services-of.ts';
import { siteOf } from '../../src/web/http/site.ts';
import { builtAssets } from '../support/built-assets.ts';
import { testStore } from '../support/database.ts';
import { testVault } from '../support/office.ts';

export interface Demonstration {
  readonly url: string;
  readonly faults: readonly unknown[];
  readonly close: () => Promise<void>;
}

/**
 * The whole system on a free port of this machine: real database, demonstration county, style sheets. `more`: what a test
 * wants there beside it; `now`: its clock.
 */
export async function serveDemonstration(
  more: (context: AppContext) => Promise<unknown> = async () => {},
  now?: () => Date,
): Promise<Demonstration> {
  const faults: unknown[] = [];
  const [store, assetsFolder] = await Promise.all([testStore(), builtAssets()]);
  const context = { ...appContext(store, 'system', testVault), ...(now === undefined ? {} : { now }) };
  await seedDemonstration(context);
  await seedPeople(context);
  await more(context);
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    services: servicesOf(context, await siteOf(context), () => shippedCalendar),
    office: (publicUrl) => ({
      context,
      auth: openAuth(store, testVault, { publicUrl }),
      singleSignOn: false,
      trustedProxy: undefined,
    }),
    assetsFolder,
    onFault: (fault) => faults.push(fault),
  });
  return {
    url: server.url,
    faults,
    close: async () => {
      await server.close();
      await store.close();
    },
  };
}
