/** Endings that the snapshot leaves out where a township's number implies them; '' for a name written out. */
export const endings = ['', '街道', '镇', '乡'] as const;
export type Ending = 0 | 1 | 2 | 3;

const SEED = 0x811c9dc5;
const PRIME = 0x01000193;
/** The hash of a name is taken from its end: names in a text are told by their ends. */
const hashOf = (text: string, from: number, to: number, seed: number): number => {
  let hash = seed;
  for (let i = to - 1; i >= from; i--) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
  return hash;
};
/** Hash of each ending, which that of its name goes on from. */
const seeds = Int32Array.from(endings, (ending) => hashOf(ending, 0, ending.length, SEED));

const SLOTS = 1 << 17;
const slotOf = (hash: number): number => (hash ^ (hash >>> 15)) & (SLOTS - 1);
const pairOf = (last: number, before: number): number => (Math.imul(last, 0x9e5) ^ before) & 0xffff;
const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

/**
 * Names of divisions that stand in one packed text, found without cutting any of them out: forty thousand strings and
 * a map of them would take a good part of the time in which the program starts. Holds fewer than SLOTS names.
 */
export class NameIndex {
  readonly #packed: string;
  /** By slot, from the one of its hash on: where the name begins (from 1; 0 for a free slot), its length, ending, code. */
  readonly #from = new Uint32Array(SLOTS);
  readonly #length = new Uint8Array(SLOTS);
  readonly #ending = new Uint8Array(SLOTS);
  readonly #code = new Uint32Array(SLOTS);
  /** Length of the longest name with these last two characters, or with others of the same index. */
  readonly #longest = new Uint8Array(1 << 16);

  constructor(packed: string) {
    this.#packed = packed;
  }

  /** Adds the division whose name stands at `from` to `to` of the packed text, less its ending. */
  add(from: number, to: number, ending: Ending, code: number): void {
    const packed = this.#packed;
    const taken = this.#from;
    let slot = slotOf(hashOf(packed, from, to, seeds[ending]!));
    while (taken[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
    taken[slot] = from + 1;
    this.#length[slot] = to - from;
    this.#ending[slot] = ending;
    this.#code[slot] = code;
    const more = endings[ending];
    const length = to - from + more.length;
    const last = more.length > 0 ? more.charCodeAt(more.length - 1) : packed.charCodeAt(to - 1);
    const before = more.length > 1 ? more.charCodeAt(0) : packed.charCodeAt(to + more.length - 2);
    const pair = pairOf(last, before);
    if (this.#longest[pair]! < length) this.#longest[pair] = length;
  }

  /** Whether the name in a slot is `text` from `from` to `to`. */
  #is(slot: number, text: string, from: number, to: number): boolean {
    const length = this.#length[slot]!;
    const more = endings[this.#ending[slot] as Ending];
    if (to - from !== length + more.length || !text.startsWith(more, from + length)) return false;
    const start = this.#from[slot]! - 1;
    for (let i = 0; i < length; i++)
      if (text.charCodeAt(from + i) !== this.#packed.charCodeAt(start + i)) return false;
    return true;
  }

  #has(hash: number, text: string, from: number, to: number): boolean {
    for (let slot = slotOf(hash); this.#from[slot] !== 0; slot = (slot + 1) & (SLOTS - 1))
      if (this.#is(slot, text, from, to)) return true;
    return false;
  }

  /** Codes of all divisions whose name is `text` from `from` to `to`, in the order they were added. */
  codes(text: string, from: number, to: number): string[] {
    const codes: string[] = [];
    const first = slotOf(hashOf(text, from, to, SEED));
    for (let slot = first; this.#from[slot] !== 0; slot = (slot + 1) & (SLOTS - 1))
      if (this.#is(slot, text, from, to)) codes.push(String(this.#code[slot]));
    return codes;
  }

  /** Where the longest name begins that ends before `end` of a text and not before `least`; -1 for none. */
  longestBefore(text: string, end: number, least: number): number {
    const last = text.charCodeAt(end - 1);
    let start = end - 2;
    const longest = this.#longest[pairOf(last, text.charCodeAt(start))]!;
    let hash = Math.imul(SEED ^ last, PRIME);
    let found = -1;
    for (let length = 2; length <= longest; length++) {
      hash = Math.imul(hash ^ text.charCodeAt(start), PRIME);
      if (this.#has(hash, text, start, end)) found = start;
      if (start <= least || !isHan(text.charCodeAt(start - 1))) break;
      start--;
    }
    return found;
  }
}
