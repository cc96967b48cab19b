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

/** pdf.js's numbers for the operators that set text and that begin a drawing within the drawing. */
const SHOW_TEXT = 44;
const BEGIN_FORM = 74;
/** What opening a drawing within the drawing costs in operators, and so many bytes of it cost as much as one. */
const FORM = 30;
const BYTES = 1024;

/** How much a part of a page draws: its operators and the characters they set. */
function weightOf({ fnArray, argsArray }: Required<Chunk>, form: number): number {
  let weight = fnArray.length;
  for (let i = 0; i < fnArray.length; i++)
    if (fnArray[i] === SHOW_TEXT) weight += (argsArray[i] as readonly [readonly unknown[]])[0].length;
    else if (fnArray[i] === BEGIN_FORM) weight += form;
  return weight;
}

/**
 * Both halves of pdf.js on one thread: what one posts, the other gets as it is, without copying. Weighs the
 * drawing operators that pass, so that a page that draws without end can be stopped.
 */
export class LocalPort {
  readonly #listeners = new Set<Listener>();
  readonly #turn = Promise.resolve();
  readonly #weighed: (weight: number) => void;
  readonly #form: number;
  #weight = 0;

  /** `largest`: bytes of the largest drawing, which any drawing within one may be. */
  constructor(weighed: (weight: number) => void, largest: number) {
    this.#weighed = weighed;
    this.#form = FORM + largest / BYTES;
  }

  /** Begins to weigh anew, for the next page. */
  restart(): void {
    this.#weight = 0;
  }

  postMessage(message: Message): void {
    attachFont(message);
    const { chunk } = message;
    let data = message;
    if (chunk?.fnArray !== undefined && chunk.argsArray !== undefined) {
      const lists = { fnArray: chunk.fnArray.slice(), argsArray: chunk.argsArray.slice() };
      this.#weight += weightOf(lists, this.#form);
      this.#weighed(this.#weight);
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
