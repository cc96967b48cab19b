/** The page's regions, by the ids of its shell; throws where the shell lacks one. */
export function region(name: string): HTMLElement {
  const element = document.getElementById(name);
  if (element === null) throw new Error(`#${name} is missing`);
  return element;
}

/** Elements of an address like `report/3#m4`. */
export const placeIn = (address: string): string => address.split('#')[1] ?? '';

/** Shows a view from its top, or at the element its address names; keyboard focus goes along. */
export function showView(html: string, address: string): void {
  const results = region('check-results');
  results.innerHTML = html;
  const place = placeIn(address) === '' ? null : document.getElementById(placeIn(address));
  const target = place ?? results;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: place === null ? 'start' : 'center' });
}

/** Puts a newer version of the view in place; the reader's place in it stays. */
export function refreshView(html: string): void {
  const results = region('check-results');
  const active = document.activeElement;
  const focused = active !== null && results.contains(active) ? active.id : null;
  const { scrollX, scrollY } = window;
  results.innerHTML = html;
  if (focused !== null) (document.getElementById(focused) ?? results).focus({ preventScroll: true });
  window.scrollTo(scrollX, scrollY);
}

/** Lines of the file list that changed, each in place of its old self. */
export function replaceRows(rows: readonly { readonly id: number; readonly html: string }[]): void {
  for (const { id, html } of rows) {
    const row = document.getElementById(`file-${id}`);
    if (row !== null) row.outerHTML = html;
  }
}

export const appendRows = (html: string): void =>
  document.getElementById('check-rows')?.insertAdjacentHTML('beforeend', html);

export function setProgress(done: number, total: number): void {
  const bar = region('check-progress') as HTMLProgressElement;
  bar.hidden = done >= total;
  bar.max = Math.max(1, total);
  bar.value = done;
}

export const setStatus = (text: string): void => {
  region('check-status').textContent = text;
};

/** What did not work, in one sentence; an empty one takes it away. */
export function setFailure(text: string): void {
  const failure = region('check-failure');
  failure.textContent = text;
  failure.hidden = text === '';
}
