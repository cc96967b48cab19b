/** A form that has been sent cannot be sent again until the answer comes; its button says so. */
export function sendOnce(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (!form.matches('form[data-once]') || event.defaultPrevented) return;
    if (form.dataset.sent === '1') {
      event.preventDefault();
      return;
    }
    form.dataset.sent = '1';
    const button = (event as SubmitEvent).submitter as HTMLButtonElement | null;
    if (button === null) return;
    button.setAttribute('aria-busy', 'true');
    const mark = document.createElement('span');
    mark.className = 'gk-spin';
    mark.setAttribute('aria-hidden', 'true');
    button.dataset.words = button.innerHTML;
    button.replaceChildren(mark, '正在提交');
  });
  // Back from the next page the browser shows the old one as it was left.
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sent]'))
      delete form.dataset.sent;
    for (const button of document.querySelectorAll<HTMLButtonElement>('button[aria-busy]')) {
      button.removeAttribute('aria-busy');
      button.innerHTML = button.dataset.words ?? '';
    }
  });
}

/** Leaving a page with words that were not sent asks first. */
export function guardForms(): void {
  const forms = [...document.querySelectorAll<HTMLFormElement>('form[data-guard]')];
  if (forms.length === 0) return;
  const changed = new Set<HTMLFormElement>();
  for (const form of forms) {
    form.addEventListener('input', () => changed.add(form));
    form.addEventListener('submit', () => changed.clear());
  }
  window.addEventListener('beforeunload', (event) => {
    if (changed.size === 0) return;
    event.preventDefault();
    event.returnValue = '';
  });
}
