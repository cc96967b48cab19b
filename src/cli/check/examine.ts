import {
  checkedReport,
  type Given,
  type OpenedFile,
  openFile,
  recogniseFile,
} from '../../app/analyse-file.ts';
import type { AnnualReport } from '../../domain/annual/report.ts';
import { type Digest, digestOf } from '../../report/batch/digest.ts';
import { reasonOf, unreadableReport } from '../../report/batch/unreadable.ts';
import { loadPlaces } from '../../report/places/load.ts';
import type { Places } from '../../report/places/places.ts';
import { countFindings } from '../../report/print/words.ts';
import { ByteSink } from './byte-sink.ts';
import { type Format, type FormatOptions, formatOf } from './format.ts';
import { readBytes } from './read-file.ts';

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

/** One file examined; its entry, still open, is a part of one buffer that the files of a task share. */
export interface Examined extends Outcome {
  readonly entry: Uint8Array;
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
export function unreadableEntry(index: number, path: string, message: string, settings: Settings): Examined {
  const report = unreadableReport(path, message);
  const entry = Buffer.from(formatOf(settings).open(report), 'utf8');
  return { ...outcomeOf(index, report, null, message), entry: new Uint8Array(entry) };
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
}

/**
 * Loads what every file needs once: division names, last year's report if one was named.
 * @throws UnreadableFile when that report cannot be read
 */
export async function openExaminer(settings: Settings): Promise<Examiner> {
  const places = await loadPlaces();
  const tools: Tools = { settings, format: formatOf(settings), places, sink: new ByteSink() };
  const previous =
    settings.previous === null
      ? null
      : recogniseFile(await openPath(settings.previous), settings.given, places).report;
  return { run: (task) => examine(task, previous, tools) };
}

const openPath = (path: string): Promise<OpenedFile> => openFile(readBytes(path), path, path);

/** A file of which a step could make nothing, with the reason for people. */
class Failed {
  readonly reason: string;
  constructor(error: unknown) {
    this.reason = reasonOf(error);
  }
}

/** Takes each file a step further; those that failed before stay as they are. */
async function each<From, To>(
  files: readonly (From | Failed)[],
  step: (file: From, index: number) => To | Promise<To>,
): Promise<(To | Failed)[]> {
  const made: (To | Failed)[] = [];
  for (const [index, file] of files.entries())
    try {
      made.push(file instanceof Failed ? file : await step(file, index));
    } catch (error) {
      made.push(new Failed(error));
    }
  return made;
}

/**
 * All files of a task go through one step before any goes through the next: the code of all steps together is more
 * than the processor keeps at hand, and a file at a time takes a tenth longer.
 */
async function examine(
  { files, chain }: Task,
  previous: AnnualReport | null,
  tools: Tools,
): Promise<Examined[]> {
  const { settings, format, places, sink } = tools;
  const opened = await each(files, ({ path }) => openPath(path));
  const readings = await each(opened, (file) => recogniseFile(file, settings.given, places));
  const before = (index: number): AnnualReport | null => {
    const reading = readings[index - 1];
    return reading === undefined || reading instanceof Failed ? null : reading.report;
  };
  const checked = await each(readings, (reading, index) => ({
    report: checkedReport(reading, { previous: chain ? before(index) : previous, places }),
    digest: settings.batch ? digestOf(reading, places) : null,
  }));
  const outcomes = files.map(({ index, path }, i) => {
    const file = checked[i]!;
    const reason = file instanceof Failed ? file.reason : null;
    const report = file instanceof Failed ? unreadableReport(path, file.reason) : file.report;
    const from = sink.length;
    sink.add(format.open(report));
    return {
      from,
      to: sink.length,
      outcome: outcomeOf(index, report, file instanceof Failed ? null : file.digest, reason),
    };
  });
  const bytes = sink.take();
  return outcomes.map(({ from, to, outcome }) => ({ ...outcome, entry: bytes.subarray(from, to) }));
}
