import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteSink } from './byte-sink.ts';

const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('texts gathered as bytes', () => {
  it('are those texts one after the other, however long', () => {
    const sink = new ByteSink();
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.nat(3), (texts, times) => {
        const all = texts.map((text) => text.repeat(10 ** times));
        for (const text of all) sink.add(text);
        expect(decoded(sink.take())).toBe(all.join(''));
        expect(sink.take()).toHaveLength(0);
      }),
      { numRuns: 50 },
    );
  });

  it('as JSON are what JSON.stringify makes of them, numbers too', () => {
    const sink = new ByteSink();
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(fc.array(fc.oneof(texts, fc.integer(), fc.double(), fc.nat(1_200))), (values) => {
        for (const value of [...values, '\ud800', '"\\\u0000\u007f\u2028é', '\ud83d\ude00', -0])
          if (typeof value === 'string') sink.addQuoted(value);
          else sink.addNumber(value);
        const all = [...values, '\ud800', '"\\\u0000\u007f\u2028é', '\ud83d\ude00', -0];
        expect(decoded(sink.take())).toBe(all.map((value) => JSON.stringify(value)).join(''));
      }),
      { numRuns: 30 },
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

  it('are forgotten from where they are taken back, and no others', () => {
    const sink = new ByteSink();
    sink.add('表二');
    const { length } = sink;
    sink.add('表三，写了一半');
    sink.takeBack(length);
    sink.add('表四');
    expect(decoded(sink.take())).toBe('表二表四');
  });
});
