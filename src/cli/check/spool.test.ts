import { describe, expect, it } from 'vitest';
import { Spool, type Stretch } from './spool.ts';

/** Its length and, where all are one, its bytes. */
function told(spool: Spool, place: Stretch): { length: number; bytes: number | undefined } {
  const target = new Uint8Array(place.length + 2);
  spool.copy(place, target, 1);
  expect([target[0], target.at(-1)]).toEqual([0, 0]);
  const copy = target.subarray(1, -1);
  return { length: copy.length, bytes: copy.every((byte) => byte === copy[0]) ? copy[0] : -1 };
}

describe('the spool', () => {
  it('gives back what was put in, beyond what memory keeps, whichever thread put it there', () => {
    const spool = new Spool();
    const other = new Spool(spool.share());
    const size = Spool.keep / 8 + 1;
    const places = Array.from({ length: 20 }, (_, i) =>
      (i % 2 === 0 ? spool : other).add(new Uint8Array(size).fill(i + 1)),
    );
    for (const [i, place] of places.entries())
      expect(told(spool, place)).toEqual({ length: size, bytes: i + 1 });
    expect(told(spool, other.add(new Uint8Array(0)))).toEqual({ length: 0, bytes: undefined });
    spool.close();
  });

  it('finds each of several entries put in at once, where memory ends among them', () => {
    const spool = new Spool();
    const first = spool.add(new Uint8Array(Spool.keep - 10).fill(1));
    expect(told(spool, first)).toEqual({ length: Spool.keep - 10, bytes: 1 });
    const { at } = spool.add(Uint8Array.from({ length: 24 }, (_, i) => Math.floor(i / 4)));
    for (let i = 0; i < 6; i++)
      expect(told(spool, { at: at + 4 * i, length: 4 })).toEqual({ length: 4, bytes: i });
    spool.close();
  });

  it('opens a file of its own accord when nothing was shared', () => {
    const spool = new Spool();
    const place = spool.add(new Uint8Array(Spool.keep + 1).fill(7));
    expect(told(spool, place)).toEqual({ length: Spool.keep + 1, bytes: 7 });
    spool.close();
  });
});
