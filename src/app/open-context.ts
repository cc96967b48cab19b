import { openStore, type StoreOptions } from '../store/store.ts';
import { type Actor, type AppContext, appContext } from './context.ts';

export type { StoreOptions };

/** A context over the store of a data folder, and the way to close it. */
export interface OpenContext {
  readonly context: AppContext;
  readonly close: () => Promise<void>;
}

/** Opens the store for a command or a server. Close it, so that the embedded server stops cleanly. */
export async function openContext(options: StoreOptions, actor: Actor): Promise<OpenContext> {
  const store = await openStore(options);
  return { context: appContext(store, actor), close: () => store.close() };
}
