import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { layoutNamed } from '../../test/support/layouts.ts';
import { cleanSample } from '../../test/support/sample-prose.ts';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-cli-backup-'));
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

class Sink extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

async function gongkai(data: string, ...argv: string[]) {
  const [stdout, stderr] = [new Sink(), new Sink()];
  const env = { GONGKAI_DATA: join(folder, data) };
  const exit = await run(argv, { stdout, stderr, env, now: () => new Date() });
  return { exit, out: stdout.text, err: stderr.text };
}
const at = (name: string) => join(folder, name);

describe('gongkai backup, restore, export and import', () => {
  it('take a system and an agency from one data folder to others', { timeout: 180_000 }, async () => {
    writeFileSync(at('2023.txt'), layoutNamed('tab').write(cleanSample('2021', 2023)));
    expect((await gongkai('one', 'import', at('2023.txt'))).exit).toBe(0);
    const backed = await gongkai('one', 'backup', at('whole'));
    expect(backed).toMatchObject({ exit: 0, err: '' });
    expect(backed.out).toMatch(/^已备份：.*1个文件.*主密钥不在备份内/);
    const verified = await gongkai('one', 'backup', '--verify', at('whole'));
    expect(verified.out).toMatch(/^备份完好：.*签名有效，密钥指纹 ([0-9a-f]{4} ){7}[0-9a-f]{4}\n$/);
    const rehearsed = await gongkai('one', 'restore', '--drill', at('whole'));
    expect(rehearsed).toMatchObject({ exit: 0, out: expect.stringMatching(/^恢复演练成功/) });

    const restored = await gongkai('two', 'restore', at('whole'));
    expect(restored).toMatchObject({
      exit: 0,
      out: expect.stringMatching(/^已恢复，逐表、逐文件核对一致.*主密钥/),
    });
    expect(existsSync(join(at('two'), 'master.key'))).toBe(false);
    const again = await gongkai('two', 'restore', at('whole'));
    expect(again).toMatchObject({ exit: 1, err: expect.stringContaining('只能恢复到空的系统') });

    const code = (await gongkai('one', 'audit', 'verify')).out.split('　')[0]!;
    const exported = await gongkai('one', 'export', '--agency', code, '-o', at('archive'));
    expect(exported).toMatchObject({ exit: 0, out: expect.stringMatching(/^已导出：.*指纹/) });
    const other = cleanSample('2021', 2022);
    other.title = other.title!.replace(other.agency, '新华镇人民政府');
    other.agency = '新华镇人民政府';
    other.closing[0] = '新华镇人民政府';
    writeFileSync(at('2022.txt'), layoutNamed('tab').write(other));
    expect((await gongkai('three', 'import', at('2022.txt'))).exit).toBe(0);
    const successor = (await gongkai('three', 'audit', 'verify')).out.split('　')[0]!;
    const taken = await gongkai('three', 'import', at('archive'), '--successor', successor);
    expect(taken).toMatchObject({ exit: 0, out: expect.stringContaining('原网址继续有效') });
    expect((await gongkai('three', 'audit', 'verify')).exit).toBe(0);
  });

  it('name the damaged part, and what is missing', async () => {
    const [part] = readdirSync(join(at('whole'), 'tables')).filter((name) => name.startsWith('event.'));
    const path = join(at('whole'), 'tables', part!);
    const bytes = readFileSync(path);
    bytes[15] = bytes[15]! ^ 2;
    writeFileSync(path, bytes);
    const verified = await gongkai('one', 'backup', '--verify', at('whole'));
    expect(verified).toMatchObject({ exit: 1, err: expect.stringContaining(part!) });
    expect(await gongkai('one', 'export')).toMatchObject({
      exit: 2,
      err: expect.stringContaining('--agency'),
    });
  });

  it('tell the variables of the schedule', async () => {
    const { out } = await gongkai('one', 'backup', '--help');
    for (const name of ['FOLDER', 'TIME', 'KEEP']) expect(out).toContain(`GONGKAI_BACKUP_${name}`);
  });
});
