/** Room for the entries of a task; a larger buffer is given back when it has been taken. */
const usual = 1 << 20;

/**
 * Texts gathered as UTF-8 in one buffer that is used again and again. A buffer for each text would have to be measured
 * first, and thousands of them outside the heap make the collector run early.
 */
export class ByteSink {
  #bytes = Buffer.allocUnsafeSlow(usual);
  #length = 0;

  /** Bytes written since the last `take`. */
  get length(): number {
    return this.#length;
  }

  add(text: string): void {
    // No UTF-16 unit takes more than three bytes.
    const most = this.#length + 3 * text.length;
    if (most > this.#bytes.length) {
      const larger = Buffer.allocUnsafeSlow(2 * most);
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
    }
    this.#length += this.#bytes.write(text, this.#length, 'utf8');
  }

  /** Everything written, in a buffer of its own that can be handed from thread to thread; begins anew. */
  take(): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    if (this.#bytes.length > 8 * usual) this.#bytes = Buffer.allocUnsafeSlow(usual);
    return bytes;
  }
}
