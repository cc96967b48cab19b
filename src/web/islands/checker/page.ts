import { type Chosen, chosenIn, dropped } from './files.ts';
import { keepForOffline } from './offline.ts';
import type { DeskToPage, DownloadKind } from './protocol.ts';
import {
  appendRows,
  refreshView,
  region,
  replaceRows,
  setFailure,
  setProgress,
  setStatus,
  showView,
} from './regions.ts';
import { startWorkers } from './workers.ts';

const root = region('check');
const { desk = '', reader = '', serviceWorker = '', base = '' } = root.dataset;

/** The view shown, and whether the next one comes by the browser's own back and forward. */
let shown = '';
let travelling = false;
let adding = false;
let saving: HTMLElement | null = null;

const setState = (state: 'empty' | 'busy' | 'done') => {
  root.dataset.state = state;
};

function saveFile({ name, mediaType, bytes }: DeskToPage & { kind: 'file' }): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function endSaving(): void {
  saving?.removeAttribute('aria-busy');
  saving = null;
}

function take({ address, html, said, refined, more }: DeskToPage & { kind: 'view' }): void {
  if (refined) refreshView(html);
  else {
    showView(html, address);
    if (!travelling) history.pushState({ address }, '', location.pathname);
    if (said !== '') setStatus(said);
  }
  travelling = false;
  shown = address;
  if (more !== null) askRows(more);
}

/** The next rows are asked for when the browser has drawn those before. */
function askRows(from: number): void {
  const address = shown;
  requestAnimationFrame(() =>
    setTimeout(() => address === shown && workers.tell({ kind: 'more', address, from })),
  );
}

function hear(message: DeskToPage): void {
  if (message.kind === 'view') take(message);
  else if (message.kind === 'rows') {
    if (message.address !== shown) return;
    appendRows(message.html);
    if (message.more !== null) askRows(message.more);
  } else if (message.kind === 'progress') {
    replaceRows(message.rows);
    setProgress(message.done, message.total);
    if (root.dataset.state === 'busy') setStatus(`正在检查 ${message.done} / ${message.total}`);
  } else if (message.kind === 'done') {
    setState('done');
    setProgress(1, 1);
    setStatus(message.said);
  } else if (message.kind === 'file') {
    endSaving();
    saveFile(message);
    setStatus(`已下载：${message.name}`);
  } else if (message.kind === 'failed') {
    travelling = false;
    endSaving();
    setFailure(message.message);
  } else if (message.kind === 'want') workers.want(message.readers);
  else if (message.kind === 'stop') workers.restart(message.seat);
  else root.dataset.load = 'ready';
}

const workers = startWorkers({ desk, reader, base }, hear, () => {
  root.dataset.load = 'failed';
  setFailure('检查程序没有载入。请刷新本页；仍不成功的，请换用较新的浏览器（Chromium 86 或更新）。');
});

function check({ files, skipped }: Chosen): void {
  const mode = adding ? 'add' : 'replace';
  adding = false;
  setFailure('');
  if (files.length === 0) {
    setFailure('没有可以检查的文件。请选择 docx、pdf、xlsx、html、txt 等格式的年度报告。');
    return;
  }
  setState('busy');
  setStatus(files.length === 1 ? `正在检查 ${files[0]!.path}` : `正在检查 0 / ${files.length}`);
  if (mode === 'replace') {
    shown = '';
    region('check-results').replaceChildren();
  }
  handOn(files, () => workers.tell({ kind: 'check', skipped, mode }));
}

/** Files a portion: what a portion costs is not felt. */
const portion = 50;

function handOn(files: Chosen['files'], then: () => void): void {
  workers.tell({ kind: 'files', files: files.slice(0, portion) });
  if (files.length <= portion) then();
  else setTimeout(() => handOn(files.slice(portion), then));
}

function show(address: string): void {
  setFailure('');
  workers.tell({ kind: 'show', address });
}

function clear(): void {
  workers.tell({ kind: 'clear' });
  shown = '';
  region('check-results').replaceChildren();
  setFailure('');
  setStatus('');
  setProgress(1, 1);
  setState('empty');
  history.pushState(null, '', location.pathname);
  region('check-files').focus();
}

function download(button: HTMLElement): void {
  if (saving !== null) return;
  const { download: what, of } = button.dataset;
  saving = button;
  button.setAttribute('aria-busy', 'true');
  setFailure('');
  setStatus('正在生成文件');
  workers.tell({
    kind: 'download',
    what: what as DownloadKind,
    of: of === 'all' ? 'all' : Number(of),
  });
}

function pick(button: HTMLElement): void {
  adding = button.dataset.mode === 'add';
  region(button.dataset.pick === 'folder' ? 'check-folder' : 'check-files').click();
}

root.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLElement>(
    '[data-go],[data-download],[data-pick],[data-clear]',
  );
  if (link === null || link.tagName === 'FORM') return;
  if (link.dataset.go !== undefined) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(link.dataset.go);
  } else if (link.dataset.download !== undefined) download(link);
  else if (link.dataset.pick !== undefined) pick(link);
  else clear();
});

root.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  if (form.dataset.go === undefined) return;
  event.preventDefault();
  const [path, before = ''] = form.dataset.go.split('?');
  const query = new URLSearchParams(before);
  for (const [name, value] of new FormData(form)) query.append(name, String(value));
  show(`${path}?${query}`);
});

for (const name of ['check-files', 'check-folder']) {
  const input = region(name) as HTMLInputElement;
  // A label opens the input without a button: that replaces. The same file chosen twice must be news.
  input.addEventListener('click', () => workers.tell({ kind: 'expect' }));
  // Browsers open it on the space bar alone; people press Enter, too.
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') input.click();
  });
  input.addEventListener('cancel', () => {
    adding = false;
  });
  input.addEventListener('change', () => {
    const chosen = chosenIn(input);
    input.value = '';
    if (chosen.files.length + Object.keys(chosen.skipped).length > 0) check(chosen);
  });
}

const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;

document.addEventListener('dragover', (event) => {
  if (!holdsFiles(event)) return;
  event.preventDefault();
  if (root.dataset.drag === undefined) workers.tell({ kind: 'expect' });
  root.dataset.drag = 'over';
});
document.addEventListener('dragleave', (event) => {
  if (event.relatedTarget === null) delete root.dataset.drag;
});
document.addEventListener('drop', (event) => {
  delete root.dataset.drag;
  if (!holdsFiles(event)) return;
  event.preventDefault();
  void dropped(event.dataTransfer!).then(check);
});

// A jump to a place in the view makes an entry of its own in the history: it belongs to that view.
window.addEventListener('hashchange', () => {
  if (history.state === null && shown !== '') history.replaceState({ address: shown }, '');
});
window.addEventListener('popstate', ({ state }) => {
  const address = (state as { readonly address?: string } | null)?.address;
  if (address === undefined || address === shown) return;
  travelling = true;
  show(address);
});

keepForOffline(serviceWorker, base);
