import type { Letter } from '../domain/application/letters/letter.ts';
import { type Calendar, shippedCalendar } from '../domain/workday/index.ts';
import type { CalendarYear } from '../law/calendar/index.ts';
import type { Store } from '../store/store.ts';
import type { Holding, Outside } from './policy/policy.ts';
import { closedVault, type Vault } from './vault/vault.ts';

/** A person of the office who is signed in. */
export interface Person {
  readonly accountId: string;
  readonly name: string;
  /** Roles held on the day of the request. */
  readonly holdings: readonly Holding[];
  /** The agency the person works for at the moment; null where they hold no role. */
  readonly agencyId: string | null;
}

/** Who acts: somebody from outside, or a person of the office. */
export type Actor = Outside | Person;

/** How the record names an actor: an account's id, never a name. */
export const actorId = (actor: Actor): string => (typeof actor === 'string' ? actor : actor.accountId);

/** What a command or query runs in. */
export interface AppContext {
  readonly store: Store;
  readonly actor: Actor;
  readonly vault: Vault;
  /** The clock: an argument, so that a test may stand on any day. */
  readonly now: () => Date;
  /** Working days as known now: shipped years and those loaded on this machine. */
  readonly calendar: () => Calendar;
  /** Keeps a year on this machine, from then on part of `calendar`. */
  readonly keepYear: (year: CalendarYear) => void;
  /** Gathers the letters of an act that is only tried: all else that it does is undone. */
  readonly trial?: Letter[];
}

/** Where the years of this machine are kept. */
export type CalendarKeeper = Pick<AppContext, 'calendar' | 'keepYear'>;

const shippedAlone: CalendarKeeper = {
  calendar: () => shippedCalendar,
  keepYear: () => {
    throw new Error('This context keeps no years.');
  },
};

/** Without a vault, as for what never meets personal data: its use then throws. */
export const appContext = (
  store: Store,
  actor: Actor = 'system',
  vault: Vault = closedVault,
  keeper: CalendarKeeper = shippedAlone,
): AppContext => ({
  store,
  actor,
  vault,
  now: () => new Date(),
  ...keeper,
});
