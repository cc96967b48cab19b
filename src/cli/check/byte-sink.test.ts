import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteSink } from './byte-sink.ts';

const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('texts gathered as bytes', () => {
  it('are those texts one after the other, in a buffer of their own, however long', () => {
    const sink = new ByteSink();
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.nat(3), (texts, times) => {
        const all = texts.map((text) => text.repeat(10 ** times));
        for (const text of all) sink.add(text);
        const { length } = sink;
        const bytes = sink.take();
        expect(decoded(bytes)).toBe(all.join(''));
        expect([length, bytes.buffer.byteLength, sink.length]).toEqual([bytes.length, bytes.length, 0]);
      }),
      { numRuns: 50 },
    );
  });

  it('outgrow the room they are given at first', () => {
    const sink = new ByteSink();
    const long = '总计'.repeat(2_000_000);
    sink.add('表三');
    sink.add(long);
    expect(decoded(sink.take())).toBe(`表三${long}`);
    sink.add('表四');
    expect(decoded(sink.take())).toBe('表四');
  });
});
