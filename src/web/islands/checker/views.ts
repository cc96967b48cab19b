import {
  CountyRows,
  CountyView,
  FailedView,
  FileListView,
  FileRow,
  ReportView,
  YearsView,
} from '../../checker/views.tsx';
import type { Urls } from '../../http/urls.ts';
import type { Address } from './address.ts';
import type { Batch } from './batch.ts';
import { countsInWords, countyRows, filterRows, isOneAgency, ruleColumns } from './county.ts';
import type { CheckedReport, CountyFilter, FileState } from './model.ts';

/** Rows of a list or table that go to the page at a time: few enough that laying them out is not felt. */
const piece = 40;

const moreAfter = (from: number, all: number): number | null => (from + piece < all ? from + piece : null);

/** A view as it goes to the page. `more` is where the next rows begin, null when all are there. */
export interface Rendered {
  readonly html: string;
  readonly said: string;
  readonly more: number | null;
}

const none: Rendered = { html: '', said: '', more: null };
const whole = (html: unknown, said: string): Rendered => ({ html: String(html), said, more: null });

export const fileRow = (file: FileState): string => String(FileRow({ file }));

const present = <T>(value: T | null): value is T => value !== null;

const rowsOf = (batch: Batch) => countyRows(batch.state.files, batch.keyOf);

function renderReport(batch: Batch, address: Address & { view: 'report' }, urls: Urls): Rendered {
  const file = batch.file(address.id);
  if (file === null) return none;
  const one = batch.checked(address.id);
  if (one === null)
    return whole(
      FailedView({ file, batch: batch.state, urls }),
      `${file.path}：${file.message ?? '尚未读完'}`,
    );
  const key = batch.keyOf(file);
  const row = rowsOf(batch).find((each) => each.key === key);
  const choices = row?.reports.filter(({ id }) => id !== file.id) ?? [];
  const others = address.beside
    .filter((id) => choices.some((choice) => choice.id === id))
    .map((id) => batch.checked(id))
    .filter(present)
    .sort((a, b) => (b.report.year ?? 0) - (a.report.year ?? 0));
  const agencyKey = choices.length > 0 ? key : null;
  const html = ReportView({
    one,
    others,
    choices,
    filter: address.filter,
    batch: batch.state,
    urls,
    agencyKey,
  });
  const name = `${file.summary?.agency ?? file.path}${file.summary?.year ? `${file.summary.year}年` : ''}`;
  return whole(html, `${name}：${countsInWords(file.summary!.counts)}`);
}

function renderYears(batch: Batch, key: string, urls: Urls): Rendered {
  const row = rowsOf(batch).find((each) => each.key === key);
  if (row === undefined) return none;
  const reports = row.reports.map(({ id }) => batch.checked(id)).filter(present) as CheckedReport[];
  return whole(
    YearsView({ row, reports, batch: batch.state, urls }),
    `${row.name}，${reports.length}份报告：${countsInWords(row.counts)}`,
  );
}

function renderCounty(batch: Batch, filter: CountyFilter, urls: Urls): Rendered {
  const all = rowsOf(batch);
  const rows = filterRows(all, filter);
  const html = CountyView({
    rows: rows.length,
    shown: rows.slice(0, piece),
    columns: ruleColumns(all),
    failed: batch.state.files.filter(({ state }) => state === 'failed'),
    filter,
    batch: batch.state,
    urls,
  });
  return {
    html: String(html),
    said: `${rows.length}个机关，问题多的在前`,
    more: moreAfter(0, rows.length),
  };
}

function renderFiles(batch: Batch, urls: Urls): Rendered {
  const { files } = batch.state;
  const html = FileListView({ batch: batch.state, shown: files.slice(0, piece), urls });
  return { html: String(html), said: '', more: moreAfter(0, files.length) };
}

/** Further rows of the county's table or of the list of files. */
export function renderRows(batch: Batch, address: Address, from: number, urls: Urls): Rendered {
  if (address.view === 'files') {
    const { files } = batch.state;
    const html = files
      .slice(from, from + piece)
      .map(fileRow)
      .join('');
    return { html, said: '', more: moreAfter(from, files.length) };
  }
  if (address.view !== 'county') return none;
  const all = rowsOf(batch);
  const rows = filterRows(all, address.filter);
  const html = CountyRows({ rows: rows.slice(from, from + piece), columns: ruleColumns(all), urls });
  return { html: String(html), said: '', more: moreAfter(from, rows.length) };
}

/** The view of an address; empty where what it speaks of is not there any more. */
export function render(batch: Batch, address: Address, urls: Urls): Rendered {
  if (address.view === 'files') return renderFiles(batch, urls);
  if (address.view === 'county') return renderCounty(batch, address.filter, urls);
  if (address.view === 'years') return renderYears(batch, address.key, urls);
  return renderReport(batch, address, urls);
}

/** What to show first when a batch is done: its report, its agency's years, or the table of agencies. */
export function firstAddress(batch: Batch): string {
  const { files } = batch.state;
  if (files.length === 1) return `report/${files[0]!.id}`;
  const rows = rowsOf(batch);
  const all = rows.reduce((count, { reports }) => count + reports.length, 0);
  if (isOneAgency(rows) && all === files.length) return `years/${encodeURIComponent(rows[0]!.key)}`;
  return 'county';
}
