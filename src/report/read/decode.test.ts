import { describe, expect, it } from 'vitest';
import { encodeAs, type TextEncoding } from '../../../test/arbitraries/documents.ts';
import { decodeText } from './decode.ts';

const SIMPLIFIED = '二、主动公开政府信息情况\n本年收到申请 12 件，结转下年度 3 件。\n'.repeat(4);
const TRADITIONAL = '二、主動公開政府信息情況\n本年收到申請 12 件，轉入下年度 3 件。\n'.repeat(4);
const kinds = (bytes: Uint8Array, declared: string | null = null): string[] =>
  decodeText(bytes, declared).notes.map(({ kind }) => kind);
const joined = (...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

describe('decodeText', () => {
  it.each<[TextEncoding, string]>([
    ['utf-8', SIMPLIFIED],
    ['gb18030', SIMPLIFIED],
    ['utf-16le', SIMPLIFIED],
    ['utf-16be', SIMPLIFIED],
    ['big5', TRADITIONAL],
    ['gb18030', TRADITIONAL],
    ['utf-8', TRADITIONAL],
  ])('tells %s by the bytes alone', (encoding, text) => {
    const read = decodeText(encodeAs(text, encoding));
    expect(read.text).toBe(text);
    expect(read.encoding).toBe(encoding);
    expect(read.notes).toEqual([]);
  });

  it.each<[TextEncoding, readonly number[]]>([
    ['utf-8', [0xef, 0xbb, 0xbf]],
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
  ])('believes the mark of order of %s and leaves it out', (encoding, mark) => {
    const read = decodeText(joined(mark, encodeAs('规章', encoding)));
    expect(read.text).toBe('规章');
    expect(read.encoding).toBe(encoding);
  });

  it('tells Big5 and GB 18030 apart by a line, in either script', () => {
    const simplified = SIMPLIFIED.split('\n')[0]!;
    const traditional = TRADITIONAL.split('\n')[0]!;
    const lines = [
      simplified,
      traditional,
      '清河縣人民政府辦公室',
      '全年依託縣政府門戶網站發布各類信息，及時更新目錄。',
    ];
    for (const line of lines.slice(1)) expect(decodeText(encodeAs(line, 'big5')).text).toBe(line);
    for (const line of lines) expect(decodeText(encodeAs(line, 'gb18030')).text).toBe(line);
  });

  it('believes the bytes over a wrong charset and says so', () => {
    const read = decodeText(encodeAs(SIMPLIFIED, 'utf-8'), 'gb2312');
    expect(read.text).toBe(SIMPLIFIED);
    expect(read.notes).toEqual([
      { kind: 'wrongCharset', text: '文件注明的编码是gb2312，实际是utf-8，已按实际编码读取。', at: null },
    ]);
    expect(kinds(encodeAs(SIMPLIFIED, 'gb18030'), 'utf-8')).toEqual(['wrongCharset']);
  });

  it.each([
    ['gb2312', 'gb18030'],
    ['GBK', 'gb18030'],
    ['UTF8', 'utf-8'],
  ] as const)('takes %s for another name of %s', (declared, encoding) => {
    expect(kinds(encodeAs(SIMPLIFIED, encoding), declared)).toEqual([]);
  });

  it('says when it had to guess', () => {
    expect(kinds(encodeAs('鼹鼠', 'gb18030'))).toContain('encodingGuessed');
  });

  it('reads damaged UTF-8 as UTF-8 and counts what is lost', () => {
    const read = decodeText(joined(encodeAs(SIMPLIFIED, 'utf-8'), [0xe4, 0xba], encodeAs('，完', 'utf-8')));
    expect(read.encoding).toBe('utf-8');
    expect(read.text.endsWith('\ufffd，完')).toBe(true);
    expect(read.notes.map(({ text }) => text)).toEqual(['有1处字节无法解码，显示为“\ufffd”。']);
  });

  it('leaves NUL bytes out and says so', () => {
    const read = decodeText(encodeAs('规\0章\0 12', 'utf-8'));
    expect(read.text).toBe('规章 12');
    expect(read.notes.map(({ kind }) => kind)).toEqual(['nulBytes']);
  });

  it('finds nothing to say of plain ASCII whatever it is declared to be', () => {
    expect(kinds(encodeAs('12 3', 'utf-8'), 'gb2312')).toEqual([]);
  });
});
