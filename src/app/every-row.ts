import { isRefusal, type Refusal } from '../domain/refusal.ts';

interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

/** The rows of all pages of a list, one page at a time. A refusal ends it: the first page was read before. */
export async function* everyRow<Row>(
  read: (after: string | null) => Promise<Page<Row> | Refusal>,
): AsyncGenerator<Row> {
  let after: string | null = null;
  do {
    const page: Page<Row> | Refusal = await read(after);
    if (isRefusal(page)) return;
    yield* page.rows;
    after = page.next;
  } while (after !== null);
}
