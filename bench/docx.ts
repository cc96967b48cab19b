import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { openExaminer, type Settings } from '../src/cli/check/examine.ts';
import { Spool } from '../src/cli/check/spool.ts';
import { docxReport } from './docx-reports.ts';
import type { Result } from './results.ts';

const files = 40;
const rounds = 5;

async function writeDocx(folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const paths = Array.from({ length: files }, (_, seed) => join(folder, `${seed}.docx`));
  for (const [seed, path] of paths.entries())
    if (!existsSync(path)) writeFileSync(path, await docxReport(seed));
  return paths;
}

/**
 * Ours does everything with each file (unzip, read, recognise, all rules, JSON), mammoth only turns it into HTML;
 * both in this process on the same files, in turns, warmed up once. Best round of each counts.
 */
export async function compareDocx(work: string): Promise<Result[]> {
  const paths = await writeDocx(join(work, `docx-${files}`));
  const settings: Settings = {
    format: 'json',
    colour: false,
    version: '',
    files,
    given: {},
    previous: null,
    batch: false,
  };
  const spool = new Spool();
  const examiner = await openExaminer(settings, spool);
  const task = { files: paths.map((path, index) => ({ index, path })), chain: false };
  const best = { ours: Number.POSITIVE_INFINITY, mammoth: Number.POSITIVE_INFINITY };
  for (let round = 0; round <= rounds; round += 1) {
    const start = performance.now();
    const done = await examiner.run(task);
    const between = performance.now();
    for (const path of paths) await mammoth.convertToHtml({ buffer: readFileSync(path) });
    const end = performance.now();
    const unread = done.filter(
      ({ unreadable, digest, errors }) => unreadable !== null || errors > 0 || digest,
    );
    if (unread.length > 0) throw new Error(`${unread.length}份 docx 没有读对`);
    if (round === 0) continue;
    best.ours = Math.min(best.ours, between - start);
    best.mammoth = Math.min(best.mammoth, end - between);
  }
  const ours = Number((best.ours / files).toFixed(2));
  const theirs = Number((best.mammoth / files).toFixed(2));
  return [
    {
      name: 'docx: read, recognised, checked, as JSON',
      unit: 'ms/file',
      value: ours,
      vs: { name: 'mammoth.convertToHtml', value: theirs, ratio: Number((theirs / ours).toFixed(2)) },
    },
  ];
}
