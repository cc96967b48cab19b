import { acknowledgement, importPaths } from '../app/import-paths.ts';
import { openContext } from '../app/open-context.ts';
import { isRefusal } from '../domain/refusal.ts';
import { agencyCodeOf, agencyKindOf } from './check/options.ts';
import { Failure } from './failure.ts';
import { type Io, write } from './io.ts';
import { withStore } from './store-options.ts';

export interface ImportOptions {
  readonly agency?: string;
  readonly agencyKind?: string;
  readonly year?: string;
}

function yearOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^20\d{2}$/.test(text)) return Number(text);
  throw new Failure(`--year ${text}：应为四位年份，如 2025。`);
}

/**
 * `gongkai import PATH…`: one line a report on stdout once it is stored for good (`ok <sha256> <path>`), one on
 * stderr for what was not. Exit 1 when something was not stored, 2 when nothing was there to import.
 */
export function importReports(paths: readonly string[], options: ImportOptions, io: Io): Promise<number> {
  const given = {
    agencyCode: agencyCodeOf(options.agency),
    agencyKind: agencyKindOf(options.agencyKind),
    year: yearOf(options.year),
  };
  return withStore(io, async (store) => {
    const { context, close } = await openContext(store, 'terminal');
    const counts = { imported: 0, present: 0, failed: 0 };
    try {
      for await (const one of importPaths(context, paths, given)) {
        const { path, outcome } = one;
        if (isRefusal(outcome) || outcome.result === 'failed') {
          counts.failed += 1;
          await write(io.stderr, `${path}：${outcome.message}\n`);
          continue;
        }
        counts[outcome.result] += 1;
        await write(io.stdout, `${acknowledgement(one)}\n`);
        for (const note of outcome.notes) await write(io.stderr, `${path}：${note}\n`);
      }
    } finally {
      await close();
    }
    const { imported, present, failed } = counts;
    if (imported + present + failed === 0)
      throw new Failure(
        `${paths.join('、')}：没有可以导入的文件（docx、doc、pdf、xlsx、csv、html、txt 等）。`,
      );
    await write(io.stderr, `新导入${imported}份，已有${present}份，未导入${failed}份\n`);
    return failed > 0 ? 1 : 0;
  });
}
