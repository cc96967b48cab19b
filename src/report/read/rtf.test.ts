import { describe, expect, it } from 'vitest';
import { encodeAs } from '../../../test/arbitraries/documents.ts';
import { mediaTypes, type SourceDocument } from '../document.ts';
import { readDocument } from './index.ts';
import { readRichText } from './rtf.ts';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const read = (body: string, head = '\\ansi\\ansicpg936'): SourceDocument =>
  readRichText(bytesOf(`{\\rtf1${head}${body}}`));
const brief = ({ blocks }: SourceDocument): unknown[] =>
  blocks.map((block) => {
    if (block.kind === 'table')
      return block.cells.map(({ text, rowSpan, colSpan }) =>
        rowSpan * colSpan > 1 ? `${text} ${rowSpan}×${colSpan}` : text,
      );
    return block.kind === 'paragraph' ? block.text : { picture: block.alt };
  });
const unicode = (text: string): string => Array.from(text, (char) => `\\u${char.charCodeAt(0)}?`).join('');
const gb = (text: string): string =>
  Array.from(encodeAs(text, 'gb18030'), (byte) => `\\'${byte.toString(16).padStart(2, '0')}`).join('');

describe('a text in RTF', () => {
  it.each<[string, string, unknown[]]>([
    ['characters by their number', `${unicode('总体情况')}\\par `, ['总体情况']],
    ['numbers below zero', '\\u-27001?\\par ', ['隇']],
    [
      'as many signs for old readers as are told',
      `\\uc2\\u24635\\'d7\\'dc\\uc1${unicode('体')}\\par `,
      ['总体'],
    ],
    ['bytes in the code page of the file', `${gb('总体')} 12${gb('件')}\\par `, ['总体 12件']],
    ['bytes that are cut over a line end', "\\'d7\r\n\\'dc\\par ", ['总']],
    ['bytes as they are', `${String.fromCharCode(...encodeAs('规章', 'gb18030'))}\\par `, ['规章']],
    ['signs by name', '\\ldblquote a\\rdblquote\\emdash b\\{c\\}\\par ', ['“a”—b{c}']],
    ['lines and tabs', 'a\\line b\\tab c\\par ', ['a', 'b\tc']],
    ['hidden and deleted text', 'a{\\v b}{\\deleted c}d\\par ', ['ad']],
    [
      'heads, notes, fonts and what is unknown',
      '{\\header x}{\\footnote y}{\\fonttbl{\\f0 Arial;}}{\\*\\abc z}a\\par ',
      ['a'],
    ],
    [
      'numbers that Word sets by itself',
      `{\\listtext\\pard\\plain ${gb('一、')}\\tab}${gb('总体情况')}\\par `,
      ['一、\t总体情况'],
    ],
    ['of a field its result', '{\\field{\\*\\fldinst PAGE}{\\fldrslt 3}}\\par ', ['3']],
    ['a picture', '{\\pict\\pngblip 89504e47}\\par ', [{ picture: '' }]],
  ])('%s', (_, body, meant) => {
    expect(brief(read(body))).toEqual(meant);
  });

  it('bytes are of their font’s character set', () => {
    const fonts = '{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset134 SimSun;}}';
    expect(brief(read(`${fonts}\\f0 \\'e9\\f1 ${gb('件')}\\par `, '\\ansi\\ansicpg1252'))).toEqual(['é件']);
  });

  it('tables keep their merges', () => {
    const row = (cells: string, marks: readonly string[]): string =>
      `\\trowd${marks.map((mark, i) => `${mark}\\cellx${(i + 1) * 1000}`).join('')}\\pard\\intbl ${cells}\\row `;
    const body = [
      'a\\par ',
      row('A\\cell B\\cell \\cell ', ['\\clvmgf', '\\clmgf', '\\clmrg']),
      row('\\cell {\\listtext\\pard 1.}C\\par D\\cell 5\\cell ', ['\\clvmrg', '', '']),
      '\\pard b\\par ',
    ].join('');
    expect(brief(read(body))).toEqual(['a', ['A 2×1', 'B 1×2', '1.C\nD', '5'], 'b']);
  });

  it('is told by its content, whatever its name', async () => {
    const document = await readDocument(bytesOf(`{\\rtf1\\ansi ${unicode('甲')}\\par}`), '年报.doc');
    expect(document.mediaType).toBe(mediaTypes.doc);
    expect(brief(document)).toEqual(['甲']);
  });

  it.each([
    ['groups without end', '{'.repeat(100_000)],
    ['words without end', `\\${'a'.repeat(100_000)}`],
    ['rows without cells', '\\trowd\\row'.repeat(50_000)],
    ['cells without rows', '\\cell'.repeat(50_000)],
    ['binary data that is not there', '\\bin999999999 a'],
    ['a backslash at the end', '\\'],
  ])('%s end in time', (_, body) => {
    const started = performance.now();
    read(body);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
