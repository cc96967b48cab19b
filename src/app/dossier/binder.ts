import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { BoundPart, Front, Order, Unbound } from './bind.ts';

/** Nothing can be bound: the thread ran out of memory or of time. */
export class BindingFailed extends Error {
  override readonly name = 'BindingFailed';
}

export type FilePart = Exclude<Order, { do: 'finish' }>;

/** Parts bound one after the other. */
export interface Binding {
  /** Throws BindingFailed. */
  readonly add: (part: FilePart) => Promise<BoundPart | Unbound>;
  readonly finish: (front: Front) => Promise<{ readonly bytes: Uint8Array; readonly front: number }>;
  readonly close: () => Promise<void>;
}

/** What the thread may take for one order, and in memory. */
const usual = { patienceMs: 60_000, memoryMb: 768 };

/** Where the bundle puts the thread's program; null when the sources run unbundled. */
function bundled(): string | null {
  const file = fileURLToPath(new URL('./bind-worker.js', import.meta.url));
  return existsSync(file) ? file : null;
}

async function here(): Promise<Binding> {
  const { Binder, carryOut } = await import('./bind.ts');
  const binder = await Binder.open();
  return {
    add: (part) => carryOut(binder, part) as Promise<BoundPart | Unbound>,
    finish: (front) => binder.finish(front),
    close: async () => {},
  };
}

/** One order at a time: the next is given when the last was answered. */
function asker(worker: Worker, patience: number) {
  return <T>(order: Order, transferred: readonly ArrayBuffer[] = []): Promise<T> =>
    new Promise((resolve, reject) => {
      const failed = (why: string) => {
        clearTimeout(timer);
        worker.removeAllListeners();
        void worker.terminate();
        reject(new BindingFailed(why));
      };
      const timer = setTimeout(() => failed('装订用时过长'), patience);
      worker.removeAllListeners();
      worker.once('message', (answer: T) => {
        clearTimeout(timer);
        resolve(answer);
      });
      worker.once('error', (error) => failed(error.message));
      worker.once('exit', () => failed('装订线程已结束'));
      worker.postMessage(order, transferred);
    });
}

function inThread(file: string, { patienceMs, memoryMb }: typeof usual): Binding {
  const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
  const ask = asker(worker, patienceMs);
  return {
    add: (part) => {
      // A copy of its own: small buffers of Node share their memory with others.
      const bytes = new Uint8Array(part.bytes);
      return ask({ ...part, bytes }, [bytes.buffer]);
    },
    finish: (front) => ask({ do: 'finish', ...front }),
    close: async () => {
      worker.removeAllListeners();
      await worker.terminate();
    },
  };
}

/** Binds in a thread of its own, so that nobody else waits and a malicious file takes no more than its memory. */
export async function openBinding(file = bundled(), limits = usual): Promise<Binding> {
  return file === null ? here() : inThread(file, limits);
}
