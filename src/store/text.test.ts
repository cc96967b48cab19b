import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storable, storableJson } from './text.ts';

describe('what PostgreSQL does not keep', () => {
  it.each([
    ['政府\0信息', '政府信息'],
    ['半个\uD840', '半个\uFFFD'],
    ['\uDC00倒置\uD800', '\uFFFD倒置\uFFFD'],
    ['整对𠀀字', '整对𠀀字'],
  ])('is taken out of a text: %j', (text, kept) => {
    expect(storable(text)).toBe(kept);
    expect(JSON.parse(storableJson({ deep: [text] }))).toEqual({ deep: [kept] });
  });

  it('is all that is taken out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const kept = JSON.parse(storableJson([text]))[0] as string;
        return kept === text.replaceAll('\0', '');
      }),
    );
  });
});
