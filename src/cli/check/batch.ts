import { fstatSync, statSync, write as writeFile } from 'node:fs';
import { promisify } from 'node:util';
import type { Finding } from '../../domain/annual/report.ts';
import { alike } from '../../report/batch/alike.ts';
import type { Digest } from '../../report/batch/digest.ts';
import { extensionOf } from '../../report/batch/kinds.ts';
import { pair } from '../../report/batch/pairing.ts';
import { type Io, write } from '../io.ts';
import type { Examined, Settings, Task } from './examine.ts';
import { formatOf, type Summary } from './format.ts';
import { openPool } from './pool.ts';
import { Spool, type Stretch } from './spool.ts';

export interface Batch {
  readonly paths: readonly string[];
  readonly settings: Settings;
  readonly jobs: number;
  /** Called as files are done, with how many there are by then. */
  readonly progress: (done: number) => void;
}

export interface BatchResult {
  readonly summary: Summary;
  /** Files that could not be read, with the reason. */
  readonly unreadable: ReadonlyMap<number, string>;
  readonly unpaired: ReadonlyMap<string, number>;
}

/** Files a worker takes at a time: few messages, and little to do again when one is bad. */
const portion = 16;
/** Of other kinds than these only so many: a PDF may take a second, and a portion only a few. */
const few = 2;
const quick: ReadonlySet<string> = new Set(['txt', 'md', 'htm', 'html', 'csv']);

/**
 * The files a portion at a time. A worker that tells the kind of its last files gets more of that kind while there are
 * any: what reads them is compiled, and at hand in its processor.
 */
export function* portions(paths: readonly string[]): Generator<Task, void, string | undefined> {
  const left = new Map<string, Task['files'][number][]>();
  for (let index = paths.length - 1; index >= 0; index--) {
    const path = paths[index]!;
    const kind = extensionOf(path);
    const files = left.get(kind);
    if (files === undefined) left.set(kind, [{ index, path }]);
    else files.push({ index, path });
  }
  let wanted: string | undefined;
  while (left.size > 0) {
    const kind = wanted !== undefined && left.has(wanted) ? wanted : mostOf(left);
    const files = left.get(kind)!;
    const task = { files: files.splice(quick.has(kind) ? -portion : -few).reverse(), chain: false, kind };
    if (files.length === 0) left.delete(kind);
    wanted = yield task;
  }
}

const mostOf = (left: ReadonlyMap<string, readonly unknown[]>): string =>
  [...left].reduce((most, one) => (one[1].length > most[1].length ? one : most))[0];

/** What is kept of every file while the batch runs; the entries themselves lie in the spool. */
class Tally {
  readonly digests: (Digest | null)[];
  /** Where the entry of each lies in the spool. */
  readonly #at: Float64Array;
  readonly #length: Uint32Array;
  readonly findings: Uint32Array;
  readonly errors: Uint32Array;
  readonly warnings: Uint32Array;
  readonly unreadable = new Map<number, string>();

  constructor(files: number) {
    this.digests = new Array(files).fill(null);
    this.#at = new Float64Array(files);
    this.#length = new Uint32Array(files);
    this.findings = new Uint32Array(files);
    this.errors = new Uint32Array(files);
    this.warnings = new Uint32Array(files);
  }

  take(one: Examined): void {
    this.#at[one.index] = one.entry.at;
    this.#length[one.index] = one.entry.length;
    this.findings[one.index] = one.findings;
    this.errors[one.index] = one.errors;
    this.warnings[one.index] = one.warnings;
    if (one.unreadable === null) this.digests[one.index] = one.digest;
    else this.unreadable.set(one.index, one.unreadable);
  }

  entry(index: number): Stretch {
    return { at: this.#at[index] ?? 0, length: this.#length[index] ?? 0 };
  }
}

/** Size of a small batch; for a large one it does not matter. */
function bytesOf(paths: readonly string[]): number {
  let bytes = 0;
  for (const path of paths.slice(0, 16)) bytes += statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return bytes;
}

const sum = (values: Uint32Array): number => values.reduce((total, n) => total + n, 0);

/** Output gathered into large pieces: three writes a report would be most of the main thread's work. */
class Output {
  static readonly #piece = 524_288;
  readonly #io: Io;
  /** Of a plain file, which takes one piece while the next is gathered: the workers' processors are free by now. */
  readonly #file: number | null;
  #writing: Promise<void> = Promise.resolve();
  #bytes = Buffer.allocUnsafeSlow(Output.#piece);
  #other = Buffer.alloc(0);
  #length = 0;

  constructor(io: Io) {
    const { fd } = io.stdout;
    this.#io = io;
    this.#file = fd !== undefined && fstatSync(fd).isFile() ? fd : null;
  }

  async #reserve(more: number): Promise<void> {
    if (this.#length + more <= this.#bytes.length) return;
    await this.#flush();
    if (more > this.#bytes.length) this.#bytes = Buffer.allocUnsafeSlow(Math.max(Output.#piece, more));
  }

  async add(text: string): Promise<void> {
    await this.#reserve(3 * text.length);
    this.#length += this.#bytes.write(text, this.#length, 'utf8');
  }

  async addEntry(entry: Stretch, spool: Spool): Promise<void> {
    await this.#reserve(entry.length);
    spool.copy(entry, this.#bytes, this.#length);
    this.#length += entry.length;
  }

  async #flush(): Promise<void> {
    const { stdout } = this.#io;
    const written = this.#bytes.subarray(0, this.#length);
    this.#length = 0;
    await this.#writing;
    if (this.#file !== null) {
      this.#writing = writeWhole(this.#file, written);
      [this.#bytes, this.#other] = [this.#other, this.#bytes];
      return;
    }
    await write(stdout, written);
    // What the system has taken is ours again; any other stream may not be done with it.
    if (stdout.fd === undefined || stdout.writableLength > 0) this.#bytes = Buffer.alloc(0);
  }

  async end(): Promise<void> {
    await this.#flush();
    await this.#writing;
  }
}

const writeAt = promisify(writeFile);

async function writeWhole(file: number, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length; )
    done += (await writeAt(file, bytes, done, bytes.length - done, null)).bytesWritten;
}

async function emit(
  { paths, settings }: Batch,
  tally: Tally,
  spool: Spool,
  more: ReadonlyMap<number, Finding[]>,
  io: Io,
  started: number,
  failed: boolean,
): Promise<Summary> {
  const format = formatOf(settings);
  const output = new Output(io);
  await output.add(format.head);
  let first = true;
  for (let index = 0; index < paths.length && !io.stdout.destroyed; index += 1) {
    const findings = more.get(index) ?? [];
    const entry = tally.entry(index);
    if (entry.length + findings.length === 0) continue;
    if (!first) await output.add(format.between);
    first = false;
    await output.addEntry(entry, spool);
    let end = '';
    for (const [i, finding] of findings.entries())
      end += format.more(paths[index] ?? '', finding, (tally.findings[index] ?? 0) + i);
    await output.add(end + format.close);
  }
  const added = [...more.values()].flat();
  const summary: Summary = {
    files: paths.length,
    errors: sum(tally.errors) + added.filter(({ severity }) => severity === 'error').length,
    warnings: sum(tally.warnings) + added.filter(({ severity }) => severity === 'warning').length,
    seconds: Math.round((io.now().getTime() - started) / 10) / 100,
  };
  await output.add(format.tail(summary, failed));
  await output.end();
  return summary;
}

/**
 * Examines the files and writes their entries in the order given. Files of one agency in consecutive years are read
 * a second time, each with the one before it; everything else is read once. Memory does not grow with the batch but
 * for a digest of each file.
 */
export async function runBatch(
  batch: Batch,
  failed: (result: Tally['unreadable']) => boolean,
  io: Io,
): Promise<BatchResult> {
  const { paths, settings } = batch;
  const started = io.now().getTime();
  const tally = new Tally(paths.length);
  const spool = new Spool();
  const work = { files: paths.length, bytes: bytesOf(paths) };
  const pool = await openPool(settings, spool, batch.jobs, work);
  try {
    let done = 0;
    await pool.run(portions(paths), (results) => {
      for (const one of results) tally.take(one);
      done += results.length;
      batch.progress(done);
    });
    const { chains, unpaired } = pair(tally.digests, paths);
    const chained = (chain: readonly number[]): Task => ({
      files: chain.map((index) => ({ index, path: paths[index]! })),
      chain: true,
    });
    if (chains.length > 0)
      await pool.run(chains.map(chained), (results) => {
        for (const one of results.slice(1)) tally.take(one);
      });
    const more = settings.batch ? alike(tally.digests) : new Map<number, Finding[]>();
    const summary = await emit(batch, tally, spool, more, io, started, failed(tally.unreadable));
    return { summary, unreadable: tally.unreadable, unpaired };
  } finally {
    await pool.close();
    spool.close();
  }
}
