import { skippedText, type Walk, walkFiles } from '../../app/walk-files.ts';
import { Failure } from '../failure.ts';
import { type Io, write } from '../io.ts';
import { version } from '../version.ts';
import { type Batch, runBatch } from './batch.ts';
import { agencyCodeOf, agencyKindOf, type CheckOptions, formatNamed, jobsOf } from './options.ts';

/** A line on the terminal that overwrites itself; silent where stderr is no terminal. */
function progressOf(
  total: number,
  io: Io,
): { readonly tell: (done: number) => void; readonly clear: () => void } {
  if (io.stderr.isTTY !== true || total < 8) return { tell: () => {}, clear: () => {} };
  const started = io.now().getTime();
  let last = 0;
  return {
    tell: (done) => {
      const now = io.now().getTime();
      if (now - last < 200 && done < total) return;
      last = now;
      const rate = Math.round(done / Math.max(0.001, (now - started) / 1000));
      io.stderr.write(`\r\u001b[K已检查 ${done} / ${total}，每秒 ${rate} 份`);
    },
    clear: () => void io.stderr.write('\r\u001b[K'),
  };
}

function tellAside(found: Walk, unpaired: ReadonlyMap<string, number>, io: Io): void {
  if (found.skipped.size > 0) io.stderr.write(`未检查其他类型的文件：${skippedText(found.skipped)}\n`);
  for (const folder of found.closed) io.stderr.write(`${folder}：文件夹无法打开，其中的文件未检查\n`);
  const names = [...unpaired].slice(0, 10).map(([name, count]) => `${name}（${count}份）`);
  if (names.length > 0)
    io.stderr.write(
      `未按年度配对：${names.join('、')}${unpaired.size > 10 ? `等${unpaired.size}个名称` : ''}。名称不能确定为同一机关，或同一年度有多份报告；可用 --agency 和 --previous 逐份检查\n`,
    );
}

/** `gongkai check PATH…`. Exit 0: no error, 1: some, 2: a file given by name cannot be read. */
export async function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<number> {
  const format = formatNamed(options.format);
  const found = walkFiles(paths);
  const { files } = found;
  if (options.previous !== undefined && files.length !== 1)
    throw new Failure('--previous 只能用于检查一份报告；检查文件夹时各年度报告自动配对。');
  if (files.length === 0) {
    tellAside(found, new Map(), io);
    throw new Failure(
      `${paths.join('、')}：没有可以检查的文件（txt、html、docx、doc、pdf、xlsx、xls、csv 等）。`,
    );
  }
  const progress = progressOf(files.length, io);
  const batch: Batch = {
    paths: files.map((file) => file.path),
    settings: {
      format,
      colour: io.stdout.isTTY === true && io.env.NO_COLOR === undefined,
      version: version(),
      files: files.length,
      given: { agencyCode: agencyCodeOf(options.agency), agencyKind: agencyKindOf(options.agencyKind) },
      previous: options.previous ?? null,
      batch: files.length > 1,
    },
    jobs: jobsOf(options.jobs),
    progress: progress.tell,
  };
  const named = (unreadable: ReadonlyMap<number, string>): number[] =>
    [...unreadable.keys()].filter((index) => files[index]?.named);
  const result = await runBatch(batch, (unreadable) => named(unreadable).length > 0, io).finally(
    progress.clear,
  );
  tellAside(found, result.unpaired, io);
  const failed = named(result.unreadable);
  for (const index of failed)
    await write(io.stderr, `${files[index]?.path}：${result.unreadable.get(index)}\n`);
  return failed.length > 0 ? 2 : result.summary.errors > 0 ? 1 : 0;
}
