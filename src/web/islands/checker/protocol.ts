/*
 * Three parties: the page (main thread: handles drop, keyboard and downloads, swaps regions), the desk (a worker that
 * keeps the batch and renders every view to HTML), the readers (workers that read and check one file at a time).
 * Page ↔ desk speak these messages; desk ↔ readers speak over ports that the page only hands on.
 */

/** A file as the page hands it on; its bytes are read in a reader. */
export interface DroppedFile {
  readonly path: string;
  readonly file: File;
}

export type DownloadKind = 'sheet.html' | 'sheet.docx' | 'report.json' | 'report.sarif' | 'figures.xlsx';

export type PageToDesk =
  /** First message. `base` is the path of PUBLIC_URL, `origin` the page's. */
  | { readonly kind: 'open'; readonly origin: string; readonly base: string }
  /** A reader, or another in the place of one that was stopped; seats count from 0. */
  | { readonly kind: 'reader'; readonly seat: number; readonly port: MessagePort }
  /** Files to check; many are handed on in portions, since each costs the page a little time. */
  | { readonly kind: 'files'; readonly files: readonly DroppedFile[] }
  /** Checks the files handed on; `replace` forgets those before, `add` keeps them. */
  | {
      readonly kind: 'check';
      readonly skipped: Readonly<Record<string, number>>;
      readonly mode: 'replace' | 'add';
    }
  /** Files will come soon: load what every check needs. */
  | { readonly kind: 'expect' }
  /** Renders the view of that address, e.g. `report/3?severity=error`. */
  | { readonly kind: 'show'; readonly address: string }
  /** Renders the rows after those sent. */
  | { readonly kind: 'more'; readonly address: string; readonly from: number }
  | { readonly kind: 'download'; readonly what: DownloadKind; readonly of: number | 'all' }
  | { readonly kind: 'clear' };

export type DeskToPage =
  /** The desk and its first reader are loaded. */
  | { readonly kind: 'ready' }
  /** How many readers the batch could use: the page starts them. */
  | { readonly kind: 'want'; readonly readers: number }
  /** Stops a reader that takes too long; the page starts another in its seat. */
  | { readonly kind: 'stop'; readonly seat: number }
  /** `rows` replace the elements `file-<id>` of the file list. */
  | {
      readonly kind: 'progress';
      readonly done: number;
      readonly total: number;
      readonly rows: readonly { readonly id: number; readonly html: string }[];
    }
  /**
   * A view in place of the results region. `address` is its full address; `said` goes to the live region. `rows`
   * follow in pieces into the element `check-rows`; `refined` says that a view already shown has changed by itself:
   * focus and scroll stay.
   */
  | {
      readonly kind: 'view';
      readonly address: string;
      readonly html: string;
      readonly said: string;
      readonly refined: boolean;
      readonly more: number | null;
    }
  /** Further rows for `check-rows` of the view of that address; `more` is where the next begin. */
  | { readonly kind: 'rows'; readonly address: string; readonly html: string; readonly more: number | null }
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly mediaType: string;
      readonly bytes: Uint8Array<ArrayBuffer>;
    }
  /** The batch is done: what to tell of it. */
  | { readonly kind: 'done'; readonly said: string }
  /** Something the clerk asked for did not work: one sentence. */
  | { readonly kind: 'failed'; readonly message: string };
