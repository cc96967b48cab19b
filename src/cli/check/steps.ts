import {
  checkedReport,
  type Given,
  type OpenedFile,
  openFile,
  recogniseFile,
  tablesOf,
} from '../../app/analyse-file.ts';
import type { AnnualReport } from '../../domain/annual/report.ts';
import { type Digest, digestOf } from '../../report/batch/digest.ts';
import { reasonOf, unreadableReport } from '../../report/batch/unreadable.ts';
import type { Places } from '../../report/places/places.ts';
import type { Reading, Surroundings } from '../../report/reading.ts';
import type { TablesReading } from '../../report/recognise/tables/index.ts';
import type { ByteSink } from './byte-sink.ts';
import type { Format } from './format.ts';
import { bytesUnset, readBytes } from './read-file.ts';

/** A file on its way from its bytes to its entry. */
export interface Work {
  readonly index: number;
  readonly path: string;
  opened: OpenedFile | null;
  tables: TablesReading | null;
  reading: Reading | null;
  report: AnnualReport | null;
  digest: Digest | null;
  /** Why it could not be read: it takes no further step. */
  unreadable: string | null;
}

/**
 * How many files, and of how many bytes, take each step together. The program is far larger than what a processor
 * keeps at hand of it; with what one step needs at hand for several files, a fifth of the time is saved. More files
 * save little more, and large ones would lie in memory together.
 */
const together = { files: 16, bytes: 2_097_152 };
/** Where files of up to so many bytes are read to, one after the other: new memory for each costs more than reading it. */
const roomBytes = 524_288;
let room: Uint8Array | null = null;

function step(work: Work, take: (work: Work) => void): void {
  if (work.unreadable !== null) return;
  try {
    take(work);
  } catch (error) {
    work.unreadable = reasonOf(error);
  }
}

/** Opens the next files from `from` on that shall take their steps together; at least one. */
export async function openGroup(
  files: readonly { readonly index: number; readonly path: string }[],
  from: number,
): Promise<Work[]> {
  const group: Work[] = [];
  room ??= bytesUnset(roomBytes);
  let left = together.bytes;
  for (let i = from; i < files.length && group.length < together.files && left > 0; i++) {
    const { index, path } = files[i]!;
    const none = { opened: null, tables: null, reading: null, report: null, digest: null, unreadable: null };
    const work: Work = { index, path, ...none };
    group.push(work);
    try {
      const bytes = readBytes(path, room);
      left -= bytes.length;
      work.opened = await openFile(bytes, path, path);
    } catch (error) {
      work.unreadable = reasonOf(error);
    }
  }
  return group;
}

export function recogniseGroup(group: readonly Work[], given: Given, places: Places): void {
  for (const work of group)
    step(work, () => {
      work.tables = tablesOf(work.opened!);
    });
  for (const work of group)
    step(work, () => {
      work.reading = recogniseFile(work.opened!, given, places, work.tables!);
      work.opened = work.tables = null;
    });
}

export function checkWork(work: Work, surroundings: Surroundings): void {
  step(work, () => {
    work.report = checkedReport(work.reading!, surroundings);
  });
}

export function digestGroup(group: readonly Work[], places: Places): void {
  for (const work of group)
    step(work, () => {
      work.digest = digestOf(work.reading!, places);
    });
}

/** Puts the entry of a file into the sink, or one that says why it could not be read. */
export function writeWork(
  work: Work,
  format: Format,
  sink: ByteSink,
): { readonly report: AnnualReport; readonly unreadable: string | null } {
  const from = sink.length;
  step(work, () => format.open(work.report!, sink));
  const { report, unreadable } = work;
  if (report !== null && unreadable === null) return { report, unreadable };
  sink.takeBack(from);
  const entry = unreadableReport(work.path, unreadable ?? '');
  format.open(entry, sink);
  return { report: entry, unreadable: unreadable ?? '' };
}
