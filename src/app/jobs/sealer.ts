import { sealEvents } from '../commands/seal-events.ts';
import type { AppContext } from '../context.ts';

const everySecond = 1_000;

/** Seals new events each second until it is stopped; a failure is told once and tried again. */
export function startSealer(
  context: AppContext,
  onFault: (fault: unknown) => void,
): { readonly stop: () => Promise<void> } {
  let stopped = false;
  let told = false;
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> = Promise.resolve();
  const seal = async (): Promise<void> => {
    try {
      await sealEvents(context);
      told = false;
    } catch (fault) {
      if (!told && !stopped) onFault(fault);
      told = true;
    }
    if (!stopped) next();
  };
  const next = (): void => {
    timer = setTimeout(() => {
      running = seal();
    }, everySecond);
    timer.unref();
  };
  running = seal();
  return {
    stop: async () => {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      await running;
    },
  };
}
