import type pg from 'pg';
import type { Store } from './store.ts';

/** One lock over all kept files: shared by those who copy them, held alone by who takes some away. */
const lock = "hashtextextended('kept files', 0)";

/** Until the connection ends no kept file is taken away; waits for who is at it. */
export const keepFilesOn = async (client: pg.ClientBase): Promise<void> => {
  await client.query(`select pg_advisory_lock_shared(${lock})`);
};

/** Does work that takes kept files away while nobody copies them; false, and nothing done, where somebody does. */
export async function withFilesAlone(store: Store, work: () => Promise<void>): Promise<boolean> {
  const client = await store.connect();
  try {
    const { rows } = await client.query<{ mine: boolean }>(`select pg_try_advisory_lock(${lock}) as mine`);
    if (!rows[0]!.mine) return false;
    await work();
    return true;
  } finally {
    await client.end();
  }
}
