interface Group {
  readonly form: HTMLFormElement;
  readonly boxes: readonly HTMLInputElement[];
  readonly all: HTMLInputElement | null;
}

function show({ form, boxes, all }: Group): void {
  const chosen = boxes.filter((box) => box.checked).length;
  const count = form.querySelector<HTMLElement>('[data-count]');
  if (count !== null) count.textContent = `已选 ${chosen} ${count.dataset.count}`;
  for (const button of form.querySelectorAll('button')) button.disabled = chosen === 0;
  for (const box of boxes) box.closest('tr')?.classList.toggle('gk-chosen', box.checked);
  if (all === null) return;
  all.checked = chosen === boxes.length;
  all.indeterminate = chosen > 0 && chosen < boxes.length;
}

/** Group acts of a table: how many rows are chosen, all of them by one box, acts only when there is something to act on. */
export function selection(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-group]')) {
    const boxes = [
      ...document.querySelectorAll<HTMLInputElement>(`input[name="row"][form="${CSS.escape(form.id)}"]`),
    ];
    const all = document.querySelector<HTMLInputElement>(`[data-select-all="${CSS.escape(form.id)}"]`);
    const group = { form, boxes, all };
    if (all !== null) all.hidden = false;
    form.querySelector<HTMLElement>('[data-count]')?.setAttribute('role', 'status');
    form.querySelector('[data-without-script]')?.addEventListener('click', (event) => {
      event.preventDefault();
      const choose = boxes.some((box) => !box.checked);
      for (const box of boxes) box.checked = choose;
      show(group);
    });
    all?.addEventListener('change', () => {
      for (const box of boxes) box.checked = all.checked;
      show(group);
    });
    for (const box of boxes) box.addEventListener('change', () => show(group));
    show(group);
  }
}
