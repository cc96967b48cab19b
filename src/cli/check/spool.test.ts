import { describe, expect, it } from 'vitest';
import { Spool } from './spool.ts';

describe('the spool', () => {
  it('gives back what was put in, the last of each, beyond what memory keeps', () => {
    const spool = new Spool();
    const size = Spool.keep / 8;
    for (let i = 0; i < 20; i += 1) spool.set(i, new Uint8Array(size).fill(i));
    for (const i of [0, 19]) spool.set(i, new Uint8Array(7).fill(100 + i));
    for (let i = 0; i < 20; i += 1) {
      const entry = spool.get(i);
      const replaced = i === 0 || i === 19;
      expect([entry.length, entry[0], entry.at(-1)]).toEqual(replaced ? [7, 100 + i, 100 + i] : [size, i, i]);
    }
    expect(spool.get(20)).toHaveLength(0);
    spool.close();
  });
});
