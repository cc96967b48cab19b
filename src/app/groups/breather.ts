/** Lets requests through while many things are done beside them. */
export interface Breather {
  /** Between two things: gives way once the processor was held for long. */
  readonly pause: () => Promise<void>;
  /** After a batch: rests so long that only the share is taken. */
  readonly rest: (tookMs: number) => Promise<void>;
}

const held = 3;

/** `share`: how much of the time may be worked, above 0 and up to 1. */
export function breather(share: number): Breather {
  let since = performance.now();
  return {
    async pause() {
      if (performance.now() - since < held) return;
      await new Promise((resolve) => setImmediate(resolve));
      since = performance.now();
    },
    async rest(tookMs) {
      const ms = tookMs * (1 / share - 1);
      await new Promise((resolve) => setTimeout(resolve, ms));
      since = performance.now();
    },
  };
}
