const DAY = 86_400_000;

const shift = (day: string, by: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * DAY).toISOString().slice(0, 10);

const monthOf = (day: string, by: number): string => {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + by;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
};

/** Months to choose a day from; they come from the server, which knows the calendar that was loaded. */
class Picker {
  readonly #source: string;
  readonly #input: HTMLInputElement;
  readonly #details: HTMLDetailsElement;
  readonly #months: HTMLElement;
  #first: string;

  constructor(box: HTMLElement) {
    this.#source = box.dataset.picker!;
    this.#input = document.getElementById(box.dataset.control!) as HTMLInputElement;
    this.#details = box.querySelector('details')!;
    this.#months = box.querySelector('[data-months]')!;
    this.#first = this.#months.querySelector<HTMLElement>('[data-month]')!.dataset.month!;
    this.#navigate();
    this.#dress();
    box.addEventListener('keydown', (event) => this.#key(event));
    this.#months.addEventListener('click', (event) => {
      const button = (event.target as Element).closest<HTMLElement>('.gk-day');
      if (button !== null) this.#take(button.parentElement!.dataset.day!);
    });
    document.addEventListener('click', (event) => {
      if (!box.contains(event.target as globalThis.Node)) this.#details.open = false;
    });
  }

  /** Days become buttons, one of which is in the order of the tab key. */
  #dress(): void {
    const { min, max, value } = this.#input;
    for (const cell of this.#months.querySelectorAll<HTMLElement>('td[data-day]')) {
      const day = cell.dataset.day!;
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'gk-day';
      button.tabIndex = -1;
      button.disabled = (min !== '' && day < min) || (max !== '' && day > max);
      button.append(...cell.childNodes);
      cell.append(button);
    }
    const start =
      this.#button(value) ??
      this.#months.querySelector<HTMLElement>('.today .gk-day') ??
      this.#months.querySelector<HTMLElement>('.gk-day');
    if (start !== null) start.tabIndex = 0;
    this.#mark();
  }

  #button = (day: string): HTMLElement | null =>
    day === '' ? null : this.#months.querySelector<HTMLElement>(`td[data-day="${day}"] .gk-day`);

  #mark(): void {
    for (const cell of this.#months.querySelectorAll<HTMLElement>('td[data-day]')) {
      const chosen = cell.dataset.day === this.#input.value;
      cell.classList.toggle('chosen', chosen);
      if (chosen) cell.firstElementChild?.setAttribute('aria-current', 'date');
      else cell.firstElementChild?.removeAttribute('aria-current');
    }
  }

  #navigate(): void {
    const nav = document.createElement('div');
    nav.className = 'gk-picker-nav';
    for (const [words, by] of [
      ['‹ 上一月', -1],
      ['下一月 ›', 1],
    ] as const) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'btn btn-link';
      button.textContent = words;
      button.addEventListener('click', () => void this.#load(monthOf(this.#first, by)));
      nav.append(button);
    }
    this.#months.before(nav);
  }

  async #load(month: string): Promise<boolean> {
    const two = [month, monthOf(month, 1)];
    const joint = this.#source.includes('?') ? '&' : '?';
    const answers = await Promise.all(
      two.map((each) => fetch(`${this.#source}${joint}month=${each}`).catch(() => null)),
    );
    if (!answers.every((answer) => answer?.ok)) return false;
    const texts = await Promise.all(answers.map((answer) => answer!.text()));
    this.#months.innerHTML = texts.join('');
    this.#first = month;
    this.#dress();
    return true;
  }

  #take(day: string): void {
    this.#input.value = day;
    this.#mark();
    this.#details.open = false;
    this.#input.focus();
    this.#input.dispatchEvent(new Event('input', { bubbles: true }));
    this.#input.dispatchEvent(new Event('change', { bubbles: true }));
  }

  async #go(day: string): Promise<void> {
    if (this.#button(day) === null && !(await this.#load(day.slice(0, 7)))) return;
    for (const old of this.#months.querySelectorAll<HTMLElement>('.gk-day[tabindex="0"]')) old.tabIndex = -1;
    const button = this.#button(day)!;
    button.tabIndex = 0;
    button.focus();
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.#details.open) {
      this.#details.open = false;
      this.#details.querySelector('summary')!.focus();
      return;
    }
    const day = (event.target as Element).closest<HTMLElement>('td[data-day]')?.dataset.day;
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7, PageUp: -28, PageDown: 28 }[
      event.key
    ];
    if (day === undefined || by === undefined) return;
    event.preventDefault();
    void this.#go(shift(day, by));
  }
}

/** Every field of a working day of the page. */
export function pickers(): void {
  for (const box of document.querySelectorAll<HTMLElement>('[data-picker]')) new Picker(box);
}
