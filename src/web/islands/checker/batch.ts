import type { AnnualReport, Finding } from '../../../domain/annual/report.ts';
import { alike } from '../../../report/batch/alike.ts';
import { agencyKey, folderOf, pair } from '../../../report/batch/pairing.ts';
import { type Pin, pinFindings } from '../../report/pins.ts';
import { type Entry, newEntry, summaryOf, wholeReport } from './entry.ts';
import { isArchive, isOtherArchive } from './kinds.ts';
import type { BatchState, CheckedReport, FileState } from './model.ts';
import type { Job, Pool } from './pool.ts';
import type { DroppedFile } from './protocol.ts';
import type { Examined, Unpacked } from './reader-protocol.ts';

/** More than any county has; the command line takes what is more. */
export const mostFiles = 2_000;
/** Batches up to this size are answered at once, before the place names are there. */
const few = 3;

/** All files of the page with what was found in them. `changed` is called with a file whenever its state differs. */
export class Batch {
  readonly #pool: Pool;
  readonly #changed: (file: FileState) => void;
  #entries = new Map<number, Entry>();
  #next = 1;
  /** Goes up with every `clear`, so that what comes of an earlier batch is let go. */
  #round = 0;
  #running = false;
  #skipped: Record<string, number> = {};
  #unpaired: Readonly<Record<string, number>> = {};
  #started = 0;
  #seconds = 0;

  constructor(pool: Pool, changed: (file: FileState) => void) {
    this.#pool = pool;
    this.#changed = changed;
  }

  get state(): BatchState {
    return {
      files: [...this.#entries.values()].map(({ file }) => file),
      running: this.#running,
      skipped: this.#skipped,
      unpaired: this.#unpaired,
      seconds: this.#seconds,
    };
  }

  /** What tells the file's agency from the others. */
  readonly keyOf = ({ id, path }: FileState): string => {
    const digest = this.#entries.get(id)?.digest;
    return digest ? agencyKey(digest, folderOf(path)) : `file ${path}`;
  };

  file(id: number): FileState | null {
    return this.#entries.get(id)?.file ?? null;
  }

  /** The report of a file as the views show it; null where it could not be read or is not yet. */
  checked(id: number): CheckedReport | null {
    const entry = this.#entries.get(id);
    if (entry === undefined || entry.report === null || entry.file.state !== 'read') return null;
    const report = wholeReport(entry);
    const pins = pinFindings(report);
    const pinOf = new Map<Finding, Pin>(pins.map((pin) => [pin.finding, pin]));
    return {
      file: entry.file,
      report,
      pins,
      marks: entry.marks.map(({ finding, ...mark }) => ({
        ...mark,
        pin: pinOf.get(entry.report!.findings[finding]!)!,
      })),
      around: entry.around,
      places: entry.places,
      previous: entry.previous,
    };
  }

  /** The reports of all files in order, with those that could not be read as reports that say so. */
  reports(): AnnualReport[] {
    return [...this.#entries.values()].flatMap((entry) =>
      entry.report === null ? [] : [wholeReport(entry)],
    );
  }

  clear(): void {
    this.#pool.drop();
    this.#round += 1;
    this.#entries = new Map();
    this.#skipped = {};
    this.#unpaired = {};
    this.#running = false;
  }

  /**
   * Takes files in and checks them. Resolves when every one has its answer, also from the rest of the batch; false
   * when the batch was cleared meanwhile. `listed` is called when the files are known, before any is read.
   */
  async check(
    files: readonly DroppedFile[],
    skipped: Readonly<Record<string, number>>,
    listed: () => void,
  ): Promise<boolean> {
    const round = this.#round;
    this.#running = true;
    this.#started = performance.now();
    this.#skip(skipped);
    const archives = files.filter(({ path }) => isArchive(path));
    const added = this.#add(files.filter(({ path }) => !isArchive(path)));
    const unpacked = await this.#unpack(archives);
    if (round !== this.#round) return false;
    for (const { failure, ...one } of unpacked) {
      this.#skip(one.skipped);
      added.push(...this.#add(one.files));
      if (failure !== null) this.#fail(this.#add([archives[one.id]!])[0], failure);
    }
    listed();
    const patient = added.length > few;
    await this.#read(
      added.filter(({ file }) => file.state === 'waiting'),
      () => ({ previous: null, patient }),
    );
    if (round !== this.#round) return false;
    await this.#join();
    if (round !== this.#round) return false;
    this.#running = false;
    this.#seconds = (performance.now() - this.#started) / 1000;
    return true;
  }

  /** Checks again what was answered without the place names; false when nothing was. */
  async refine(): Promise<boolean> {
    const round = this.#round;
    const early = [...this.#entries.values()].filter(({ places }) => places === 'loading');
    if (early.length === 0) return false;
    await this.#read(early, ({ previous }) => ({
      previous: previous === null ? null : this.#entries.get(previous.id)!,
      patient: true,
    }));
    if (round !== this.#round) return false;
    await this.#join();
    return round === this.#round;
  }

  #skip(skipped: Readonly<Record<string, number>>): void {
    for (const [kind, count] of Object.entries(skipped))
      this.#skipped[kind] = (this.#skipped[kind] ?? 0) + count;
  }

  #add(files: readonly DroppedFile[]): Entry[] {
    const room = Math.max(0, mostFiles - this.#entries.size);
    return files.slice(0, room).map((dropped) => {
      const id = this.#next++;
      const entry = newEntry(id, dropped);
      this.#entries.set(id, entry);
      if (isOtherArchive(dropped.path))
        this.#fail(entry, '这种压缩包打不开，请解压后拖入文件夹，或改存为 zip。');
      return entry;
    });
  }

  #unpack(archives: readonly DroppedFile[]): Promise<Unpacked[]> {
    const unpacked = archives.map(
      ({ path, file }, id) =>
        new Promise<Unpacked>((resolve) => {
          this.#pool.add([
            {
              ask: { kind: 'unpack', id, path, file },
              take: (answer) => answer.kind === 'unpacked' && resolve(answer.done),
              lost: (why) => resolve({ id, files: [], skipped: {}, failure: `${why}，压缩包未能解开。` }),
            },
          ]);
        }),
    );
    return Promise.all(unpacked);
  }

  #set(entry: Entry, more: Partial<FileState>): void {
    entry.file = { ...entry.file, ...more };
    this.#changed(entry.file);
  }

  #fail(entry: Entry | undefined, message: string): void {
    if (entry !== undefined) this.#set(entry, { state: 'failed', message, summary: null });
  }

  #take(entry: Entry, { report, marks, around, digest, places, failure }: Examined): void {
    Object.assign(entry, { report, marks, around, digest, places });
    if (failure === null) this.#set(entry, { state: 'read', summary: summaryOf(wholeReport(entry)) });
    else this.#fail(entry, failure);
  }

  /** Reads files, each with last year's report if `how` names one; a reader lost leaves an earlier answer as it is. */
  #read(
    entries: readonly Entry[],
    how: (entry: Entry) => { readonly previous: Entry | null; readonly patient: boolean },
  ): Promise<void> {
    const round = this.#round;
    let left = entries.length;
    if (left === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const jobOf = (entry: Entry): Job => {
        const { previous, patient } = how(entry);
        const { id, path } = entry.file;
        const end = (act: () => void) => {
          if (round === this.#round) act();
          left -= 1;
          if (left === 0) resolve();
        };
        return {
          ask: {
            kind: 'read',
            task: { id, path, file: entry.dropped.file, previous: previous?.report ?? null, patient },
          },
          begun: () => entry.report === null && this.#set(entry, { state: 'reading' }),
          take: (answer) =>
            end(() => {
              if (answer.kind !== 'examined') return;
              entry.previous =
                previous === null ? null : { id: previous.file.id, year: previous.digest!.year };
              this.#take(entry, answer.done);
            }),
          lost: (why) =>
            end(() => {
              if (entry.report === null) this.#fail(entry, `${why}，未能读完。请检查文件是否为年度报告。`);
            }),
        };
      };
      this.#pool.add(entries.map(jobOf));
    });
  }

  /** Pairs the years of each agency, checks again what now has a year before it, compares everything with everything. */
  async #join(): Promise<void> {
    const round = this.#round;
    const entries = [...this.#entries.values()];
    const { chains, unpaired } = pair(
      entries.map(({ digest }) => digest),
      entries.map(({ file }) => file.path),
    );
    this.#unpaired = Object.fromEntries(unpaired);
    const before = new Map<Entry, Entry>();
    for (const chain of chains)
      for (const [place, index] of chain.entries())
        if (place > 0) before.set(entries[index]!, entries[chain[place - 1]!]!);
    const again = [...before.keys()].filter((entry) => entry.previous?.id !== before.get(entry)!.file.id);
    await this.#read(again, (entry) => ({ previous: before.get(entry)!, patient: true }));
    if (round !== this.#round) return;
    const found = alike(entries.map(({ digest }) => digest));
    for (const [index, entry] of entries.entries()) {
      const more = found.get(index) ?? [];
      if (more.length + entry.more.length === 0) continue;
      entry.more = more;
      if (entry.report !== null && entry.file.state === 'read')
        this.#set(entry, { summary: summaryOf(wholeReport(entry)) });
    }
  }
}
