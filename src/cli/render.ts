import { randomBytes } from 'node:crypto';
import { existsSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { openFile, recogniseFile } from '../app/analyse-file.ts';
import { systemReason } from '../app/system-reason.ts';
import type { AnnualReport } from '../domain/annual/report.ts';
import { UnreadableFile } from '../report/document.ts';
import { loadPlaces } from '../report/places/load.ts';
import { InvalidReport, parseReport, renderJson } from '../report/render/json.ts';
import { agencyCodeOf, agencyKindOf, type CheckOptions } from './check/options.ts';
import { readBytes } from './check/read-file.ts';
import { Failure } from './failure.ts';
import { type Io, write } from './io.ts';

type Format = 'docx' | 'pdf' | 'html' | 'xlsx' | 'json';

/** Options of `render` as commander hands them over. */
export type RenderOptions = Pick<CheckOptions, 'agency' | 'agencyKind'> & {
  readonly to?: string;
  readonly output?: string;
};

const formats: readonly Format[] = ['docx', 'pdf', 'html', 'xlsx', 'json'];
const asText: ReadonlySet<Format> = new Set(['html', 'json']);

/** The format asked for, else the one that the name of the output ends in. */
function formatOf({ to, output }: RenderOptions): Format {
  const named =
    to ??
    extname(output ?? '')
      .slice(1)
      .toLowerCase();
  const format = formats.find((each) => each === named || (each === 'html' && named === 'htm'));
  if (format !== undefined) return format;
  if (to !== undefined) throw new Failure(`--to ${to}：应为 ${formats.join('、')} 之一。`);
  throw new Failure(`不知道要写成哪种格式：请用 --to 指明 ${formats.join('、')} 之一。`);
}

/** A report of more than this is none. */
const LARGEST_JSON = 50_000_000;

async function standardInput(io: Io): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of io.stdin ?? []) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : (part as Uint8Array);
    size += bytes.length;
    if (size > LARGEST_JSON) throw new Failure('标准输入：超过 50 MB，不是一份报告的 JSON。');
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

const BRACE = 0x7b;

/** Whether the bytes begin as a JSON object does, after white space and a mark of order. */
function isJson(bytes: Uint8Array): boolean {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb ? 3 : 0;
  while (at < bytes.length && bytes[at]! <= 0x20) at += 1;
  return bytes[at] === BRACE;
}

async function reportIn(path: string, options: RenderOptions, io: Io): Promise<AnnualReport> {
  const name = path === '-' ? '标准输入' : path;
  try {
    const bytes = path === '-' ? await standardInput(io) : readBytes(path);
    if (path === '-' || extname(path).toLowerCase() === '.json' || isJson(bytes))
      return parseReport(new TextDecoder().decode(bytes));
    const given = { agencyCode: agencyCodeOf(options.agency), agencyKind: agencyKindOf(options.agencyKind) };
    const opened = await openFile(bytes, path, path);
    const { report, refused } = recogniseFile(opened, given, await loadPlaces());
    if (refused !== null) throw new Failure(`${name}：${refused.message}`);
    return report;
  } catch (error) {
    if (error instanceof UnreadableFile) throw new Failure(`${name}：${error.message}`, { cause: error });
    if (error instanceof InvalidReport)
      throw new Failure(`${name}：${error.message}。应为 gongkai read 输出的 JSON。`, { cause: error });
    throw error;
  }
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The code of a format is loaded only for it. */
async function rendered(report: AnnualReport, format: Format, io: Io): Promise<Uint8Array> {
  if (format === 'docx') return (await import('../report/render/docx.ts')).renderDocx(report);
  if (format === 'xlsx') return (await import('../report/render/xlsx.ts')).renderXlsx(report);
  if (format === 'html') return utf8((await import('../report/render/html.ts')).renderHtml(report));
  if (format === 'json') return utf8(renderJson(report));
  try {
    return await (await import('../app/pdf-renderer.ts')).renderPdf(report, io.now());
  } catch (error) {
    throw new Failure(`不能写成 PDF：${error instanceof Error ? error.message : String(error)}。`, {
      cause: error,
    });
  }
}

/** Writes beside the place and renames, so that nothing half ever stands there; into a device or pipe directly. */
function writeWhole(output: string, bytes: Uint8Array): void {
  try {
    const stat = statSync(output, { throwIfNoEntry: false });
    if (stat !== undefined && !stat.isFile()) {
      writeFileSync(output, bytes);
      return;
    }
    const path = stat === undefined ? output : realpathSync(output);
    const aside = `${path}.${randomBytes(4).toString('hex')}.tmp`;
    try {
      writeFileSync(aside, bytes, { flag: 'wx' });
      renameSync(aside, path);
    } finally {
      rmSync(aside, { force: true });
    }
  } catch (error) {
    throw new Failure(`${output}：不能写入，${whyNotWritten(error)}。`, { cause: error });
  }
}

function whyNotWritten(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  if (code === 'ENOENT') return '所在文件夹不存在，请先建立';
  if (code === 'ENOSPC') return '磁盘已满';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return '没有写入权限，请换一个文件夹';
  return systemReason(error);
}

/**
 * `gongkai render FILE --to FORMAT -o OUT`: a report in the statutory layout. FILE is the JSON of `gongkai read`, `-`
 * for standard input, or a report in any format this program reads. A file that stands at OUT is replaced, which is
 * said; never the one that was read. Exit 2 for what cannot be read or written.
 */
export async function render(path: string, options: RenderOptions, io: Io): Promise<number> {
  const format = formatOf(options);
  const { output } = options;
  if (output === undefined && !asText.has(format))
    throw new Failure(`${format} 不能输出到屏幕：请用 -o 指明要写的文件，-o - 表示标准输出。`);
  const toFile = output !== undefined && output !== '-';
  if (toFile && path !== '-' && resolve(output) === resolve(path))
    throw new Failure(`${output}：与要读的是同一个文件，请换一个名称。`);
  if (toFile && statSync(output, { throwIfNoEntry: false })?.isDirectory() === true)
    throw new Failure(`${output}：是文件夹，请在后面加上文件名。`);
  const bytes = await rendered(await reportIn(path, options, io), format, io);
  if (!toFile) {
    await write(io.stdout, bytes);
    return 0;
  }
  const replaced = existsSync(output);
  writeWhole(output, bytes);
  await write(io.stderr, `已写入 ${output}${replaced ? '（替换了原有的文件）' : ''}\n`);
  return 0;
}
