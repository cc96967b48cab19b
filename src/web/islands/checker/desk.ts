import { makeUrls, type Urls } from '../../http/urls.ts';
import { readAddress } from './address.ts';
import { Batch, mostFiles } from './batch.ts';
import { countsInWords } from './county.ts';
import type { FileState } from './model.ts';
import { Pool } from './pool.ts';
import type { DeskToPage, DownloadKind, DroppedFile, PageToDesk } from './protocol.ts';
import { fileRow, firstAddress, render, renderRows } from './views.ts';

/** How often the list of files is brought up to date, in milliseconds. */
const rhythm = 120;

const page = self as unknown as {
  postMessage(message: DeskToPage, transfer?: Transferable[]): void;
};
const say = (message: DeskToPage): void => page.postMessage(message);

let urls: Urls = makeUrls('http://localhost', {});
/** The view the page shows. */
let shown = '';

const changed = new Map<number, FileState>();
let timer: ReturnType<typeof setTimeout> | null = null;

function progress(): void {
  timer = null;
  const { files } = batch.state;
  const done = files.filter(({ state }) => state === 'read' || state === 'failed').length;
  const rows =
    shown === 'files' ? [...changed.values()].map((file) => ({ id: file.id, html: fileRow(file) })) : [];
  changed.clear();
  say({ kind: 'progress', done, total: files.length, rows });
}

const pool = new Pool((seat) => say({ kind: 'stop', seat }));
const batch = new Batch(pool, (file) => {
  changed.set(file.id, file);
  if (timer === null) timer = setTimeout(progress, rhythm);
});

function show(text: string, refined = false): void {
  const [asked = ''] = text.split('#');
  const address = readAddress(asked);
  if (address === null) return;
  const { html, said, more } = render(batch, address, urls);
  if (html === '') {
    say({ kind: 'failed', message: '这份报告已经清除。请重新选择文件。' });
    return;
  }
  shown = asked;
  say({ kind: 'view', address: text, html, said, refined, more });
}

function showMore(text: string, from: number): void {
  const address = readAddress(text);
  if (address === null || text !== shown) return;
  const { html, more } = renderRows(batch, address, from, urls);
  say({ kind: 'rows', address: text, html, more });
}

function verdict(): string {
  const { files } = batch.state;
  const read = files.filter(({ state }) => state === 'read').length;
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { summary } of files)
    if (summary !== null)
      for (const severity of ['error', 'warning', 'info'] as const)
        counts[severity] += summary.counts[severity];
  const failed = files.length - read;
  const words = read === 0 ? '' : countsInWords(counts);
  return `检查完毕：读出${read}份报告${failed > 0 ? `，${failed}个文件不能读取` : ''}。${words}`;
}

/** Files handed on so far of those to be checked. */
let handed: DroppedFile[] = [];

async function check({ skipped, mode }: PageToDesk & { kind: 'check' }): Promise<void> {
  const files = handed;
  handed = [];
  if (mode === 'replace') batch.clear();
  say({ kind: 'want', readers: files.length });
  const over = batch.state.files.length + files.length - mostFiles;
  if (over > 0)
    say({
      kind: 'failed',
      message: `一次最多检查${mostFiles}份文件，其余${over}份没有检查。请分批放入，或用命令行 gongkai check。`,
    });
  const finished = await batch.check(files, skipped, () => {
    const { length } = batch.state.files;
    say({ kind: 'want', readers: length });
    shown = '';
    if (length > 1) show('files');
  });
  if (!finished) return;
  // Somebody who already reads a report goes on reading it.
  const first = firstAddress(batch);
  if (shown === '' || shown === 'files') show(first);
  else show(shown, true);
  say({ kind: 'done', said: verdict() });
  if (!(await batch.refine())) return;
  // With the place names, reports may turn out to be one agency's.
  show(shown === first ? firstAddress(batch) : shown, true);
  say({ kind: 'done', said: verdict() });
}

async function download(what: DownloadKind, of: number | 'all'): Promise<void> {
  const { save } = await import('./saves.ts');
  const reports =
    of === 'all' ? batch.reports() : [batch.checked(of)?.report].filter((report) => report !== undefined);
  const file = await save(what, reports, { single: of !== 'all', seconds: batch.state.seconds });
  page.postMessage({ kind: 'file', ...file }, [file.bytes.buffer]);
}

function open({ origin, base }: PageToDesk & { kind: 'open' }): void {
  urls = makeUrls(`${origin}${base}`, {});
}

async function answer(message: PageToDesk): Promise<void> {
  if (message.kind === 'open') open(message);
  else if (message.kind === 'reader') pool.seat(message.seat, message.port, () => say({ kind: 'ready' }));
  else if (message.kind === 'files') handed.push(...message.files);
  else if (message.kind === 'check') await check(message);
  else if (message.kind === 'expect') pool.tell({ kind: 'expect' });
  else if (message.kind === 'show') show(message.address);
  else if (message.kind === 'more') showMore(message.address, message.from);
  else if (message.kind === 'download') await download(message.what, message.of);
  else {
    batch.clear();
    shown = '';
  }
}

self.addEventListener('message', ({ data }: MessageEvent<PageToDesk>) => {
  answer(data).catch((error: unknown) => {
    const why = error instanceof Error ? error.message.slice(0, 120) : '原因不明';
    const again = error instanceof RangeError ? '' : '请重试；仍不成功的，请刷新本页。';
    say({ kind: 'failed', message: `没有成功：${why}。${again}` });
  });
});
