import { type ColumnOrder, standardColumns } from './columns.ts';
import { widthOf } from './drawn-lines.ts';
import type { Hit, TextSource } from './text-source.ts';

const STANDARD = standardColumns.join();

/**
 * Heads set in the middle of their height are read line by line in another order than they stand in: where the order
 * of reading is not the form's, their distances from the left decide, whether the text was laid out with Chinese
 * characters as wide as one figure or as two.
 */
export function placedOrder(source: TextSource, head: readonly Hit[], order: ColumnOrder): ColumnOrder {
  if (order.kind !== 'order' || !order.complete || order.columns.join() === STANDARD) return order;
  if (!head.some((h) => h.pattern.id === 'organisation')) return order;
  const before = order.columns.map((id) => ({ id, text: leftOf(source, head, id) }));
  for (const measure of [widthOf, (text: string) => text.length]) {
    const sorted = before
      .map(({ id, text }) => ({ id, left: measure(text) }))
      .sort((a, b) => a.left - b.left);
    const columns = sorted.map((h) => h.id);
    if (columns.join() === STANDARD) return { ...order, columns };
  }
  return { kind: 'contradictory' };
}

/** What stands left of a head on its line. */
function leftOf(source: TextSource, head: readonly Hit[], id: string): string {
  const hit = head.findLast((h) => h.pattern.id === id)!;
  return source.raw.slice(source.raw.lastIndexOf('\n', hit.start - 1) + 1, hit.start);
}
