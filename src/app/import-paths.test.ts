import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../test/support/database.ts';
import { layoutNamed } from '../../test/support/layouts.ts';
import { cleanSample } from '../../test/support/sample-prose.ts';
import type { Store } from '../store/store.ts';
import { appContext } from './context.ts';
import { acknowledgement, type FileOutcome, importPaths } from './import-paths.ts';

let store: Store;
const folder = mkdtempSync(join(tmpdir(), 'gongkai-import-'));
const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);

beforeAll(async () => {
  store = await testStore();
  mkdirSync(join(folder, 'deep/er'), { recursive: true });
  for (const year of [2022, 2023])
    write(`deep/er/${year}.txt`, layoutNamed('tab').write(cleanSample('2021', year)));
  symlinkSync('..', join(folder, 'deep/loop'));
  symlinkSync('nowhere', join(folder, 'dangling.txt'));
  write('empty.docx', '');
  write('picture.docx', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  write('letter.txt', '关于召开会议的通知\n请各单位准时参加。\n');
  write('notes.jpg', 'left alone in a folder');
  write('.hidden.txt', 'left alone');
  write('huge.txt', '');
  truncateSync(join(folder, 'huge.txt'), 1024 ** 3);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await store.close();
});

async function run(paths: readonly string[]): Promise<Map<string, FileOutcome>> {
  const found = new Map<string, FileOutcome>();
  for await (const one of importPaths(appContext(store), paths))
    found.set(one.path.slice(folder.length + 1), one);
  return found;
}

describe('a folder that is imported', () => {
  it('gives one outcome a report file, the bad ones stopping nothing', async () => {
    const found = await run([folder]);
    const outcomes = [...found].map(([name, { outcome }]) => [
      name,
      outcome && 'result' in outcome ? outcome.result : outcome.code,
    ]);
    expect(Object.fromEntries(outcomes)).toEqual({
      'dangling.txt': 'failed',
      'deep/er/2022.txt': 'imported',
      'deep/er/2023.txt': 'imported',
      'empty.docx': 'failed',
      'huge.txt': 'failed',
      'letter.txt': 'notAReport',
      'picture.docx': 'failed',
    });
  });

  it('acknowledges what is stored, by hash, and nothing else', async () => {
    const found = await run([folder]);
    const lines = [...found.values()].map(acknowledgement).filter((line) => line !== null);
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toMatch(/^ok [0-9a-f]{64} .+\.txt$/);
  });

  it('says in Chinese what is wrong with a path that is not there', async () => {
    const [[, { outcome }]] = [...(await run([join(folder, 'gone')]))] as [[string, FileOutcome]];
    expect(outcome).toMatchObject({ result: 'failed', message: expect.stringContaining('ENOENT') });
  });
});
