import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { cleanReport, spoil } from '../../test/support/generate.ts';
import { layoutNamed } from '../../test/support/layouts.ts';
import { noticeOf2027 } from '../../test/support/notice.ts';
import type { SampleReport } from '../../test/support/sample-model.ts';
import type { AnnualReport, Finding } from '../domain/annual/report.ts';
import type { Io } from './io.ts';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

class Sink extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

async function gongkai(...argv: string[]) {
  const [stdout, stderr] = [new Sink(), new Sink()];
  const env = { GONGKAI_DATA: join(folder, 'data') };
  const io: Io = { stdout, stderr, env, now: () => new Date('2026-11-21T20:00:00Z') };
  return { exit: await run(argv, io), out: stdout.text, err: stderr.text };
}

const fileOf = (name: string, content: string): string => {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
};
const write = (name: string, report: SampleReport, layout = 'tab'): string =>
  fileOf(name, layoutNamed(layout).write(report));
const township = (seed: number, year: number): SampleReport =>
  cleanReport(seed, { form: '2021', kind: 'township', year });

/** A clean report, and the same with a fault in table 四 that R401 names. */
const clean = township(7, 2023);
const faulty: SampleReport = {
  ...clean,
  cells: { ...clean.cells, 'appeals.review.total': String(Number(clean.cells['appeals.review.total']) + 1) },
};
const cleanFile = write('clean.txt', clean);
const faultyFile = write('faulty.txt', faulty);
const emptyFile = fileOf('empty.txt', '');

const json = (text: string) =>
  JSON.parse(text) as { reports: AnnualReport[]; summary: Record<string, number> };

describe('gongkai --help', () => {
  it('is Chinese, and English on demand', async () => {
    expect(await gongkai('--help')).toMatchObject({ exit: 0, out: expect.stringContaining('用法：') });
    const english = await gongkai('check', '--help', '--lang', 'en');
    expect(english.exit).toBe(0);
    expect(english.out).toMatch(/^Usage: gongkai check/);
    expect(english.out).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it.each([
    [['chek'], '没有命令 chek'],
    [['check'], '缺少参数 path'],
    [['check', '--nope', 'x'], '没有选项 --nope'],
    [['check', 'x.txt', '--format'], '缺少值'],
    [['check', 'x.txt', '--format', 'xml'], '应为 pretty、json、sarif、html 之一'],
    [['check', 'x.txt', '--jobs', '0'], '应为1至999的整数'],
    [['check', 'x.txt', '--agency', '37'], '6位、9位或12位'],
    [['check', 'x.txt', '--agency-kind', 'village'], 'township'],
    [['calendar', 'show'], '应为 list、load 或 check'],
    [['calendar', 'load'], '缺少放假通知'],
    [['read', 'nowhere.txt'], 'nowhere.txt：文件找不到，请核对路径。'],
  ])('%j: one line on stderr and exit 2', async (argv, message) => {
    const { exit, out, err } = await gongkai(...argv);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

describe('gongkai check', () => {
  it('exits 0 for a clean report and says that nothing was found', async () => {
    const { exit, out } = await gongkai('check', cleanFile);
    expect(out).toContain('未发现问题');
    expect(exit).toBe(0);
  });

  it('exits 1 for a faulty one, with code, place, article and message in Chinese', async () => {
    const { exit, out } = await gongkai('check', faultyFile);
    expect(out).toMatch(/错误 R401 .*第\d+行第\d+列/);
    expect(out).toContain('依据：');
    expect(out).toMatch(/共检查1份文件：1项错误/);
    expect(exit).toBe(1);
  });

  it('prints exactly reports and summary as JSON, reports in the order given', async () => {
    const { exit, out } = await gongkai('check', '--format', 'json', faultyFile, cleanFile);
    const result = json(out);
    expect(Object.keys(result)).toEqual(['reports', 'summary']);
    expect(Object.keys(result.summary)).toEqual(['files', 'errors', 'warnings', 'seconds']);
    expect(result.summary).toMatchObject({ files: 2, errors: 1 });
    expect(result.reports.map(({ source }) => source.file)).toEqual([faultyFile, cleanFile]);
    expect(result.reports[0]?.findings.map(({ code }) => code)).toContain('R401');
    expect(exit).toBe(1);
  });

  it('writes SARIF 2.1.0 whose results name rules of the driver', async () => {
    const { out } = await gongkai('check', '--format', 'sarif', cleanFile, faultyFile);
    const log = JSON.parse(out);
    expect(log.version).toBe('2.1.0');
    const [only] = log.runs;
    expect(only.tool.driver.name).toBe('gongkai');
    const results = only.results as { ruleId: string; ruleIndex: number; level: string }[];
    expect(results.filter(({ level }) => level === 'error')).toHaveLength(1);
    for (const { ruleId, ruleIndex, level } of results) {
      expect(only.tool.driver.rules[ruleIndex].id).toBe(ruleId);
      expect(['error', 'warning', 'note']).toContain(level);
    }
    const [at] = (only.results as { locations: { physicalLocation: Record<string, object> }[] }[])[0]!
      .locations;
    expect(at?.physicalLocation).toMatchObject({
      artifactLocation: { uri: expect.stringContaining('faulty.txt') },
      region: { startLine: expect.any(Number), startColumn: expect.any(Number) },
    });
    expect(only.invocations).toEqual([{ executionSuccessful: true }]);
  });

  it('writes a page of HTML that stands by itself, with nothing of the file taken as markup', async () => {
    const hostile = fileOf('x<b>.txt', layoutNamed('tab').write({ ...faulty, agency: '<i>镇</i>人民政府' }));
    const { out } = await gongkai('check', '--format', 'html', faultyFile, hostile);
    expect(out).toMatch(/^<!doctype html>\n<html lang="zh-CN">/);
    expect(out.match(/<section>/g)).toHaveLength(2);
    expect(out.match(/<\/section>/g)).toHaveLength(2);
    expect(out).toContain('错误 R401');
    expect(out).toContain('x&lt;b&gt;.txt');
    expect(out).not.toMatch(/<(b|i)>|<script|src=/);
  });

  it('exits 2 when a file given by name cannot be read, and still checks the others', async () => {
    const missing = join(folder, 'missing.txt');
    const { exit, out, err } = await gongkai('check', '--format', 'json', missing, emptyFile, faultyFile);
    const { reports } = json(out);
    expect(reports.map(({ findings }) => findings.some(({ severity }) => severity === 'error'))).toEqual([
      true,
      true,
      true,
    ]);
    expect(reports[0]?.findings).toMatchObject([{ code: 'R001', message: '文件找不到，请核对路径。' }]);
    expect(err).toContain(`${missing}：文件找不到，请核对路径。`);
    expect(exit).toBe(2);
  });

  it('walks folders by name, follows links once, names what it does not read', async () => {
    const top = join(folder, 'walk');
    write('walk/b/2.txt', clean);
    write('walk/a.md', clean);
    write('walk/c.HTML', clean, 'html from Word');
    fileOf('walk/d.jpg', 'x');
    fileOf('walk/README.md', 'x');
    fileOf('walk/~$c.docx', 'x');
    fileOf('walk/.hidden.txt', 'x');
    symlinkSync('..', join(top, 'b', 'up'));
    symlinkSync('.', join(top, 'loop'));
    symlinkSync('nowhere', join(top, 'broken.txt'));
    const { out, err } = await gongkai('check', top, '--format', 'json');
    expect(json(out).reports.map(({ source }) => source.file.slice(top.length))).toEqual([
      '/a.md',
      '/b/2.txt',
      '/broken.txt',
      '/c.HTML',
    ]);
    expect(err).toContain('未检查其他类型的文件：jpg 1、md 1');
  });

  it('refuses a folder with nothing to check, and --previous for several files', async () => {
    mkdirSync(join(folder, 'nothing'), { recursive: true });
    expect(await gongkai('check', join(folder, 'nothing'))).toMatchObject({ exit: 2 });
    expect(await gongkai('check', '--previous', cleanFile, cleanFile, faultyFile)).toMatchObject({
      exit: 2,
      err: expect.stringContaining('--previous'),
    });
  });
});

describe('last year’s report', () => {
  /** A report that begins with more pending applications than last year's ended with, in place of 总计 too. */
  const broken = (report: SampleReport, lastYear: SampleReport): SampleReport => {
    const cells = { ...report.cells };
    const more = Number(lastYear.cells['applications.carriedOut.naturalPerson']) + 3;
    const change = more - Number(cells['applications.carriedIn.naturalPerson']);
    for (const row of ['carriedIn', 'granted', 'concluded'])
      for (const column of ['naturalPerson', 'total'])
        cells[`applications.${row}.${column}`] = String(
          Number(cells[`applications.${row}.${column}`]) + change,
        );
    return { ...report, cells };
  };
  const codes = (findings: readonly Finding[] = []) => findings.map(({ code }) => code);
  const before = township(11, 2022);
  const after = { ...broken(township(11, 2023), before), agency: before.agency };

  it('given by --previous shows what was not carried over', async () => {
    const [old, now] = [write('prev/2022.txt', before), write('prev/2023.txt', after)];
    const alone = json((await gongkai('check', '--format', 'json', now)).out);
    expect(codes(alone.reports[0]?.findings)).not.toContain('R304');
    const both = json((await gongkai('check', '--format', 'json', '--previous', old, now)).out);
    expect(codes(both.reports[0]?.findings)).toContain('R304');
  });

  it('is found in the folder by itself', async () => {
    write('years/2022.txt', before);
    write('years/2023.txt', after);
    const { out } = await gongkai('check', '--format', 'json', join(folder, 'years'));
    const { reports } = json(out);
    expect(codes(reports[0]?.findings)).not.toContain('R304');
    expect(codes(reports[1]?.findings)).toContain('R304');
  });

  it('is not guessed when two reports of last year bear the name, and that is said', async () => {
    write('twice/2022.txt', before);
    write('twice/2022-2.txt', before);
    write('twice/2023.txt', after);
    const { out, err } = await gongkai('check', '--format', 'json', join(folder, 'twice'));
    expect(json(out).reports.flatMap(({ findings }) => codes(findings))).not.toContain('R304');
    expect(err).toContain('未按年度配对');
    expect(err).toContain(before.agency);
  });
});

describe('reports of different agencies that read alike', () => {
  it('are named to both sides', async () => {
    const one = township(21, 2023);
    const other = { ...township(22, 2023), sections: one.sections };
    write('alike/one.txt', one);
    write('alike/other.txt', other);
    write('alike/third.txt', township(23, 2023));
    const { out } = await gongkai('check', '--format', 'json', join(folder, 'alike'));
    const near = json(out).reports.map(({ findings }) => findings.filter(({ code }) => code === 'R014'));
    expect(near.map((list) => list.length)).toEqual([1, 1, 0]);
    expect(near[0]?.[0]?.message).toContain(other.agency);
  });
});

describe('gongkai read', () => {
  it('prints the report without findings', async () => {
    const { exit, out } = await gongkai('read', faultyFile);
    const report = JSON.parse(out) as AnnualReport;
    expect(exit).toBe(0);
    expect(report).toMatchObject({
      schema: 'gongkai.annual-report/1',
      year: 2023,
      form: '2021',
      findings: [],
    });
    expect(report.agency?.name).toBe(clean.agency);
  });

  it('takes the agency’s code from the line where the text does not tell it', async () => {
    const { out } = await gongkai('read', cleanFile, '--agency', '990901101', '--agency-kind', 'subdistrict');
    expect((JSON.parse(out) as AnnualReport).agency).toMatchObject({
      code: '990901101',
      kind: 'subdistrict',
    });
  });
});

describe('gongkai calendar', () => {
  it('lists the years shipped and the provisional one after them', async () => {
    const { exit, out } = await gongkai('calendar', 'list');
    expect(exit).toBe(0);
    expect(out).toContain('2027　按法定节假日暂算');
    expect(out.trim().split('\n')).toHaveLength(24);
  });

  it('loads a notice, lists it as loaded, and the next year becomes the provisional one', async () => {
    const file = fileOf('notice.txt', noticeOf2027);
    expect(await gongkai('calendar', 'load', file)).toMatchObject({
      exit: 0,
      out: expect.stringContaining('已载入2027年'),
    });
    const { out } = await gongkai('calendar', 'list', '--json');
    const { years, provisional } = JSON.parse(out) as { years: object[]; provisional: number };
    expect(years.at(-1)).toMatchObject({ year: 2027, source: 'loaded' });
    expect(provisional).toBe(2028);
    expect(await gongkai('calendar', 'check')).toMatchObject({
      exit: 0,
      out: expect.stringContaining('今天2026-11-22：非工作日（星期日）'),
    });
    rmSync(join(folder, 'data'), { recursive: true });
  });

  it('loads nothing from a notice that contradicts itself', async () => {
    const file = fileOf('wrong.txt', noticeOf2027.replace('共8天', '共9天'));
    const { exit, err } = await gongkai('calendar', 'load', file);
    expect([exit, err.includes('写共9天，按起止日期为8天')]).toEqual([2, true]);
  });
});

describe('generated faults', () => {
  it.each([1, 2, 3, 4])('of seed %i are errors at the exit', async (seed) => {
    const { report } = spoil(cleanReport(seed, { form: '2021' }), seed);
    expect((await gongkai('check', write(`spoilt-${seed}.txt`, report))).exit).toBe(1);
  });
});
