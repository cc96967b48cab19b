import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { gb18030 } from '../../../../test/support/encoded-layouts.ts';
import { type ArchivedFile, archiveLimits, openArchive } from './archive.ts';

function opened(bytes: Uint8Array) {
  const files: ArchivedFile[] = [];
  const skipped = openArchive(bytes, (file) => files.push(file));
  return {
    files: files.map(({ path, bytes: content }) => [path, new TextDecoder().decode(content)]),
    skipped,
  };
}

/** Overwrites a field of every directory entry of an archive. */
function withField(
  bytes: Uint8Array,
  offset: number,
  write: (view: DataView, at: number) => void,
): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 46 < bytes.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) write(view, at + offset);
  return bytes;
}

describe('a zip that is dropped', () => {
  it('gives its reports in order of paths, leaves out what is none and what systems add', () => {
    const bytes = zipSync({
      'b/二.txt': strToU8('二'),
      'a/一.html': strToU8('一'),
      'a/说明.png': strToU8('x'),
      'a/~$一.docx': strToU8('x'),
      '__MACOSX/a/一.html': strToU8('x'),
      '.DS_Store': strToU8('x'),
      'a/readme.txt': strToU8('x'),
    });
    expect(opened(bytes)).toEqual({
      files: [
        ['a/一.html', '一'],
        ['b/二.txt', '二'],
      ],
      skipped: { png: 1, txt: 1 },
    });
  });

  it('may have names in GBK, as Windows writes them', () => {
    const gbk = gb18030('大坪镇.txt');
    const stand = `${'n'.repeat(gbk.length - 4)}.txt`;
    const bytes = Buffer.from(zipSync({ [stand]: strToU8('x') }));
    for (let at = bytes.indexOf(stand); at >= 0; at = bytes.indexOf(stand)) bytes.set(gbk, at);
    expect(opened(bytes).files).toEqual([['大坪镇.txt', 'x']]);
  });

  it('that is cut, encrypted or a bomb is refused in one sentence', () => {
    const good = zipSync({ '一.txt': strToU8('一'.repeat(1000)) });
    expect(() => opened(good.subarray(0, good.length - 30))).toThrow('压缩包不完整或已损坏');
    expect(() => opened(strToU8('not an archive at all'))).toThrow('压缩包不完整或已损坏');
    const locked = withField(good.slice(), 8, (view, at) => view.setUint16(at, 1, true));
    expect(() => opened(locked)).toThrow('压缩包已加密');
    const bomb = zipSync({ '一.txt': new Uint8Array(archiveLimits.one + 1) });
    expect(() => opened(bomb)).toThrow('异常地大');
    const liar = withField(good.slice(), 24, (view, at) => view.setUint32(at, 0xfffffff0, true));
    expect(() => opened(liar)).toThrow('异常地大');
  });

  it('cannot unpack more than it tells', () => {
    const good = zipSync({ '一.txt': strToU8('一'.repeat(1000)) });
    const liar = withField(good.slice(), 24, (view, at) => view.setUint32(at, 10, true));
    let unpacked = 0;
    try {
      openArchive(liar, ({ bytes }) => {
        unpacked = bytes.length;
      });
    } catch (error) {
      expect(String(error)).toContain('压缩包不完整或已损坏');
    }
    expect(unpacked).toBeLessThanOrEqual(10);
  });
});
