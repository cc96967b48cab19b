const text = (name: keyof HTMLElementTagNameMap, words: string): HTMLElement => {
  const element = document.createElement(name);
  element.textContent = words;
  return element;
};

/** Seconds to go, told roughly: a figure that jumps is worse than none. */
const rest = (seconds: number): string =>
  seconds > 90 ? `还要约 ${Math.round(seconds / 60)} 分钟` : `还要约 ${Math.max(1, Math.round(seconds))} 秒`;

interface Line {
  readonly item: HTMLElement;
  readonly progress: HTMLProgressElement;
  readonly words: HTMLElement;
  readonly cancel: HTMLButtonElement;
}

function lineOf(file: File): Line {
  const item = document.createElement('li');
  item.className = 'gk-up';
  const progress = document.createElement('progress');
  progress.max = 100;
  progress.setAttribute('aria-label', `${file.name} 上传进度`);
  const words = text('small', '等待上传');
  const middle = document.createElement('div');
  middle.append(text('strong', file.name), progress, words);
  const cancel = text('button', '取消') as HTMLButtonElement;
  cancel.type = 'button';
  cancel.className = 'btn btn-link';
  cancel.setAttribute('aria-label', `取消上传 ${file.name}`);
  item.append(document.createElement('span'), middle, cancel);
  return { item, progress, words, cancel };
}

function failed({ item, progress, words, cancel }: Line, why: string): void {
  progress.remove();
  words.textContent = why;
  words.className = 'bad';
  cancel.textContent = '移除';
  cancel.onclick = () => item.remove();
}

function whyOf(request: XMLHttpRequest): string {
  try {
    const problem = JSON.parse(request.responseText) as { detail?: string; title?: string };
    return problem.detail ?? problem.title ?? '服务器没有收下这个文件。';
  } catch {
    return request.status === 413 ? '文件太大，没有收下。' : '服务器没有收下这个文件，请稍后再试。';
  }
}

function send(file: File, action: string, form: HTMLFormElement | null, line: Line): Promise<void> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    for (const field of form?.querySelectorAll<HTMLInputElement>(':scope > input[type=hidden]') ?? [])
      body.append(field.name, field.value);
    body.append('file', file);
    const start = Date.now();
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      const part = Math.floor((loaded / total) * 100);
      line.progress.value = part;
      const seconds = ((Date.now() - start) / 1000) * (total / loaded - 1);
      line.words.textContent = part === 100 ? '已传完，正在检查' : `${part}%，${rest(seconds)}`;
    });
    line.cancel.onclick = () => request.abort();
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) line.item.outerHTML = request.responseText;
      else failed(line, whyOf(request));
      resolve();
    });
    request.addEventListener('error', () => {
      failed(line, '网络断了，没有传上去。请检查网络后再传。');
      resolve();
    });
    request.addEventListener('abort', () => {
      line.item.remove();
      resolve();
    });
    request.open('POST', action);
    request.setRequestHeader('Accept', 'text/html, application/problem+json;q=0.9');
    request.send(body);
  });
}

/** Files chosen or dropped go up one after the other, each with its progress and a way to stop it. */
export function uploads(): void {
  for (const field of document.querySelectorAll<HTMLElement>('[data-upload]')) {
    const input = document.getElementById(field.dataset.control!) as HTMLInputElement;
    const list = field.querySelector<HTMLElement>('[data-uploaded]')!;
    const drop = field.querySelector<HTMLElement>('.gk-drop')!;
    field.querySelector('[data-without-script]')?.remove();
    field.querySelector<HTMLElement>('[data-drop-words]')!.hidden = false;
    let queue = Promise.resolve();
    const take = (files: FileList): void => {
      for (const file of files) {
        const line = lineOf(file);
        list.append(line.item);
        let given = true;
        line.cancel.onclick = () => {
          given = false;
          line.item.remove();
        };
        queue = queue.then(() => (given ? send(file, field.dataset.upload!, input.form, line) : undefined));
      }
    };
    input.addEventListener('change', () => {
      if (input.files !== null) take(input.files);
      input.value = '';
    });
    drop.addEventListener('dragover', (event) => {
      event.preventDefault();
      drop.classList.add('is-over');
    });
    drop.addEventListener('dragleave', () => drop.classList.remove('is-over'));
    drop.addEventListener('drop', (event) => {
      event.preventDefault();
      drop.classList.remove('is-over');
      if (event.dataTransfer !== null) take(event.dataTransfer.files);
    });
  }
}
