import { type Given, openFile, recogniseFile } from '../../app/analyse-file.ts';
import type { AnnualReport } from '../../domain/annual/report.ts';
import type { Digest } from '../../report/batch/digest.ts';
import { unreadableReport } from '../../report/batch/unreadable.ts';
import { loadPlaces } from '../../report/places/load.ts';
import type { Places } from '../../report/places/places.ts';
import { countFindings } from '../../report/print/words.ts';
import { ByteSink } from './byte-sink.ts';
import { type Format, type FormatOptions, formatOf } from './format.ts';
import { readBytes } from './read-file.ts';
import type { Spool, Stretch } from './spool.ts';
import { checkWork, digestGroup, openGroup, recogniseGroup, type Work, writeWork } from './steps.ts';

/** What every worker is told once. */
export interface Settings extends FormatOptions {
  readonly given: Given;
  /** Path of last year's report, for a check of one file. */
  readonly previous: string | null;
  /** Whether digests are wanted: not for a single file. */
  readonly batch: boolean;
}

/**
 * Files to examine in this order by one worker. In a `chain` they are the reports of one agency in order of years,
 * each checked with the one before it; only those of `wanted` are given back.
 */
export interface Task {
  readonly files: readonly { readonly index: number; readonly path: string }[];
  readonly chain: boolean;
  /** What all of them are, where the next task of the same worker should be of the same. */
  readonly kind?: string;
}

/** What the batch must know of one file beside its entry. */
interface Outcome {
  readonly index: number;
  readonly findings: number;
  readonly errors: number;
  readonly warnings: number;
  readonly digest: Digest | null;
  /** Why it could not be read at all. */
  readonly unreadable: string | null;
}

/** One file examined; its entry, still open, lies in the spool. */
export interface Examined extends Outcome {
  readonly entry: Stretch;
}

const outcomeOf = (
  index: number,
  { findings }: AnnualReport,
  digest: Digest | null,
  unreadable: string | null,
): Outcome => {
  const { error, warning } = countFindings(findings);
  return { index, findings: findings.length, errors: error, warnings: warning, digest, unreadable };
};

/** An entry for a file that could not be read. */
export function unreadableEntry(
  index: number,
  path: string,
  message: string,
  settings: Settings,
  spool: Spool,
): Examined {
  const report = unreadableReport(path, message);
  const sink = new ByteSink();
  formatOf(settings).open(report, sink);
  return { ...outcomeOf(index, report, null, message), entry: spool.add(sink.take()) };
}

/** Ready to examine tasks one after the other; the same in a worker and without one. */
export interface Examiner {
  readonly run: (task: Task) => Promise<Examined[]>;
}

interface Tools {
  readonly settings: Settings;
  readonly format: Format;
  readonly places: Places;
  readonly sink: ByteSink;
  readonly spool: Spool;
}

/**
 * Loads what every file needs once: division names, last year's report if one was named.
 * @throws UnreadableFile when that report cannot be read
 */
export async function openExaminer(settings: Settings, spool: Spool): Promise<Examiner> {
  const places = await loadPlaces();
  const tools: Tools = { settings, format: formatOf(settings), places, sink: new ByteSink(), spool };
  const previous =
    settings.previous === null
      ? null
      : recogniseFile(await openPath(settings.previous), settings.given, places).report;
  return { run: (task) => examine(task, previous, tools) };
}

const openPath = (path: string) => openFile(readBytes(path), path, path);

/**
 * Files take each step together, a few at a time, and what they leave behind is gone before the next are read. In a
 * chain each is checked with the one before it.
 */
async function examine(
  { files, chain }: Task,
  given: AnnualReport | null,
  { settings, format, places, sink, spool }: Tools,
): Promise<Examined[]> {
  const done: Examined[] = [];
  let before: AnnualReport | null = null;
  for (let from = 0; from < files.length; ) {
    const group = await openGroup(files, from);
    recogniseGroup(group, settings.given, places);
    for (const work of group) {
      checkWork(work, { previous: chain ? before : given, places });
      before = work.unreadable === null ? work.reading!.report : null;
    }
    if (settings.batch) digestGroup(group, places);
    done.push(...writeGroup(group, format, sink, spool));
    from += group.length;
  }
  return done;
}

/** Puts the entries of a group into the spool, all at once. */
function writeGroup(group: readonly Work[], format: Format, sink: ByteSink, spool: Spool): Examined[] {
  const written = group.map((work) => {
    const from = sink.length;
    const { report, unreadable } = writeWork(work, format, sink);
    const outcome = outcomeOf(work.index, report, work.digest, unreadable);
    return { outcome, from, length: sink.length - from };
  });
  const { at } = spool.add(sink.take());
  return written.map(({ outcome, from, length }) => ({ ...outcome, entry: { at: at + from, length } }));
}
