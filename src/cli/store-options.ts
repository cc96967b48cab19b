import { resolve } from 'node:path';
import type { ContextOptions } from '../app/open-context.ts';
import { Failure } from './failure.ts';
import type { Io } from './io.ts';

/** Where the data is, by the environment: DATABASE_URL and GONGKAI_DATA. */
export const storeOptions = (io: Io): ContextOptions => ({
  dataFolder: resolve(io.env.GONGKAI_DATA ?? 'data'),
  databaseUrl: io.env.DATABASE_URL === '' ? undefined : io.env.DATABASE_URL,
  key: io.env.GONGKAI_KEY,
  say: (line) => void io.stderr.write(`${line}\n`),
});

/** What the store throws is told as one line; the rest is for --verbose. */
export async function withStore<T>(io: Io, work: (options: ContextOptions) => Promise<T>): Promise<T> {
  try {
    return await work(storeOptions(io));
  } catch (error) {
    if (error instanceof Failure) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new Failure(message === '' ? '数据库不能打开。请运行 gongkai doctor 检查环境。' : message, {
      cause: error,
    });
  }
}
