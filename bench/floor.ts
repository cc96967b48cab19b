// What no reader can do without, as a program of its own: `node floor.mjs FOLDER BYTES` reads every file, decodes it,
// goes once over its characters (in a page from tag to tag) and writes so many bytes a file to standard output.
import { readFileSync, writeSync } from 'node:fs';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { walkFiles } from '../src/app/walk-files.ts';
import { jobsOf } from '../src/cli/check/options.ts';

/** As many files at a time as `gongkai check` gives a worker. */
const portion = 16;
const LESS = 0x3c;
const GREATER = 0x3e;

/** Tags of a page: every character is looked at once, none is kept. */
function tagsOf(text: string): number {
  let tags = 0;
  let open = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (!open && code === LESS) open = true;
    else if (open && code === GREATER) {
      open = false;
      tags++;
    }
  }
  return tags;
}

function linesOf(text: string): number {
  let lines = 1;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) === 0x0a) lines++;
  return lines;
}

/** Every file has tags or lines: none means that nothing was read. */
function goThrough(path: string, decoder: TextDecoder, output: Uint8Array): void {
  const text = decoder.decode(readFileSync(path));
  const met = path.endsWith('.html') ? tagsOf(text) : linesOf(text);
  if (met < 10) throw new Error(`${path}：没有内容`);
  for (let done = 0; done < output.length; ) done += writeSync(1, output, done);
}

function serve(): void {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const output = new Uint8Array(workerData as number).fill(0x20);
  parentPort!.on('message', (paths: readonly string[]) => {
    for (const path of paths) goThrough(path, decoder, output);
    parentPort!.postMessage(paths.length);
  });
}

async function deal(folder: string, bytes: number): Promise<void> {
  const paths = walkFiles([folder]).files.map(({ path }) => path);
  let next = 0;
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL(import.meta.url), { workerData: bytes });
      const feed = (): void => {
        if (next >= paths.length) return void worker.terminate().then(() => resolve(), reject);
        worker.postMessage(paths.slice(next, next + portion));
        next += portion;
      };
      worker.on('message', feed).on('error', reject);
      feed();
    });
  await Promise.all(Array.from({ length: jobsOf(undefined) }, work));
}

if (isMainThread) await deal(process.argv[2]!, Number(process.argv[3]));
else serve();
