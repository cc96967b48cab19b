import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { cleanReport } from '../../test/support/generate.ts';
import { layoutNamed } from '../../test/support/layouts.ts';
import type { AnnualReport } from '../domain/annual/report.ts';
import type { Io } from './io.ts';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-render-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

class Sink extends Writable {
  readonly parts: Buffer[] = [];
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.parts.push(Buffer.from(chunk));
    done();
  }
  get bytes(): Buffer {
    return Buffer.concat(this.parts);
  }
}

async function gongkai(argv: readonly string[], input = '') {
  const [stdout, stderr] = [new Sink(), new Sink()];
  const io: Io = {
    stdout,
    stderr,
    stdin: Readable.from([Buffer.from(input)]),
    env: {},
    now: () => new Date('2026-11-21T20:00:00Z'),
  };
  return { exit: await run(argv, io), out: stdout.bytes, err: stderr.bytes.toString() };
}

const at = (name: string) => join(folder, name);
writeFileSync(at('report.txt'), layoutNamed('tab').write(cleanReport(7, { form: '2021', year: 2023 })));
const read = async (path: string) =>
  JSON.parse((await gongkai(['read', path])).out.toString()) as AnnualReport;
const first = await read(at('report.txt'));
writeFileSync(at('report.json'), JSON.stringify(first));
const values = (report: AnnualReport) =>
  Object.fromEntries(Object.entries(report.cells).map(([id, { value }]) => [id, value]));

describe('gongkai render', () => {
  it.each(['docx', 'pdf', 'html', 'xlsx', 'json'])(
    'writes %s, whose figures read back the same',
    async (format) => {
      const out = at(`out.${format}`);
      const done = await gongkai(['render', at('report.json'), '--to', format, '-o', out]);
      expect([done.exit, done.out.length, done.err]).toEqual([0, 0, `已写入 ${out}\n`]);
      const again =
        format === 'json' ? (JSON.parse(readFileSync(out, 'utf8')) as AnnualReport) : await read(out);
      expect(values(again)).toEqual(values(first));
    },
  );

  it('takes a report file itself, standard input, and the format from the name of the output', async () => {
    await gongkai(['render', at('report.json'), '--to', 'html', '-o', at('a.html')]);
    expect((await gongkai(['render', at('report.txt'), '-o', at('b.html')])).exit).toBe(0);
    const piped = await gongkai(['render', '-', '--to', 'html'], JSON.stringify(first));
    expect(piped.out.toString()).toBe(readFileSync(at('a.html'), 'utf8'));
    expect(readFileSync(at('b.html'), 'utf8')).toBe(readFileSync(at('a.html'), 'utf8'));
  });

  it('writes to standard output where asked', async () => {
    const { out } = await gongkai(['render', at('report.json'), '--to', 'docx', '-o', '-']);
    expect(out.subarray(0, 2).toString()).toBe('PK');
  });

  it('replaces a file, follows a link to it, and says so; nothing is left beside it', async () => {
    mkdirSync(at('there'));
    writeFileSync(at('there/old.html'), 'old');
    symlinkSync(at('there/old.html'), at('there/link.html'));
    const { err } = await gongkai(['render', at('report.json'), '-o', at('there/link.html')]);
    expect(err).toContain('替换了原有的文件');
    expect(readFileSync(at('there/old.html'), 'utf8')).toContain('<!DOCTYPE html>');
    expect(readdirSync(at('there')).sort()).toEqual(['link.html', 'old.html']);
  });

  it.each([
    [['render', 'nowhere.json', '--to', 'html'], '', 'nowhere.json：文件找不到，请核对路径。'],
    [['render', 'FILE', '--to', 'rtf'], '', '--to rtf：应为 docx、pdf、html、xlsx、json 之一。'],
    [['render', 'FILE'], '', '不知道要写成哪种格式'],
    [['render', 'FILE', '--to', 'docx'], '', '请用 -o 指明要写的文件'],
    [['render', 'FILE', '-o', 'FILE'], '', '与要读的是同一个文件'],
    [['render', 'FILE', '--to', 'html', '-o', 'FOLDER'], '', '是文件夹，请在后面加上文件名'],
    [['render', 'FILE', '-o', 'FOLDER/no/x.html'], '', '所在文件夹不存在，请先建立'],
    [['render', '-', '--to', 'html'], '', '标准输入：内容不是 JSON。应为 gongkai read 输出的 JSON。'],
    [['render', '-', '--to', 'html'], '{"schema":1}', 'schema 应为 gongkai.annual-report/1 之一'],
    [['render'], '', '缺少参数 file'],
  ])('%j: one line on stderr and exit 2', async (argv, input, message) => {
    const own = argv.map((arg) => arg.replace('FILE', at('report.json')).replace('FOLDER', folder));
    const { exit, out, err } = await gongkai(own, input);
    expect([exit, out.length]).toEqual([2, 0]);
    expect(err).toContain(message);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('refuses a file that is no report', async () => {
    writeFileSync(at('other.txt'), '关于召开年度总结会议的通知\n各科室：定于下周一召开会议。\n');
    const { exit, err } = await gongkai(['render', at('other.txt'), '--to', 'html']);
    expect([exit, err.trim().split('\n').length]).toEqual([2, 1]);
  });

  it('has help in both languages', async () => {
    expect((await gongkai(['render', '--help'])).out.toString()).toContain('用法：');
    expect((await gongkai(['render', '--help', '--lang', 'en'])).out.toString()).not.toMatch(
      /[\u4e00-\u9fff]/,
    );
  });
});
