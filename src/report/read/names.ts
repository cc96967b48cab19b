/** Begins the running hash of a name. */
export const HASH_START = 0;

/** Adds one character to the running hash of a name; ASCII case does not matter. */
export const hashStep = (hash: number, code: number): number => (Math.imul(hash, 31) + (code | 0x20)) | 0;

const SLOTS = 2048;
const slotOf = (hash: number): number => (hash ^ (hash >>> 11) ^ (hash >>> 22)) & (SLOTS - 1);

/**
 * Tells which of a fixed list of ASCII names a name is, by its hash and length alone: the scanners hash a name
 * while they look for its end, and it is never cut out. No two names of a list have the same hash.
 */
export class NameTable {
  readonly size: number;
  readonly #slots = new Int16Array(SLOTS).fill(-1);
  readonly #hashes: Int32Array;
  readonly #lengths: Uint8Array;

  /** @throws RangeError when two names cannot be told apart */
  constructor(names: readonly string[]) {
    this.size = names.length;
    this.#hashes = new Int32Array(names.length);
    this.#lengths = Uint8Array.from(names, (name) => name.length);
    names.forEach((name, index) => {
      let hash = HASH_START;
      for (let i = 0; i < name.length; i++) hash = hashStep(hash, name.charCodeAt(i));
      if (this.find(hash, name.length) !== -1) throw new RangeError(`name given twice: ${name}`);
      let slot = slotOf(hash);
      while (this.#slots[slot] !== -1) slot = (slot + 1) & (SLOTS - 1);
      this.#slots[slot] = index;
      this.#hashes[index] = hash;
    });
  }

  /** Index in the list of the name of that hash and length, or -1. */
  find(hash: number, length: number): number {
    let slot = slotOf(hash);
    for (let index = this.#slots[slot]!; index !== -1; index = this.#slots[slot]!) {
      if (this.#hashes[index] === hash && this.#lengths[index] === length) return index;
      slot = (slot + 1) & (SLOTS - 1);
    }
    return -1;
  }
}
