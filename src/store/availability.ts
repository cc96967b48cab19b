/** The database does not answer: pages turn this into 503, commands into one line. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** The server is down, starting, recovering or was just lost; trying again is right. */
const unavailable = new Set([
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08001',
  '08003',
  '08006',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
]);
/** Two transactions met; the loser may simply run again. */
const collided = new Set(['40001', '40P01']);

const codeOf = (error: unknown): string => (error as { code?: string } | null)?.code ?? '';

export function isUnavailable(error: unknown): boolean {
  if (unavailable.has(codeOf(error))) return true;
  // The socket is not there while the server is down; another missing file is a fault.
  if (codeOf(error) === 'ENOENT' && (error as NodeJS.ErrnoException).syscall === 'connect') return true;
  return (
    error instanceof Error &&
    /^(Connection terminated|Client has encountered a connection)/.test(error.message)
  );
}

/** How long a request waits for the database before it is refused. */
const patienceMs = 15_000;

/**
 * Runs a reading or an idempotent transaction, again when the server is away or two transactions collide.
 * Throws StoreUnavailable when the server stays away.
 */
export async function patiently<T>(work: () => Promise<T>, patience = patienceMs): Promise<T> {
  const end = performance.now() + patience;
  for (let wait = 20; ; wait = Math.min(wait * 2, 500)) {
    try {
      return await work();
    } catch (error) {
      const away = isUnavailable(error);
      if (!away && !collided.has(codeOf(error))) throw error;
      if (performance.now() + wait > end)
        throw new StoreUnavailable('数据库暂时不能使用，请稍后重试。', { cause: error });
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}
