import type { DeskToReader, ReaderToDesk } from './reader-protocol.ts';

/** A question that one answer ends, and how to answer it oneself when the reader is lost. */
export interface Job {
  readonly ask: DeskToReader;
  readonly begun?: () => void;
  readonly take: (answer: ReaderToDesk) => void;
  readonly lost: (why: string) => void;
}

interface Seat {
  port: MessagePort | null;
  job: Job | null;
  timer: ReturnType<typeof setTimeout> | null;
}

/** How long one file may take, in milliseconds; the readers' own limits end nearly all of them long before. */
const patience = 30_000;

/**
 * Hands jobs to readers, one at a time each. A reader that hangs is stopped by the page, which then seats another;
 * only the file it was at is given up.
 */
export class Pool {
  readonly #seats: Seat[] = [];
  readonly #waiting: Job[] = [];
  readonly #stop: (seat: number) => void;

  constructor(stop: (seat: number) => void) {
    this.#stop = stop;
  }

  get seats(): number {
    return this.#seats.length;
  }

  /** Seats a reader; one that was there before is gone. `ready` is called when it is loaded. */
  seat(number: number, port: MessagePort, ready: () => void): void {
    const seat = this.#seats[number] ?? { port: null, job: null, timer: null };
    this.#seats[number] = seat;
    this.#release(seat)?.lost('读取时内存不足或程序出错');
    seat.port = port;
    port.onmessage = ({ data }: MessageEvent<ReaderToDesk>) => {
      if (seat.port !== port) return;
      if (data.kind === 'ready') return ready();
      this.#release(seat)?.take(data);
      this.#feed();
    };
    this.#feed();
  }

  /** Jobs are done in the order given. */
  add(jobs: readonly Job[]): void {
    this.#waiting.push(...jobs);
    this.#feed();
  }

  /** Forgets all jobs not yet begun and whatever comes of those begun. */
  drop(): void {
    this.#waiting.length = 0;
    for (const seat of this.#seats)
      if (seat.job !== null) seat.job = { ask: seat.job.ask, take: () => {}, lost: () => {} };
  }

  /** Tells every reader something that needs no answer. */
  tell(message: DeskToReader): void {
    for (const { port } of this.#seats) port?.postMessage(message);
  }

  #release(seat: Seat): Job | null {
    if (seat.timer !== null) clearTimeout(seat.timer);
    const { job } = seat;
    seat.timer = null;
    seat.job = null;
    return job;
  }

  #feed(): void {
    for (const [number, seat] of this.#seats.entries()) {
      if (seat.port === null || seat.job !== null) continue;
      const job = this.#waiting.shift();
      if (job === undefined) return;
      seat.job = job;
      seat.timer = setTimeout(() => this.#giveUp(number), patience);
      seat.port.postMessage(job.ask);
      job.begun?.();
    }
  }

  #giveUp(number: number): void {
    const seat = this.#seats[number]!;
    seat.port = null;
    this.#release(seat)?.lost('读取用时过长');
    this.#stop(number);
  }
}
