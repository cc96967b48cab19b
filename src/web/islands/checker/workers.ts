import type { DeskToPage, PageToDesk } from './protocol.ts';

export interface Workers {
  readonly tell: (message: PageToDesk) => void;
  /** Starts readers up to that many, as far as the machine has cores for them. */
  readonly want: (readers: number) => void;
  /** Ends a reader and seats another. */
  readonly restart: (seat: number) => void;
}

interface Addresses {
  readonly desk: string;
  readonly reader: string;
  readonly base: string;
}

/** The page and the desk need little; more than four readers would need much memory. */
const mostReaders = Math.max(1, Math.min(4, navigator.hardwareConcurrency || 2));

/** Starts the desk and one reader, so that the first file meets them warm. `failed`: a worker did not start. */
export function startWorkers(
  { desk: deskAddress, reader, base }: Addresses,
  heard: (message: DeskToPage) => void,
  failed: () => void,
): Workers {
  const desk = new Worker(deskAddress, { type: 'module' });
  const readers: Worker[] = [];
  let answered = false;
  desk.onmessage = ({ data }: MessageEvent<DeskToPage>) => {
    answered = true;
    heard(data);
  };
  desk.onerror = failed;
  const tell = (message: PageToDesk, transfer: Transferable[] = []) => desk.postMessage(message, transfer);
  const seat = (number: number): void => {
    const worker = new Worker(reader, { type: 'module' });
    const { port1, port2 } = new MessageChannel();
    readers[number] = worker;
    // A reader that ran out of memory is replaced; one that never started is a fault of the page.
    worker.onerror = () => (answered ? restart(number) : failed());
    worker.postMessage({ port: port1 }, [port1]);
    tell({ kind: 'reader', seat: number, port: port2 }, [port2]);
  };
  const restart = (number: number): void => {
    readers[number]?.terminate();
    seat(number);
  };
  tell({ kind: 'open', origin: location.origin, base });
  seat(0);
  return {
    tell,
    want: (wanted) => {
      while (readers.length < Math.min(wanted, mostReaders)) seat(readers.length);
    },
    restart,
  };
}
