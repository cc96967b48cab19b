import type { Store } from '../store/store.ts';

/** Who acts. Until accounts exist, the program itself and the person at its terminal. */
export type Actor = 'system' | 'terminal';

/** What a command or query runs in. */
export interface AppContext {
  readonly store: Store;
  readonly actor: Actor;
  /** The clock: an argument, so that a test may stand on any day. */
  readonly now: () => Date;
}

export const appContext = (store: Store, actor: Actor = 'system'): AppContext => ({
  store,
  actor,
  now: () => new Date(),
});
