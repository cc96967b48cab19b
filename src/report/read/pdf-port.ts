/** A message of pdf.js between its two halves, as far as it is looked at here. */
interface Message {
  readonly action?: string;
  readonly data?: unknown;
  readonly chunk?: Chunk;
}

/** A part of a page's drawing operators; its lists are emptied and used again once it is posted. */
interface Chunk {
  readonly fnArray?: readonly number[];
  readonly argsArray?: readonly unknown[];
}

type Listener = (event: { readonly data: Message }) => void;

/** What a font brings along for the object that stands for it on the asking side. */
interface SentFont {
  extra?: Record<string, unknown>;
}

/** A font that counts as attached is loaded by nobody: only its widths and its characters are wanted. */
function attachFont(message: Message): void {
  if (message.action !== 'commonobj' || !Array.isArray(message.data)) return;
  const [, type, font] = message.data as [string, string, SentFont];
  if (type === 'Font' && font !== null && typeof font === 'object') font.extra = { attached: true };
}

/**
 * Both halves of pdf.js on one thread: what one posts, the other gets as it is, without copying. Counts the
 * drawing operators that pass, so that a file that draws without end can be stopped.
 */
export class LocalPort {
  readonly #listeners = new Set<Listener>();
  readonly #turn = Promise.resolve();
  readonly #counted: (operators: number) => void;
  #operators = 0;

  constructor(counted: (operators: number) => void) {
    this.#counted = counted;
  }

  postMessage(message: Message): void {
    attachFont(message);
    const { chunk } = message;
    let data = message;
    if (chunk?.fnArray !== undefined && chunk.argsArray !== undefined) {
      this.#operators += chunk.fnArray.length;
      this.#counted(this.#operators);
      const lists = { fnArray: chunk.fnArray.slice(), argsArray: chunk.argsArray.slice() };
      data = { ...message, chunk: { ...chunk, ...lists } };
    }
    const event = { data };
    this.#turn.then(() => {
      for (const listener of this.#listeners) listener(event);
    });
  }

  addEventListener(_type: string, listener: Listener): void {
    this.#listeners.add(listener);
  }

  removeEventListener(_type: string, listener: Listener): void {
    this.#listeners.delete(listener);
  }

  terminate(): void {
    this.#listeners.clear();
  }
}
