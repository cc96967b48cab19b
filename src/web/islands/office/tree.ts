interface Node {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  readonly branch: boolean;
  readonly closed?: boolean;
}
interface Answer {
  readonly nodes: readonly Node[];
  readonly more: boolean;
}

/** Typing pauses this long, ms, before the server is asked. */
const PAUSE = 200;

const make = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>>,
  ...children: (string | globalThis.Node)[]
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};

/** A box to type in over a list of nodes: typing searches, an arrow to the right opens a level, Enter chooses. */
class TreeBox {
  readonly #source: string;
  readonly #input: HTMLInputElement;
  readonly #value: HTMLInputElement;
  readonly #list: HTMLUListElement;
  /** Where the chosen one lies: names repeat. */
  readonly #where: HTMLElement;
  /** From the top down to the level shown. */
  #path: Node[] = [];
  #nodes: readonly Node[] = [];
  #at = -1;
  #asked = 0;
  #chosen: string;
  #wait: ReturnType<typeof setTimeout> | undefined;

  constructor(field: HTMLElement) {
    const { tree, name, control, value, text, detail, placeholder } = field.dataset as Record<string, string>;
    this.#source = tree!;
    this.#chosen = text!;
    const plain = field.querySelector<HTMLElement>('[data-tree-plain]')!;
    const described = [...field.querySelectorAll('.gk-hint[id], .gk-err[id]')].map(({ id }) => id).join(' ');
    this.#list = make('ul', {
      role: 'listbox',
      class: 'gk-combo-list',
      id: `${control}-list`,
      'aria-labelledby': `${control}-legend`,
      hidden: '',
    });
    this.#value = make('input', { type: 'hidden', name: name!, value: value! });
    this.#input = make('input', {
      id: control!,
      type: 'text',
      class: 'form-control',
      role: 'combobox',
      autocomplete: 'off',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': `${control}-list`,
      'aria-labelledby': `${control}-legend`,
      placeholder: placeholder!,
      'aria-describedby': `${described} ${control}-where`.trim(),
    });
    this.#input.value = text!;
    this.#where = make('small', { class: 'gk-combo-where', id: `${control}-where` }, detail!);
    plain.replaceWith(make('div', { class: 'gk-combo' }, this.#input, this.#value, this.#list, this.#where));
    this.#listen();
  }

  #listen(): void {
    this.#input.addEventListener('input', () => {
      clearTimeout(this.#wait);
      this.#wait = setTimeout(() => void this.#search(), PAUSE);
    });
    this.#input.addEventListener('click', () => {
      if (this.#list.hidden) void this.#level(this.#path);
    });
    this.#input.addEventListener('keydown', (event) => this.#key(event));
    this.#input.addEventListener('blur', () => this.#close());
    // The focus stays in the box while the list is pressed.
    this.#list.addEventListener('mousedown', (event) => event.preventDefault());
    this.#list.addEventListener('click', (event) => {
      const target = event.target as Element;
      const item = target.closest<HTMLElement>('[data-at]');
      if (item === null) return;
      this.#at = Number(item.dataset.at);
      if (target.closest('.gk-combo-into') === null) this.#take();
      else this.#into();
    });
  }

  async #ask(query: string): Promise<Answer | null> {
    this.#asked += 1;
    const mine = this.#asked;
    try {
      const response = await fetch(`${this.#source}${this.#source.includes('?') ? '&' : '?'}${query}`, {
        headers: { Accept: 'application/json' },
      });
      const answer = response.ok ? ((await response.json()) as Answer) : null;
      if (mine !== this.#asked) return null;
      if (answer === null) this.#say('现在查不到，请稍后再试。');
      return answer;
    } catch {
      if (mine === this.#asked) this.#say('现在查不到，请检查网络。');
      return null;
    }
  }

  async #search(): Promise<void> {
    const words = this.#input.value.trim();
    if (words === '') {
      this.#value.value = '';
      this.#chosen = '';
      this.#where.textContent = '';
      return this.#level([]);
    }
    const answer = await this.#ask(`q=${encodeURIComponent(words)}`);
    if (answer === null) return;
    this.#path = [];
    this.#nodes = answer.nodes;
    this.#show(
      answer.nodes.length === 0
        ? `没有名称含“${words}”的。`
        : answer.more
          ? '还有更多，请多输几个字。'
          : null,
    );
  }

  async #level(path: Node[]): Promise<void> {
    const answer = await this.#ask(`parent=${encodeURIComponent(path[path.length - 1]?.id ?? '')}`);
    if (answer === null) return;
    this.#path = path;
    this.#nodes = answer.nodes;
    this.#show(null);
  }

  /** The place of the way back up is −1 of the nodes and 0 of the list. */
  #rows(): readonly (Node | null)[] {
    return this.#path.length > 0 ? [null, ...this.#nodes] : this.#nodes;
  }

  #show(words: string | null): void {
    const rows = this.#rows();
    const items = rows.map((node, at) => this.#item(node, at));
    if (words !== null)
      items.push(make('li', { class: 'is-words', role: 'option', 'aria-disabled': 'true' }, words));
    this.#list.replaceChildren(...items);
    this.#list.hidden = false;
    this.#input.setAttribute('aria-expanded', 'true');
    this.#move(rows.length > 1 && rows[0] === null ? 1 : rows.length > 0 ? 0 : -1);
  }

  #item(node: Node | null, at: number): HTMLLIElement {
    const id = `${this.#list.id}-${at}`;
    const common = { id, role: 'option', 'data-at': String(at) };
    if (node === null)
      return make(
        'li',
        { ...common, class: 'is-up', 'aria-selected': 'false' },
        `‹ 上级（${this.#path[this.#path.length - 1]!.label}）`,
      );
    const item = make(
      'li',
      { ...common, 'aria-selected': String(node.id === this.#value.value) },
      node.label,
    );
    if (node.detail !== undefined) item.append(make('small', {}, node.detail));
    if (node.branch) {
      item.append(make('span', { class: 'gk-combo-into', 'aria-hidden': 'true', title: '下级' }, '›'));
      item.setAttribute(
        'aria-label',
        `${node.label}${node.detail === undefined ? '' : `，${node.detail}`}，有下级`,
      );
    }
    return item;
  }

  #say(words: string): void {
    this.#nodes = [];
    this.#path = [];
    this.#show(words);
  }

  #move(to: number): void {
    const items = this.#list.querySelectorAll('[data-at]');
    items[this.#at]?.classList.remove('is-at');
    this.#at = Math.max(-1, Math.min(to, items.length - 1));
    const item = items[this.#at];
    item?.classList.add('is-at');
    item?.scrollIntoView({ block: 'nearest' });
    if (item === undefined) this.#input.removeAttribute('aria-activedescendant');
    else this.#input.setAttribute('aria-activedescendant', item.id);
  }

  #into(): void {
    const node = this.#rows()[this.#at];
    if (node?.branch) void this.#level([...this.#path, node]);
  }

  #up(): void {
    if (this.#path.length > 0) void this.#level(this.#path.slice(0, -1));
  }

  #take(): void {
    const node = this.#rows()[this.#at];
    if (node === undefined) return;
    if (node === null) this.#up();
    else if (node.closed) this.#into();
    else this.#choose(node);
  }

  #choose(node: Node): void {
    this.#value.value = node.id;
    this.#chosen = node.label;
    this.#where.textContent = node.detail ?? this.#path.map(({ label }) => label).join(' › ');
    this.#input.value = node.label;
    this.#close();
    this.#value.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** What was typed and not chosen does not stay, so that nobody takes it for the answer. */
  #close(): void {
    clearTimeout(this.#wait);
    this.#asked += 1;
    this.#list.hidden = true;
    this.#at = -1;
    this.#input.value = this.#chosen;
    this.#input.setAttribute('aria-expanded', 'false');
    this.#input.removeAttribute('aria-activedescendant');
  }

  #key(event: KeyboardEvent): void {
    const shut = this.#list.hidden;
    if (shut && event.key !== 'ArrowDown') return;
    const typed = this.#input.value !== '' && this.#input.value !== this.#chosen;
    const acts: Partial<Record<string, () => void>> = {
      ArrowDown: () => (shut ? void this.#level(this.#path) : this.#move(this.#at + 1)),
      ArrowUp: () => this.#move(Math.max(0, this.#at - 1)),
      Enter: () => this.#take(),
      Escape: () => this.#close(),
      // In a word being typed the arrows belong to the word.
      ...(typed ? {} : { ArrowRight: () => this.#into(), ArrowLeft: () => this.#up() }),
    };
    const act = acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  }
}

/** Every tree of the page as a box to type in. */
export function trees(): void {
  for (const field of document.querySelectorAll<HTMLElement>('[data-tree]')) new TreeBox(field);
}
