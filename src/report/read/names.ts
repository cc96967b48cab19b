/** Finds which of a fixed list of ASCII names stands in a text, without cutting the name out; case is ignored. */
export class NameTable {
  readonly #names: readonly string[];
  readonly #slots = new Int16Array(2048).fill(-1);

  constructor(names: readonly string[]) {
    this.#names = names;
    names.forEach((name, index) => {
      let slot = this.#hash(name, 0, name.length);
      while (this.#slots[slot] !== -1) slot = (slot + 1) & 2047;
      this.#slots[slot] = index;
    });
  }

  get size(): number {
    return this.#names.length;
  }

  /** Index in the list of the name at [start, end) of `text`, or -1. */
  find(text: string, start: number, end: number): number {
    let slot = this.#hash(text, start, end);
    for (let index = this.#slots[slot]!; index !== -1; index = this.#slots[slot]!) {
      if (this.#is(this.#names[index]!, text, start, end)) return index;
      slot = (slot + 1) & 2047;
    }
    return -1;
  }

  #hash(text: string, start: number, end: number): number {
    let hash = 0;
    for (let i = start; i < end; i++) hash = (hash * 31 + (text.charCodeAt(i) | 0x20)) & 0xffffff;
    return (hash ^ (hash >> 11)) & 2047;
  }

  #is(name: string, text: string, start: number, end: number): boolean {
    if (name.length !== end - start) return false;
    for (let i = 0; i < name.length; i++)
      if ((name.charCodeAt(i) | 0x20) !== (text.charCodeAt(start + i) | 0x20)) return false;
    return true;
  }
}
