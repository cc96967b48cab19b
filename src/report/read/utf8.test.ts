import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { charsetOf, decodeText } from './decode.ts';
import { readHtml } from './html.ts';
import { readAtOnce } from './index.ts';
import { isSoundUtf8, soundText, utf8Of } from './utf8.ts';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What `isSoundUtf8` promises, told by the platform's decoder. */
function soundByDecoder(bytes: Uint8Array): boolean {
  try {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    return !/[\u0000-\u0008\u000e-\u001f\u007f\ufffd]/.test(strict.decode(bytes));
  } catch {
    return false;
  }
}

const piece = fc.oneof(
  fc.string({ unit: 'binary' }).map(utf8Of),
  fc.constantFrom('公开', '　', 'é', '𠮷', '<p class="a">12</p>', '\ufffd', '\u007f', '\ufeff').map(utf8Of),
  fc.uint8Array({ maxLength: 3 }),
);
const bytes = fc.array(piece, { maxLength: 8 }).map((pieces) => {
  const all = new Uint8Array(pieces.reduce((sum, one) => sum + one.length, 0));
  let at = 0;
  for (const one of pieces) {
    all.set(one, at);
    at += one.length;
  }
  return all;
});

describe('sound UTF-8', () => {
  it('is what the strict decoder reads without damage, wherever the bytes lie in memory', () => {
    fc.assert(
      fc.property(bytes, fc.nat({ max: 3 }), (text, offset) => {
        const shifted = new Uint8Array(text.length + offset);
        shifted.set(text, offset);
        expect(isSoundUtf8(shifted.subarray(offset))).toBe(soundByDecoder(text));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['an overlong slash', [0xc0, 0xaf]],
    ['an overlong of three bytes', [0xe0, 0x80, 0xaf]],
    ['an overlong of four bytes', [0xf0, 0x8f, 0xbf, 0xbf]],
    ['beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
    ['cut short', [0xe5, 0x85]],
    ['a lone continuation', [0x80]],
  ])('is not %s', (_, wrong) => {
    expect(isSoundUtf8(Uint8Array.from(wrong))).toBe(false);
  });
});

describe('the text of sound UTF-8', () => {
  it('is what the strict decoder reads, without a mark of order; there is none of other bytes', () => {
    fc.assert(
      fc.property(bytes, (text) => {
        const expected = soundByDecoder(text) ? new TextDecoder().decode(text) : null;
        expect(soundText(text)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('is left to others where it is longer than any report', () => {
    expect(soundText(new Uint8Array(200_000).fill(0x41))).toBeNull();
  });
});

const wholePage =
  '<!DOCTYPE html><html><head><title>某县2023年报告</title><style>p{content:"公开"}</style></head><body>' +
  '<!-- 注释 --><p class="开头" style="text-indent:32.0pt">本年收到申请<span lang="EN-US">12</span>件&nbsp;。</p>' +
  '<p style="display:none">不见</p><表格 名="值"><table><tr><td rowspan="2" title="说明">一</td><td>0</td></tr>' +
  '<tr><td>1é𠮷</td></tr></table></body></html>';

describe('a page with a damaged byte', () => {
  it('is read as its decoded text, wherever in text or markup the byte stands', () => {
    const sound = utf8Of(wholePage);
    fc.assert(
      fc.property(
        fc.nat({ max: sound.length - 1 }),
        fc.constantFrom(0x00, 0x07, 0x7f, 0x80, 0xe5, 0xff),
        (at, byte) => {
          const page = sound.slice();
          page[at] = byte;
          const { text, encoding, notes } = decodeText(page, charsetOf(page));
          expect(readAtOnce(page, 'a.html')).toEqual(readHtml(text, encoding, notes));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('a page read by its bytes', () => {
  it.each([
    '<p>一、总体情况</p><p>本年收到申请12件。</p>',
    '<title>\ufeff某县&nbsp;2023年</title><p>𠮷林é &amp; &#x516c;开\t \n 完 &nbsp3 &unknown; a&b</p>',
    '<pre>  两  空格\n下一行</pre><p>  两  空格\n下一行</p><img alt="图　一" width="600">',
    '<p style="DISPLAY : none">不见</p><p hidden>不见</p><p style=display: none>不见</p><p>可见</p>',
    '<table><tr><td colspan="２">一</td><td rowspan=" 2 ">二</td></tr><tr><td>三</td></tr></table>',
    '<!-- 注 --><script>if (a < b) "</p>"</script><p title=\'>"\'>文 < 字 <',
  ])('says what its text says: %s', (page) => {
    const read = readAtOnce(utf8Of(`<html><body>${page}`), 'a.html');
    expect(read.blocks.length).toBeGreaterThan(0);
    expect(read).toEqual(readHtml(`<html><body>${page}`, 'utf-8'));
    expect(readAtOnce(utf8Of(`\ufeff<html><body>${page}`), 'a.html')).toEqual(read);
  });
});
