import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { type Examined, openExaminer, type Settings, type Task, unreadableEntry } from './examine.ts';
import type { SharedSpool, Spool } from './spool.ts';

/** Tasks to come, each asked for with the kind of the worker's last one. */
type Tasks = Iterable<Task, unknown, string | undefined>;

/** Works through tasks; results come in any order, each once. */
export interface Pool {
  readonly run: (tasks: Tasks, take: (done: readonly Examined[]) => void) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** How long a task may take before its worker is stopped; a file is given up after both, within ten seconds. */
const usualPatience = { several: 4_000, one: 6_000 };
type Patience = typeof usualPatience;
/** Room in MB for what a report leaves behind: most of it dies at once, and is copied less the more of it fits. */
const young = 32;
/** Flags that the engine looks at whenever it comes by: it dies of others that change after it has begun. */
const engine = [
  // Half as much of other functions is copied into one that is compiled for speed: a batch runs through much code.
  '--max-inlined-bytecode-size-cumulative=500',
  // Each worker clears its own young space: every processor has a worker, whom helping threads only keep waiting.
  '--no-parallel-scavenge',
  '--no-concurrent-array-buffer-sweeping',
];
/** Limits of a worker in MB; its young generation is of three such spaces. */
const workerMemory = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 3 * young };

/** Everything in this thread: for one file, where starting workers would take longer than reading it. */
export async function inlinePool(settings: Settings, spool: Spool): Promise<Pool> {
  const examiner = await openExaminer(settings, spool);
  return {
    run: async (tasks, take) => {
      for (const task of tasks) {
        take(await examiner.run(task));
        await new Promise(setImmediate);
      }
    },
    close: async () => {},
  };
}

/** What a worker is given when it starts. */
export interface WorkerData {
  readonly settings: Settings;
  readonly spool: SharedSpool;
}

/** Where the bundle puts the worker beside the command line; null when the sources run unbundled. */
function workerFile(): string | null {
  const file = fileURLToPath(new URL('./check-worker.js', import.meta.url));
  return existsSync(file) ? file : null;
}

interface Listener {
  readonly finished: (seat: Seat, done: readonly Examined[]) => void;
  readonly broken: (seat: Seat, why: string) => void;
  readonly failed: (error: unknown) => void;
}

interface Seat {
  worker: Worker | null;
  /** It has loaded what it needs; only from then on does its time count. */
  ready: boolean;
  task: Task | null;
  /** Of the last task that told it. */
  kind: string | undefined;
  timer: NodeJS.Timeout | null;
}

/** `jobs` threads. A task whose worker dies or hangs is taken apart, so that only the guilty file is given up. */
class ThreadPool implements Pool {
  readonly #settings: Settings;
  readonly #spool: Spool;
  readonly #file: string;
  readonly #patience: Patience;
  readonly #seats: Seat[];
  /** What the run that is on does with what its workers say. */
  #on: Listener | null = null;

  constructor(settings: Settings, spool: Spool, jobs: number, file: string, patience: Patience) {
    // Left alone, the space starts at a fraction of that and never grows. It is read when a worker's heap is made.
    setFlagsFromString(`--min-semi-space-size=${young}`);
    for (const flag of engine) setFlagsFromString(flag);
    this.#settings = settings;
    this.#spool = spool;
    this.#patience = patience;
    this.#file = file;
    this.#seats = Array.from({ length: jobs }, () => ({
      worker: null,
      ready: false,
      task: null,
      kind: undefined,
      timer: null,
    }));
  }

  run(tasks: Tasks, take: (done: readonly Examined[]) => void): Promise<void> {
    const source = tasks[Symbol.iterator]();
    const again: Task[] = [];
    return new Promise((resolve, reject) => {
      const next = (kind: string | undefined): Task | null => {
        const waiting = again.pop();
        if (waiting !== undefined) return waiting;
        const { done, value } = source.next(kind);
        return done ? null : value;
      };
      const feed = (seat: Seat): void => {
        seat.task = next(seat.kind);
        seat.kind = seat.task?.kind ?? seat.kind;
        if (seat.task === null) {
          if (this.#seats.every((other) => other.task === null)) resolve();
          return;
        }
        seat.worker ??= this.#open(seat);
        if (seat.ready) this.#watch(seat);
        seat.worker.postMessage(seat.task);
      };
      const finished = (seat: Seat, done: readonly Examined[]): void => {
        this.#release(seat);
        // The worker goes on while its results are written away.
        feed(seat);
        take(done);
      };
      const broken = (seat: Seat, why: string): void => {
        const { task } = seat;
        this.#release(seat);
        void seat.worker?.terminate();
        seat.worker = null;
        seat.ready = false;
        if (task !== null) this.#takeApart(task, why, again, take);
        feed(seat);
        // Seats that had run dry take what was put back.
        for (const other of this.#seats)
          if (other !== seat && other.task === null && again.length > 0) feed(other);
      };
      this.#on = { finished, broken, failed: reject };
      for (const seat of this.#seats) feed(seat);
    });
  }

  #takeApart(task: Task, why: string, again: Task[], take: (done: readonly Examined[]) => void): void {
    if (task.files.length > 1 && !task.chain) {
      for (const file of task.files) again.push({ files: [file], chain: false });
      return;
    }
    const message = `${why}，未能读完。请检查文件是否为年度报告，或拆分后重试。`;
    take(
      task.files.map(({ index, path }) => unreadableEntry(index, path, message, this.#settings, this.#spool)),
    );
  }

  #watch(seat: Seat): void {
    if (seat.task === null || seat.timer !== null) return;
    const { files, chain } = seat.task;
    const { one, several } = this.#patience;
    const wait = chain ? one * files.length : files.length > 1 ? several : one;
    seat.timer = setTimeout(() => this.#on?.broken(seat, '读取用时过长'), wait);
  }

  #release(seat: Seat): void {
    if (seat.timer !== null) clearTimeout(seat.timer);
    seat.timer = null;
    seat.task = null;
  }

  #open(seat: Seat): Worker {
    const worker = new Worker(this.#file, {
      workerData: { settings: this.#settings, spool: this.#spool.share() } satisfies WorkerData,
      resourceLimits: workerMemory,
    });
    // A worker outlives the run it was opened in, so it speaks to whichever run is on.
    worker.on('message', (message: 'ready' | readonly Examined[]) => {
      if (seat.worker !== worker) return;
      if (message !== 'ready') this.#on?.finished(seat, message);
      else {
        seat.ready = true;
        this.#watch(seat);
      }
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (seat.worker !== worker) return;
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') this.#on?.broken(seat, '读取所需内存过大');
      else this.#on?.failed(error);
    });
    return worker;
  }

  async close(): Promise<void> {
    await Promise.all(this.#seats.map((seat) => seat.worker?.terminate()));
  }
}

/** In this thread only what it does in the time a worker needs to start: few files, and none that could take long. */
const little = { files: 8, bytes: 1_048_576 };

/** Threads when there is enough to do for them and they are to be had, else this thread. */
export async function openPool(
  settings: Settings,
  spool: Spool,
  jobs: number,
  work: { readonly files: number; readonly bytes: number },
  { file = workerFile(), patience = usualPatience }: { file?: string | null; patience?: Patience } = {},
): Promise<Pool> {
  if (file === null || (work.files < little.files && work.bytes < little.bytes))
    return inlinePool(settings, spool);
  return new ThreadPool(settings, spool, Math.min(jobs, work.files), file, patience);
}
