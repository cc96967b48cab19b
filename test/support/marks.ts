/** What a secret is, as far as it matters who may see it. */
export type SecretField =
  | 'name'
  | 'identity'
  | 'phone'
  | 'email'
  | 'address'
  | 'contactPerson'
  | 'agent'
  | 'organisation'
  | 'content'
  | 'fileName'
  | 'fileContent'
  | 'party'
  | 'partyContact'
  | 'consulted'
  | 'reply'
  | 'explanation'
  | 'correction'
  | 'answer'
  | 'opinion'
  | 'confirmation'
  | 'proof'
  | 'appeal'
  | 'receipt'
  | 'code'
  | 'id';

/** A word that stands in one field of one case and nowhere else. */
export interface Mark {
  readonly word: string;
  readonly field: SecretField;
  /** Slug of the agency. */
  readonly agency: string;
  /** The case it belongs to, by its name in the test. */
  readonly case: string;
}

const shapes: Partial<Readonly<Record<SecretField, (n: string) => string>>> = {
  phone: (n) => `1390000${n}`,
  email: (n) => `m${n}@mark.example`,
  identity: (n) => `ZJ00${n}MM`,
};
const marked = /记\d{4}号密|1390000\d{4}|m\d{4}@mark\.example|ZJ00\d{4}MM/g;

/** Secrets that are told from all others, and found again in any text. */
export class Marks {
  readonly #all = new Map<string, Mark>();
  #given: RegExp | null = null;
  #count = 0;

  /** A new word for a field of a case. */
  make(owner: Pick<Mark, 'agency' | 'case'>, field: SecretField): string {
    this.#count += 1;
    const n = String(this.#count).padStart(4, '0');
    return this.add(owner, field, shapes[field]?.(n) ?? `记${n}号密`);
  }

  /** A word that the program made: number of a receipt, id of a case. */
  add({ agency, case: name }: Pick<Mark, 'agency' | 'case'>, field: SecretField, word: string): string {
    this.#all.set(word, { word, field, agency, case: name });
    this.#given = null;
    return word;
  }

  get all(): readonly Mark[] {
    return [...this.#all.values()];
  }

  of(field: SecretField, name: string): Mark {
    const found = this.all.find((mark) => mark.field === field && mark.case === name);
    if (found === undefined) throw new Error(`No ${field} of ${name} was marked.`);
    return found;
  }

  /** The secrets that stand in a text, each once. */
  in(text: string): readonly Mark[] {
    this.#given ??= new RegExp(
      this.all
        .filter(({ field }) => field === 'receipt' || field === 'code' || field === 'id')
        .map(({ word }) => word)
        .join('|') || '(?!)',
      'g',
    );
    const words = new Set([...(text.match(marked) ?? []), ...(text.match(this.#given) ?? [])]);
    return [...words].flatMap((word) => this.#all.get(word) ?? []);
  }
}
