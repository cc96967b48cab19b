import type { AnnualReport } from '../../../domain/annual/report.ts';
import type { Digest } from '../../../report/batch/digest.ts';
import type { TextMark } from '../../report/pins.ts';
import type { Around } from '../../report/prose-marks.ts';
import type { PlacesState, Skipped } from './model.ts';
import type { DroppedFile } from './protocol.ts';

export interface ReadTask {
  readonly id: number;
  readonly path: string;
  readonly file: Blob;
  /** Last year's report of the same agency. */
  readonly previous: AnnualReport | null;
  /** Whether to wait for the place names, however long they take; else the first answer may do without. */
  readonly patient: boolean;
}

/** A stretch of prose that a finding speaks of; `finding` is its position in the report's findings. */
export type StoredMark = Omit<TextMark, 'pin'> & { readonly finding: number };

/** A file read and checked. */
export interface Examined {
  readonly id: number;
  readonly report: AnnualReport;
  readonly marks: readonly StoredMark[];
  /** What stands around its parts; null where it could not be read. */
  readonly around: Around | null;
  readonly digest: Digest | null;
  readonly places: PlacesState;
  /** Why it could not be read at all; the report then holds that as its only finding. */
  readonly failure: string | null;
}

/** What stood in an archive. */
export interface Unpacked {
  readonly id: number;
  readonly files: readonly DroppedFile[];
  readonly skipped: Skipped;
  /** Why it could not be opened, or not all of it. */
  readonly failure: string | null;
}

export type DeskToReader =
  /** Place names will be needed soon. */
  | { readonly kind: 'expect' }
  | { readonly kind: 'read'; readonly task: ReadTask }
  | { readonly kind: 'unpack'; readonly id: number; readonly path: string; readonly file: Blob };

export type ReaderToDesk =
  | { readonly kind: 'ready' }
  | { readonly kind: 'examined'; readonly done: Examined }
  | { readonly kind: 'unpacked'; readonly done: Unpacked };
