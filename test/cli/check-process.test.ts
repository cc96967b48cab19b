import { spawn, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnnualReport } from '../../src/domain/annual/report.ts';
import { cleanReport, publishedReport } from '../support/generate.ts';
import { layoutNamed } from '../support/layouts.ts';

const program = resolve('bin/gongkai.mjs');
const folder = mkdtempSync(join(tmpdir(), 'gongkai-process-'));
const bad = join(folder, 'bad');
const good = join(folder, 'good');

const gongkai = (...args: string[]) =>
  spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 });

const put = (name: string, content: string | Uint8Array) => writeFileSync(join(bad, name), content);

beforeAll(() => {
  for (const path of [bad, good]) mkdirSync(path);
  for (let seed = 0; seed < 40; seed += 1) {
    const { fileName, content } = publishedReport(seed);
    writeFileSync(join(good, `${String(seed).padStart(2, '0')}-${fileName}`), content);
  }
  for (const year of [2022, 2023]) {
    const report = {
      ...cleanReport(900, { form: '2021', kind: 'township', year }),
      agency: '清溪县望湖镇人民政府',
    };
    writeFileSync(join(good, `望湖镇-${year}.txt`), layoutNamed('tab').write(report));
  }
  put('empty.txt', '');
  put('zero.docx', '');
  put('gigabyte.txt', '');
  truncateSync(join(bad, 'gigabyte.txt'), 2 ** 30);
  put('picture.docx', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'));
  put('entity.html', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><p>&x;</p>');
  put('wide.html', `<table><tr>${'<td>1</td>'.repeat(20_000)}</tr></table>`);
  put('deep.html', `${'<div>'.repeat(200_000)}字${'</div>'.repeat(200_000)}`);
  put(
    'encoding.txt',
    Uint8Array.from({ length: 5_000 }, (_, i) => 128 + ((i * 37) % 128)),
  );
  put('nul.txt', '政府信息公开\0\0\0'.repeat(1_000));
  put('spaces.txt', ' '.repeat(2_000_000));
  put('digits.txt', '0'.repeat(1_000_000));
  symlinkSync('.', join(bad, 'loop'));
  symlinkSync(join(good, '00-report.txt'), join(bad, 'report.txt'));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs to the end and watches from outside how much memory it ever held (Linux only, else 0). */
function watched(args: readonly string[]): Promise<{ exit: number | null; out: string; megabytes: number }> {
  const child = spawn(process.execPath, [program, ...args]);
  let out = '';
  let kilobytes = 0;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  const timer = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      kilobytes = Math.max(kilobytes, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
    } catch {
      // No /proc here, or the program has just ended.
    }
  }, 20);
  return new Promise((settle) => {
    child.on('close', (exit) => {
      clearInterval(timer);
      settle({ exit, out, megabytes: kilobytes / 1_024 });
    });
  });
}

describe('a folder of everything that is no report', () => {
  it('gives each file one clear error, reads the report among them, and stays small', async () => {
    const { exit, out, megabytes } = await watched(['check', bad, '--format', 'json', '--jobs', '1']);
    const { reports, summary } = JSON.parse(out) as { reports: AnnualReport[]; summary: { files: number } };
    expect(exit).toBe(1);
    expect(summary.files).toBe(12);
    for (const { source, findings, agency } of reports) {
      const errors = findings.filter(({ severity }) => severity === 'error');
      if (source.file.endsWith('report.txt')) expect([errors, agency === null]).toEqual([[], false]);
      else expect([source.file, errors.map(({ code }) => code)]).toEqual([source.file, ['R001']]);
    }
    expect(megabytes).toBeLessThan(300);
  }, 240_000);

  it.each(['empty.txt', 'zero.docx', 'gigabyte.txt', 'picture.docx'])(
    '%s by its own name: one line, exit 2',
    (name) => {
      const { status, stderr } = gongkai('check', join(bad, name));
      expect(status).toBe(2);
      expect(stderr.trim().split('\n')).toHaveLength(1);
      expect(stderr).toContain(join(bad, name));
    },
  );
});

describe('threads', () => {
  const outputOf = (...args: string[]) => {
    const { status, stdout, stderr } = gongkai('check', good, ...args);
    expect([status, stderr]).toEqual([1, '']);
    return stdout.replace(/"seconds":[\d.]+/, '"seconds":0');
  };
  it.each(['json', 'sarif'])(
    'change nothing in %s',
    (format) => {
      const one = outputOf('--format', format, '--jobs', '1');
      expect(outputOf('--format', format, '--jobs', '3')).toBe(one);
      if (format === 'json') expect(one.slice(one.indexOf('望湖镇-2023'))).toContain('R304');
      expect(one.length).toBeGreaterThan(format === 'json' ? 400_000 : 1_000);
    },
    120_000,
  );
});

describe('a reader that stops reading', () => {
  it('ends the program without a word', async () => {
    const child = spawn(process.execPath, [program, 'check', good, '--format', 'json']);
    let errors = '';
    child.stderr.on('data', (data: Buffer) => {
      errors += data.toString();
    });
    child.stdout.once('data', () => child.stdout.destroy());
    await new Promise((settle) => child.on('close', settle));
    expect(errors).toBe('');
  }, 120_000);
});
