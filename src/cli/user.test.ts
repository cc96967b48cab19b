import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { makeAgency } from '../../test/support/office.ts';
import { openAuth } from '../app/accounts/auth.ts';
import { signIn } from '../app/accounts/sign-in.ts';
import { openContext } from '../app/open-context.ts';
import { run } from './run.ts';

const data = mkdtempSync(join(tmpdir(), 'gongkai-user-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));

async function gongkai(...argv: string[]): Promise<{ exit: number; out: string; err: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const exit = await run(argv, { stdout, stderr, env: { GONGKAI_DATA: data }, now: () => new Date() });
  const text = (stream: PassThrough) => String(stream.read() ?? '');
  return { exit, out: text(stdout), err: text(stderr) };
}

describe('gongkai user', () => {
  it('makes the first administrator, who comes in by the password that was printed', async () => {
    const open = await openContext({ dataFolder: data }, 'terminal');
    await makeAgency(open.context.store, { slug: '990802', name: '云岫县人民政府', level: 4 });
    await open.close();
    const at = ['--agency', '990802'];
    const made = await gongkai('user', 'add', 'fang.qi', '--name', '方启', ...at);
    const password = /首次口令 (\S+?)，/.exec(made.out)![1]!;
    expect((await gongkai('user', 'grant', 'fang.qi', '--role', 'systemAdministrator', ...at)).exit).toBe(0);
    const twice = await gongkai('user', 'grant', 'fang.qi', '--role', 'auditor', ...at);
    expect([twice.exit, twice.err]).toEqual([2, expect.stringContaining('应由不同的人担任')]);
    expect((await gongkai('user', 'list')).out).toBe('fang.qi　方启　系统管理员@990802\n');

    const again = await openContext({ dataFolder: data }, 'system');
    const { store, vault } = again.context;
    const auth = openAuth(store, vault, { publicUrl: 'http://127.0.0.1:8080' });
    const given = { username: 'fang.qi', password, address: null };
    expect((await signIn(again.context, auth, given, new Headers())).result).toBe('in');
    await again.close();
  });

  it('says in one line what is wrong: the action, the agency, the role, the name', async () => {
    for (const [argv, says] of [
      [['user', 'remove', 'li.ming'], 'user remove：应为'],
      [['user', 'add'], '请给出登录名'],
      [['user', 'add', 'li.ming', '--name', '李明'], '--agency'],
      [['user', 'add', 'li.ming', '--name', '李明', '--agency', '999999'], '没有这个机关'],
      [['user', 'disable', 'nobody'], '没有登录名为 nobody 的账号'],
      [['user', 'grant', 'nobody', '--role', 'king'], '--role king：应为'],
    ] as const) {
      const { exit, err } = await gongkai(...argv);
      expect([exit, err.trim().split('\n').at(-1)]).toEqual([2, expect.stringContaining(says)]);
    }
  });
});
