const minute = 60_000;
/** Pauses before the next try, in minutes; after the last one it is given up. */
const pauses = [1, 5, 30, 120, 720];

/** What takes longer than this was lost with its process, and is tried again. */
export const claimFor = 10 * minute;

/** When to try again after so many tries, null when it is given up. */
export function nextTry(tries: number, now: Date): Date | null {
  const pause = pauses[tries - 1];
  return pause === undefined ? null : new Date(now.getTime() + pause * minute);
}
