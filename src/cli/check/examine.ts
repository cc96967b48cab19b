import type { AnnualReport } from '../../domain/annual/report.ts';
import { loadPlaces } from '../../report/places/load.ts';
import type { Places } from '../../report/places/places.ts';
import { countFindings } from '../../report/print/words.ts';
import {
  type Digest,
  digestOf,
  type Given,
  readReport,
  reasonOf,
  reportOf,
  unreadableReport,
} from './analyse.ts';
import { type Format, type FormatOptions, formatOf } from './format.ts';

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

/** One file examined: its entry, still open, and what the batch must know of it. */
export interface Examined {
  readonly index: number;
  readonly entry: Uint8Array;
  readonly findings: number;
  readonly errors: number;
  readonly warnings: number;
  readonly digest: Digest | null;
  /** Why it could not be read at all. */
  readonly unreadable: string | null;
}

/** As bytes with a buffer of their own, which can be handed from thread to thread. Much faster than TextEncoder. */
function encoded(text: string): Uint8Array {
  const bytes = Buffer.from(text, 'utf8');
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
}

function examined(
  index: number,
  report: AnnualReport,
  format: Format,
  more: { readonly digest?: Digest | null; readonly unreadable?: string },
): Examined {
  const { error, warning } = countFindings(report.findings);
  return {
    index,
    entry: encoded(format.open(report)),
    findings: report.findings.length,
    errors: error,
    warnings: warning,
    digest: more.digest ?? null,
    unreadable: more.unreadable ?? null,
  };
}

/** An entry for a file that could not be read. */
export const unreadableEntry = (index: number, path: string, message: string, settings: Settings): Examined =>
  examined(index, unreadableReport(path, message), formatOf(settings), { unreadable: message });

/** Ready to examine tasks one after the other; the same in a worker and without one. */
export interface Examiner {
  readonly run: (task: Task) => Promise<Examined[]>;
}

/**
 * Loads what every file needs once: division names, last year's report if one was named.
 * @throws UnreadableFile when that report cannot be read
 */
export async function openExaminer(settings: Settings): Promise<Examiner> {
  const places = await loadPlaces();
  const previous =
    settings.previous === null
      ? null
      : (await readReport(settings.previous, { given: settings.given, places })).report;
  const format = formatOf(settings);
  return {
    run: async ({ files, chain }) => {
      const done: Examined[] = [];
      let before: AnnualReport | null = null;
      for (const { index, path } of files) {
        const one = await examine(index, path, chain ? before : previous, { settings, format, places });
        done.push(one.examined);
        before = one.report;
      }
      return done;
    },
  };
}

async function examine(
  index: number,
  path: string,
  previous: AnnualReport | null,
  { settings, format, places }: { settings: Settings; format: Format; places: Places },
): Promise<{ examined: Examined; report: AnnualReport | null }> {
  try {
    const reading = await readReport(path, { given: settings.given, places });
    const report = reportOf(reading, previous, places);
    const digest = settings.batch ? digestOf(reading, places) : null;
    return { examined: examined(index, report, format, { digest }), report: reading.report };
  } catch (error) {
    const message = reasonOf(error);
    return {
      examined: examined(index, unreadableReport(path, message), format, { unreadable: message }),
      report: null,
    };
  }
}
