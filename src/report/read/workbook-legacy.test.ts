import { describe, expect, it } from 'vitest';
import { UnreadableFile } from '../document.ts';
import { readLegacy } from './workbook-legacy.ts';

const u16 = (value: number): number[] => [value & 0xff, value >> 8];
const record = (type: number, bytes: readonly number[]): number[] => [
  ...u16(type),
  ...u16(bytes.length),
  ...bytes,
];
const begin = record(0x0809, [...u16(0x0600), ...u16(0x0005), ...Array<number>(12).fill(0)]);
/** Cell, value, flags and chain are zero; then the length of the formula and its tokens. */
const formula = (tokens: readonly number[], length = tokens.length): number[] =>
  record(0x0006, [...Array<number>(20).fill(0), ...u16(length), ...tokens]);

describe('a formula of an old workbook', () => {
  it.each([
    ['whose text has no length', formula([0x17])],
    ['that breaks off in its value', record(0x0006, Array<number>(12).fill(0))],
    ['that breaks off before the length of its tokens', record(0x0006, Array<number>(20).fill(0))],
    ['whose number breaks off', formula([0x1f, 0, 0])],
    ['of a name that breaks off', formula([0x23, 1])],
  ])('%s ends the reading, and does not go on for ever', (_, damaged) => {
    const stream = Uint8Array.from([...begin, ...damaged, ...record(0x000a, [])]);
    let failure: unknown = null;
    try {
      readLegacy(stream);
    } catch (error) {
      failure = error;
    }
    // Read without the formula or refused, but ended.
    expect(failure === null || failure instanceof UnreadableFile).toBe(true);
  });
});
