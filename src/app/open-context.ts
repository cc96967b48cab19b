import { openStore, type StoreOptions } from '../store/store.ts';
import { calendarFolder, calendarKeeper, keepYearFile } from './calendar-years.ts';
import { type Actor, type AppContext, appContext } from './context.ts';
import { knownKey } from './vault/known-key.ts';

export type { StoreOptions };

export interface ContextOptions extends StoreOptions {
  /** GONGKAI_KEY: the master key or its file; without it the data folder's own. */
  readonly key?: string | undefined;
}

/** A context over the store of a data folder, and the way to close it. */
export interface OpenContext {
  readonly context: AppContext;
  /** Where the master key was made just now, null when it was there: its keeper must back it up. */
  readonly keyMadeAt: string | null;
  readonly close: () => Promise<void>;
}

/** Opens the store for a command or a server. Close it, so that the embedded server stops cleanly. */
export async function openContext(options: ContextOptions, actor: Actor): Promise<OpenContext> {
  const store = await openStore(options);
  try {
    const { key, vault } = await knownKey(store, options.dataFolder, options.key);
    const folder = calendarFolder(options.dataFolder);
    return {
      context: appContext(store, actor, vault, {
        calendar: calendarKeeper(folder, () => new Date()),
        keepYear: (year) => keepYearFile(folder, year),
      }),
      keyMadeAt: key.madeAt,
      close: () => store.close(),
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** The same without a vault: for what copies data whole and reads no personal data. Makes no key. */
export async function openKeyless(
  options: StoreOptions,
  actor: Actor,
): Promise<Pick<OpenContext, 'context' | 'close'>> {
  const store = await openStore(options);
  return { context: appContext(store, actor), close: () => store.close() };
}
