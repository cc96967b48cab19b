import { say } from './say.ts';

async function put(text: string): Promise<void> {
  if (navigator.clipboard !== undefined) return navigator.clipboard.writeText(text);
  // Offices often serve by plain http, where browsers offer no clipboard.
  const box = document.createElement('textarea');
  box.value = text;
  box.className = 'visually-hidden';
  document.body.append(box);
  box.select();
  const done = document.execCommand('copy');
  box.remove();
  if (!done) throw new Error('copy');
}

/** Buttons that copy: `data-copy` holds the text. They show only where this runs. */
export function copyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      put(button.dataset.copy ?? '').then(
        () => say('已复制'),
        () => say('浏览器不允许复制，请选中后按 Ctrl+C'),
      );
    });
  }
}
