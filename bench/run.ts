import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { publishedReport } from '../test/support/generate.ts';
import { measureApplications } from './applications.ts';
import { measureCampaign } from './campaign.ts';
import { measureCheckPage } from './check-page.ts';
import { clockSpeed } from './clock.ts';
import { compareDocx } from './docx.ts';
import { median, runNode } from './measure.ts';
import { measureOffice } from './office.ts';
import { measureOfficePages } from './office-pages.ts';
import { comparePdf, pdfOf } from './pdf.ts';
import { measureRendering } from './render.ts';
import { writeReports } from './reports.ts';
import type { Result } from './results.ts';

const root = process.cwd();
const work = join(root, 'bench', 'work');
const program = join(root, 'bin', 'gongkai.mjs');
const round = (value: number, digits = 1): number => Number(value.toFixed(digits));

function countOf(args: readonly string[]): number {
  const at = args.indexOf('--reports');
  return at < 0 ? 41_352 : Math.max(1, Number(args[at + 1]) || 1);
}

/** The end of a large file. */
function tailOf(path: string, bytes: number): string {
  const handle = openSync(path, 'r');
  try {
    const { size } = fstatSync(handle);
    const buffer = Buffer.alloc(Math.min(bytes, size));
    readSync(handle, buffer, 0, buffer.length, size - buffer.length);
    return buffer.toString('utf8');
  } finally {
    closeSync(handle);
  }
}

/** Every figure is of nothing if the files were not really read: the summary must say what the generator put in. */
function checkSummary(output: string, count: number, faulty: number): void {
  const match = /"summary":(\{[^}]*\})/.exec(tailOf(output, 500));
  const summary = match?.[1] ? (JSON.parse(match[1]) as { files: number; errors: number }) : null;
  if (summary?.files !== count) throw new Error(`只检查了${summary?.files ?? 0}份，应为${count}份`);
  if (summary.errors < faulty) throw new Error(`只有${summary.errors}项错误，应至少${faulty}项`);
}

/** Files a second when they are only read, decoded, gone over by one pass, and as much is written as `output` holds. */
async function floorOf(
  folder: string,
  count: number,
  output: string,
): Promise<{ name: string; value: number }> {
  const bytes = Math.ceil(statSync(output).size / count);
  const run = await runNode([join(work, 'floor.mjs'), folder, String(bytes)], `${output}.floor`);
  const written = statSync(`${output}.floor`).size;
  rmSync(`${output}.floor`);
  if (run.exit !== 0 || written !== bytes * count) throw new Error(`floor: ${run.stderr}`);
  return { name: '只读、解码、逐字过一遍、写同样多', value: round(count / run.seconds, 0) };
}

async function batch(count: number, stamp: string): Promise<Result[]> {
  const folder = join(work, `reports-${count}`);
  const output = join(work, 'findings.json');
  mkdirSync(folder, { recursive: true });
  writeReports(folder, count, stamp);
  const run = await runNode([program, 'check', folder, '--format', 'json'], output);
  if (run.exit !== 1) throw new Error(`gongkai check 以 ${run.exit} 结束：${run.stderr}`);
  checkSummary(output, count, Math.floor(count / 20) * 2 - 2);
  const rate = round(count / run.seconds, 0);
  const least = await floorOf(folder, count, output);
  const ratio = round(rate / least.value, 3);
  return [
    { name: `check ${count} reports`, unit: 'reports/s', value: rate, vs: { ...least, ratio } },
    ...(run.peakMemory === null
      ? []
      : [{ name: `check ${count} reports, peak memory`, unit: 'MB', value: round(run.peakMemory, 0) }]),
  ];
}

async function cold(count: number): Promise<Result> {
  const file = join(work, `reports-${count}`, '000', '000000.txt');
  const times: number[] = [];
  for (let i = 0; i < 11; i += 1) times.push((await runNode([program, 'check', file], null)).seconds);
  return { name: 'gongkai check one.txt, cold, median of 11', unit: 's', value: round(median(times), 3) };
}

function table(results: readonly Result[]): string {
  return results
    .map(({ name, unit, value, vs }) => {
      const against = vs ? `　对 ${vs.name} ${vs.value} ${unit}：${vs.ratio} 倍` : '';
      return `${name.padEnd(48)} ${String(value).padStart(10)} ${unit}${against}`;
    })
    .join('\n');
}

/** Results of an earlier run, those measured now put in their places or after them. */
function merged(path: string, measured: readonly Result[]): Result[] {
  const earlier = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Result[]) : [];
  const now = new Map(measured.map((result) => [result.name, result]));
  const known = new Set(earlier.map(({ name }) => name));
  return [
    ...earlier.map((result) => now.get(result.name) ?? result),
    ...measured.filter(({ name }) => !known.has(name)),
  ];
}

/** The checker alone: the batch of reports, Word and PDF files beside other readers, the cold start, the clock. */
async function checking(args: readonly string[]): Promise<Result[]> {
  const count = countOf(args);
  // The bundle holds the generator: another one writes other reports.
  const stamp = createHash('sha256')
    .update(publishedReport(4).content + publishedReport(5).content)
    .digest('hex');
  return [
    ...(await batch(count, stamp)),
    ...(await compareDocx(work)),
    ...(await comparePdf(pdfOf(root))),
    await cold(count),
    clockSpeed(),
  ];
}

async function everything(args: readonly string[]): Promise<Result[]> {
  return [
    ...(await checking(args)),
    ...(await measureRendering()),
    ...(await measureCheckPage(root)),
    ...(await measureOffice(work, false)),
    ...(await measureOfficePages(work, 1_000_000)),
    ...(await measureApplications(work, 100_000)),
    ...(await measureCampaign(work, 2_000)),
  ];
}

const args = process.argv.slice(2);
mkdirSync(work, { recursive: true });
const file = join(root, 'bench', 'results.json');
/** `--<part>` measures that part alone, `--<part> small` over fewer rows; the other figures stay as they were. */
const parts: Readonly<Record<string, (small: boolean) => Promise<Result[]>>> = {
  '--check': () => checking(args),
  '--render': () => measureRendering(),
  '--page': () => measureCheckPage(root),
  '--backup': (small) => measureOffice(work, !small),
  '--pages': (small) => measureOfficePages(work, small ? 10_000 : 1_000_000),
  '--campaign': (small) => measureCampaign(work, small ? 2_000 : 45_000),
  '--applications': (small) => measureApplications(work, small ? 100_000 : 1_000_000),
};
const part = args.find((arg) => Object.hasOwn(parts, arg));
const results = part ? await parts[part]!(args[args.indexOf(part) + 1] === 'small') : await everything(args);
console.log(
  `\n${cpus()[0]?.model ?? ''} × ${availableParallelism()}，Node.js ${process.versions.node}\n${table(results)}`,
);
writeFileSync(file, `${JSON.stringify(part ? merged(file, results) : results, null, 2)}\n`);
