import { noteFailure } from '../store/sign-in-failures.ts';
import type { AppContext } from './context.ts';

const hourMs = 3_600_000;

/**
 * Counts a sending against where it comes from; false when it was too many within the hour. Where that is unknown (in
 * process) everything is admitted.
 */
export async function admit(
  { store, vault, now }: AppContext,
  { purpose, from, most }: { readonly purpose: string; readonly from: string | null; readonly most: number },
): Promise<boolean> {
  if (from === null) return true;
  const at = now();
  const hour = Math.floor(at.getTime() / hourMs);
  const key = vault.searchHash(`throttle ${purpose}`, `${from} ${hour}`);
  const forgotten = new Date(at.getTime() - hourMs);
  let count = 0;
  await store.write((transaction) =>
    noteFailure(transaction, key, at, forgotten, (sendings) => {
      count = sendings;
      return 0;
    }),
  );
  return count <= most;
}
