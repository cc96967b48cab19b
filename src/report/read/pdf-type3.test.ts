import { describe, expect, it } from 'vitest';
import { withoutGlyphDrawings } from './pdf-type3.ts';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const emptied = (text: string): string => String.fromCharCode(...withoutGlyphDrawings(bytesOf(text)));

describe('字形是图画的字体', () => {
  it.each([
    ['写在字体里的名目', '<</CharProcs <</g0 135 0 R\n/g1 1 0 R>>/W[1]>>', '<</CharProcs <<'],
    ['另立的对象', '<</CharProcs 135 0 R /Widths[1]>>', '<</CharProcs <<>>'],
  ])('%s清空，别处一字不动，长度不变', (_, text, begins) => {
    const out = emptied(text);
    expect(out).toHaveLength(text.length);
    expect(out.startsWith(begins)).toBe(true);
    expect(out).not.toMatch(/\d 0 R/);
    expect(out.slice(-8)).toBe(text.slice(-8));
  });

  it.each(['<</CharProcs <</g0 <</A 1>> >> >>', '<</CharProcs /Name>>', '<</CharProcs', '<</CharProcs 12 0'])(
    '看不懂的写法不动：%s',
    (text) => {
      expect(emptied(text)).toBe(text);
    },
  );

  it('没有这种字体的文件就是原来的文件', () => {
    const bytes = bytesOf('%PDF-1.7 <</Type/Font/Subtype/TrueType>>');
    expect(withoutGlyphDrawings(bytes)).toBe(bytes);
  });

  it('给来的字节不改动', () => {
    const bytes = bytesOf('<</CharProcs 135 0 R>>');
    withoutGlyphDrawings(bytes);
    expect(String.fromCharCode(...bytes)).toBe('<</CharProcs 135 0 R>>');
  });
});
