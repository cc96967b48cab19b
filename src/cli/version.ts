import { readFileSync } from 'node:fs';

/** Version of the program, from the package it came in: one folder up when built, two from the sources. */
export function version(): string {
  for (const file of ['../package.json', '../../package.json'])
    try {
      const { name, version } = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as {
        name?: string;
        version?: string;
      };
      if (name === 'gongkai' && version !== undefined) return version;
    } catch {
      // Not there: the other one is.
    }
  return 'unknown';
}
