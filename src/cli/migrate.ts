import { migrateStore } from '../app/migrate.ts';
import { type Io, write } from './io.ts';
import { withStore } from './store-options.ts';

/** `gongkai migrate`: brings the database to the newest shape. */
export const migrate = (io: Io): Promise<number> =>
  withStore(io, async (options) => {
    await write(io.stdout, `${await migrateStore(options)}\n`);
    return 0;
  });
