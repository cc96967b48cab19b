import { readFile, stat } from 'node:fs/promises';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { UnreadableFile } from '../report/document.ts';
import { fileLimit } from '../report/read/index.ts';
import { StoreUnavailable } from '../store/availability.ts';
import type { Given } from './analyse-file.ts';
import { type Imported, importReport } from './commands/import-report.ts';
import type { AppContext } from './context.ts';
import { walkFiles } from './walk-files.ts';

export interface FileFailed {
  readonly result: 'failed';
  readonly message: string;
}

/** What became of one file: stored, there already, lawfully refused, or not readable. */
export interface FileOutcome {
  readonly path: string;
  readonly outcome: Imported | Refusal | FileFailed;
}

export interface ImportPathsOptions extends Given {
  readonly year?: number | undefined;
  readonly demonstration?: boolean | undefined;
}

/** Files under way at once: while one waits for its commit to reach the disk the next is read. */
const together = 4;

/**
 * Imports every report file under the paths and yields each outcome in their order. When an outcome `imported` or
 * `present` is yielded the report is committed and its file is on the disk: it survives a crash from then on. A
 * file that cannot be read does not stop the rest. Throws StoreUnavailable when the database stays away.
 */
export async function* importPaths(
  context: AppContext,
  paths: readonly string[],
  options: ImportPathsOptions = {},
): AsyncGenerator<FileOutcome> {
  const underway: Promise<FileOutcome>[] = [];
  const { files, closed } = walkFiles(paths);
  try {
    for (const { path } of files) {
      const one = importFile(context, path, options);
      // A failure is met when its turn comes; until then it must not end the program.
      one.catch(() => {});
      underway.push(one);
      if (underway.length >= together) yield await underway.shift()!;
    }
    while (underway.length > 0) yield await underway.shift()!;
    for (const path of closed)
      yield {
        path,
        outcome: { result: 'failed', message: '文件夹无法打开，其中的文件未导入。请检查读取权限。' },
      };
  } finally {
    await Promise.allSettled(underway);
  }
}

async function importFile(
  context: AppContext,
  path: string,
  options: ImportPathsOptions,
): Promise<FileOutcome> {
  try {
    const { size } = await stat(path);
    if (size > fileLimit(path))
      return { path, outcome: { result: 'failed', message: tooLarge(size, fileLimit(path)) } };
    const bytes = await readFile(path);
    return { path, outcome: await importReport(context, { ...options, bytes, path }) };
  } catch (error) {
    // One file must not end the batch, whatever is wrong with it; without the database none can go on.
    if (error instanceof StoreUnavailable) throw error;
    return { path, outcome: failure(error) };
  }
}

const mib = (bytes: number): string => `${Math.ceil(bytes / 1_048_576)} MB`;

const tooLarge = (size: number, limit: number): string =>
  `文件有 ${mib(size)}，超过可读取的上限 ${mib(limit)}。请确认是否选错了文件。`;

const isFileError = (error: unknown): error is NodeJS.ErrnoException =>
  ['EACCES', 'EISDIR', 'ELOOP', 'ENOENT', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '') &&
  (error as NodeJS.ErrnoException).path !== undefined;

const failure = (error: unknown): FileFailed => {
  const message =
    error instanceof UnreadableFile
      ? error.message
      : isFileError(error)
        ? `文件不能打开（${error.code}）。请检查路径和读取权限。`
        : `处理这份文件时程序出错（${String(error)}），未导入。请将文件和这句话交给维护人员。`;
  return { result: 'failed', message };
};

/** One line a committed report for other programs: `ok <sha256> <path>`; null for anything else. */
export function acknowledgement({ path, outcome }: FileOutcome): string | null {
  if (isRefusal(outcome) || outcome.result === 'failed') return null;
  return `ok ${outcome.sha256} ${path}`;
}
