import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishedReport } from '../test/support/generate.ts';

/** Reports in a folder of this many; a directory of forty thousand is slow to list on some systems. */
const perFolder = 1_000;

/** Where report `seed` lies under the folder. */
function pathOf(folder: string, seed: number, fileName: string): string {
  const kind = fileName.slice(fileName.lastIndexOf('.'));
  const below = String(Math.floor(seed / perFolder)).padStart(3, '0');
  return join(folder, below, `${String(seed).padStart(6, '0')}${kind}`);
}

/**
 * Writes reports 0 … count − 1 (half text, half HTML, every tenth faulty) unless they are there already. `stamp`
 * names the generator's version: reports of another one are written again.
 */
export function writeReports(folder: string, count: number, stamp: string): void {
  const mark = join(folder, '.generated');
  const wanted = `${count} ${stamp}`;
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  for (let seed = 0; seed < count; seed += 1) {
    if (seed % perFolder === 0)
      mkdirSync(join(folder, String(seed / perFolder).padStart(3, '0')), { recursive: true });
    const { fileName, content } = publishedReport(seed);
    writeFileSync(pathOf(folder, seed, fileName), content);
    if (seed % 5_000 === 4_999) console.error(`已生成 ${seed + 1} / ${count} 份报告`);
  }
  writeFileSync(mark, wanted);
}
