/** Files made lately, by what they were made of; the ones unused longest go when they take more than `most` bytes. */
export class RenderingCache {
  readonly #most: number;
  readonly #made = new Map<string, Uint8Array>();
  readonly #making = new Map<string, Promise<Uint8Array>>();
  #size = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** What is kept under the key, else what `make` gives; several who ask at once wait for one making. */
  get(key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const kept = this.#made.get(key);
    if (kept !== undefined) {
      this.#made.delete(key);
      this.#made.set(key, kept);
      return Promise.resolve(kept);
    }
    const running = this.#making.get(key);
    if (running !== undefined) return running;
    const making = make()
      .then((bytes) => this.#keep(key, bytes))
      .finally(() => this.#making.delete(key));
    this.#making.set(key, making);
    return making;
  }

  #keep(key: string, bytes: Uint8Array): Uint8Array {
    if (bytes.length > this.#most) return bytes;
    this.#made.set(key, bytes);
    this.#size += bytes.length;
    for (const [oldest, { length }] of this.#made) {
      if (this.#size <= this.#most) break;
      this.#made.delete(oldest);
      this.#size -= length;
    }
    return bytes;
  }
}
