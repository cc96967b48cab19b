import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-deadline-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

class Sink extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

async function deadline(argv: readonly string[], stdin = '') {
  const [stdout, stderr] = [new Sink(), new Sink()];
  const exit = await run(['deadline', ...argv], {
    stdin: Readable.from([stdin]),
    stdout,
    stderr,
    env: { GONGKAI_DATA: join(folder, 'data') },
    now: () => new Date('2026-11-21T20:00:00Z'),
  });
  return { exit, out: stdout.text, err: stderr.text };
}

const fileOf = (name: string, value: unknown): string => {
  writeFileSync(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value));
  return join(folder, name);
};
const received = { type: 'received', on: '2025-03-03' };

describe('gongkai deadline', () => {
  it('says the due day with its account, each day that does not count with its reason', async () => {
    const { exit, out } = await deadline(['--received', '2025-01-13']);
    expect(exit).toBe(0);
    expect(out).toMatch(/^最迟2025-02-14（星期五）答复\n/);
    expect(out).toContain('2025-01-26 星期日　第10日　春节调休上班');
    expect(out).toContain('国办发明电〔2024〕12号');
  });

  it('gives JSON with every field', async () => {
    const { out } = await deadline(['--received', '2025-03-03', '--on', '2025-03-10', '--json']);
    expect(JSON.parse(out)).toMatchObject({
      due: '2025-03-31',
      state: 'running',
      used: 5,
      left: 15,
      late: false,
      provisional: false,
      warnings: [],
    });
    const { days } = JSON.parse(out) as { days: { day: string; counted: boolean; number: number | null }[] };
    expect(days[1]).toEqual({
      day: '2025-03-04',
      kind: 'counted',
      counted: true,
      number: 1,
      why: '工作日',
      basis: '《中华人民共和国政府信息公开条例》（国务院令第711号）第三十三条第二款',
    });
  });

  it('reads events from a file, the receipt being given either way', async () => {
    const events = fileOf('events.json', [{ type: 'answered', on: '2025-04-02' }]);
    const { out } = await deadline(['--events', events, '--received', '2025-03-03', '--json']);
    expect(JSON.parse(out)).toMatchObject({ state: 'answered', late: true, used: 22 });
  });

  it('reads one list a line and prints one result a line, refused ones in their place', async () => {
    const lines = [[received], [received, received], 'x', [received, { type: 'extended', on: '2025-03-04' }]];
    const stdin = lines.map((line) => JSON.stringify(line)).join('\n');
    const { exit, out, err } = await deadline(['--events', '-'], stdin);
    const results = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(results.map(({ due, code }) => due ?? code)).toEqual([
      '2025-03-31',
      'clock.event',
      'clock.event',
      '2025-04-28',
    ]);
    expect({ exit, err }).toEqual({ exit: 2, err: '2个列表不能计算，原因见各行\n' });
  });

  it.each([
    ['nothing given', [], '--received'],
    ['a day that does not exist', ['--received', '2025-02-29'], '不存在'],
    ['a day outside the calendar', ['--received', '2099-02-02'], '工作日历'],
    ['a receipt under the text of 2007', ['--received', '2019-05-14'], '旧条例'],
    ['a look before receipt', ['--received', '2025-03-03', '--on', '2025-03-02'], '早于收到'],
    [
      'receipts that disagree',
      ['--events', fileOf('r.json', [received]), '--received', '2025-03-04'],
      '不一致',
    ],
    ['a file that is no JSON', ['--events', fileOf('bad.json', '{')], '不是有效的 JSON'],
    ['a file that is not there', ['--events', join(folder, 'gone.json')], '找不到'],
  ])('%s: one line on stderr and exit 2', async (_, argv, words) => {
    const { exit, out, err } = await deadline(argv);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toMatch(/^[^\n]+\n$/);
    expect(err).toContain(words);
  });
});
