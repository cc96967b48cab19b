/**
 * Works through items, so many at a time, in their order. The first failure ends it once the works under way have
 * ended.
 */
export async function sideBySide<T>(
  items: Iterable<T> | AsyncIterable<T>,
  width: number,
  work: (item: T, worker: number) => Promise<void>,
): Promise<void> {
  const iterator = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  let failed = false;
  const results = await Promise.allSettled(
    Array.from({ length: width }, async (_, worker) => {
      try {
        for (;;) {
          if (failed) return;
          const next = await iterator.next();
          if (next.done) return;
          await work(next.value, worker);
        }
      } catch (error) {
        failed = true;
        throw error;
      }
    }),
  );
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}
