import { openPlaces, type Places } from './places.ts';

let opened: Promise<Places> | null = null;

/**
 * The shipped snapshot of divisions, read and opened once, at first need: the checker in a browser fetches it only
 * when it checks, and a command that needs no place names never reads it.
 */
export function loadPlaces(): Promise<Places> {
  opened ??= import('./divisions.json', { with: { type: 'json' } }).then((file) =>
    openPlaces(file.default.divisions),
  );
  return opened;
}
