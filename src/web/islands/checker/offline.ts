import { region } from './regions.ts';

/** Time after which the page and its workers are surely loaded, so that keeping them costs nobody waiting. */
const calm = 1_500;

/**
 * Keeps the page and all its parts for use without network. Browsers allow it only over https or on this machine;
 * elsewhere the page works as long as it is open.
 */
export function keepForOffline(address: string, base: string): void {
  if (!('serviceWorker' in navigator)) return;
  const keep = async () => {
    await navigator.serviceWorker.register(address, { scope: `${base}/`, updateViaCache: 'none' });
    await navigator.serviceWorker.ready;
    const told = region('check-offline');
    told.textContent = '断网也可以使用。';
    told.hidden = false;
  };
  // Without it only the offline use is lost, and nothing is claimed.
  setTimeout(() => keep().catch(() => {}), calm);
}
