import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { localFiles } from './files.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const bytes = Buffer.from('政府信息公开工作年度报告');

describe('a file that is kept', () => {
  it('lies under its hash, once, with nothing half beside it', async () => {
    const files = localFiles(join(folder, 'once'));
    const stored = await Promise.all([files.put(bytes), files.put(bytes), files.put(bytes)]);
    expect(new Set(stored.map((file) => file.storedAs)).size).toBe(1);
    const { sha256: hash, storedAs } = stored[0]!;
    expect(hash).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(readdirSync(join(folder, 'once', hash.slice(0, 2)))).toEqual([hash]);
    expect(readFileSync(join(folder, 'once', storedAs)).equals(bytes)).toBe(true);
  });

  it('comes back whole', async () => {
    const files = localFiles(join(folder, 'back'));
    const stored = await files.put(bytes);
    expect((await buffer(files.read(stored))).equals(bytes)).toBe(true);
    expect(Buffer.from(await files.bytes(stored)).equals(bytes)).toBe(true);
  });

  it('is refused when its content is no longer the one registered', async () => {
    const files = localFiles(join(folder, 'spoiled'));
    const stored = await files.put(bytes);
    writeFileSync(
      join(folder, 'spoiled', stored.storedAs),
      Buffer.concat([bytes.subarray(1), Buffer.from('x')]),
    );
    await expect(buffer(files.read(stored))).rejects.toThrow(/可能已损坏/);
    await expect(files.bytes(stored)).rejects.toThrow(/可能已损坏/);
  });

  it('is written again when a crash of the disk left it short', async () => {
    const files = localFiles(join(folder, 'short'));
    const stored = await files.put(bytes);
    writeFileSync(join(folder, 'short', stored.storedAs), bytes.subarray(0, 5));
    await files.put(bytes);
    expect(Buffer.from(await files.bytes(stored)).equals(bytes)).toBe(true);
  });

  it('that is not there ends the stream with an error', async () => {
    const files = localFiles(join(folder, 'none'));
    await expect(buffer(files.read({ sha256: 'ab', storedAs: 'ab/ab' }))).rejects.toThrow(/ENOENT/);
  });
});
