import type { AppContext } from '../context.ts';

/**
 * Work that is done by the clock, by one process at a time. It gets no payload: what is to be done is read from the
 * tables, so nothing personal stands in a queue.
 */
export interface Job {
  readonly name: string;
  /** What it does, for a person. */
  readonly title: string;
  /** Minute, hour, day, month, weekday, of Shanghai. */
  readonly cron: string;
  /** How often it is tried again when it fails, and how long after, in seconds. */
  readonly retries: number;
  readonly retryDelay: number;
  /** After so many hours it counts as lost, and is tried again. */
  readonly expireInHours: number;
  /** Several processes may be at it: it shares the work out by itself, and waits for no run that died. */
  readonly sideBySide?: boolean;
  /** Whether a run was missed while no process was there: then it is made up for soon after the start. */
  readonly missed: (context: AppContext) => Promise<boolean>;
  /** `signal` tells that the program is being stopped. */
  readonly run: (context: AppContext, signal: AbortSignal) => Promise<void>;
}
