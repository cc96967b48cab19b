const holds = 'a[href], button:not([disabled]), input:not([type=hidden]), select, textarea';

function keepInside(dialog: HTMLElement, event: KeyboardEvent): void {
  const inside = [...dialog.querySelectorAll<HTMLElement>(holds)].filter(
    (each) => each.offsetParent !== null,
  );
  const [first, last] = [inside[0], inside[inside.length - 1]];
  const at = document.activeElement;
  const wrap = event.shiftKey ? at === first || at === dialog : at === last;
  if (!wrap) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}

function open(veil: HTMLElement, opener: HTMLElement): void {
  const dialog = veil.querySelector<HTMLElement>('[role=dialog]')!;
  veil.classList.add('is-open');
  (dialog.querySelector<HTMLElement>('textarea, input:not([type=hidden]), select') ?? dialog).focus();
  const close = (): void => {
    veil.classList.remove('is-open');
    veil.removeEventListener('keydown', keys);
    veil.removeEventListener('click', clicks);
    opener.focus();
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
    if (event.key === 'Tab') keepInside(dialog, event);
  };
  const clicks = (event: MouseEvent): void => {
    if ((event.target as Element).closest('[data-close]') === null) return;
    event.preventDefault();
    close();
  };
  veil.addEventListener('keydown', keys);
  veil.addEventListener('click', clicks);
}

/** Links to a dialog open it in place, with the focus held inside and given back. */
export function dialogs(): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
    const veil = link === null ? null : document.getElementById(link.hash.slice(1));
    if (link === null || !veil?.matches('[data-dialog]')) return;
    event.preventDefault();
    open(veil, link);
  });
}
