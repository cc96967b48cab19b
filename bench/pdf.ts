import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readPdf } from '../src/report/read/pdf.ts';
import { recognise } from '../src/report/recognise/index.ts';
import { checkReading } from '../src/report/rules/index.ts';
import { median } from './measure.ts';
import type { Result } from './results.ts';

const rounds = 15;
const published = ['..', 'shared', 'corpus', 'real', 'huaian-2024-pdf', 'report.pdf'];

/** A published report where one is at hand; the bench has nothing of its own in the layout of a word processor. */
export const pdfOf = (root: string): string | null => {
  const path = join(root, ...published);
  return existsSync(path) ? path : null;
};

async function characterMap(name: string): Promise<Uint8Array> {
  return new Uint8Array(readFileSync(join('node_modules', 'pdfjs-dist', 'cmaps', `${name}.bcmap`)));
}

/** Everything from the bytes to the findings. */
async function ours(bytes: Uint8Array): Promise<number> {
  const document = await readPdf(bytes, { characterMap });
  const source = { file: 'report.pdf', sha256: '', mediaType: document.mediaType };
  const reading = recognise(document, source);
  checkReading(reading, { previous: null } as never);
  return Object.values(reading.report.cells).filter((cell) => cell.status === 'read').length;
}

/** What pdf.js alone takes to return text items and operator list of every page. */
async function pdfjs(bytes: Uint8Array): Promise<void> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  const document = await task.promise;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    await page.getTextContent();
    await page.getOperatorList();
  }
  await task.destroy();
}

/** Both in this process on the same file, in turns, warmed up three times; medians. */
export async function comparePdf(path: string | null): Promise<Result[]> {
  if (path === null) return [];
  const bytes = new Uint8Array(readFileSync(path));
  const times = { ours: [] as number[], pdfjs: [] as number[] };
  for (let round = -3; round < rounds; round++) {
    const start = performance.now();
    const cells = await ours(bytes);
    const between = performance.now();
    await pdfjs(bytes);
    const end = performance.now();
    if (cells === 0) throw new Error('PDF 没有读出数据格');
    if (round < 0) continue;
    times.ours.push(between - start);
    times.pdfjs.push(end - between);
  }
  const [value, theirs] = [median(times.ours), median(times.pdfjs)].map((time) => Number(time.toFixed(1)));
  return [
    {
      name: 'pdf: read, recognised, checked',
      unit: 'ms/file',
      value: value!,
      vs: {
        name: 'pdfjs text items and operator list',
        value: theirs!,
        ratio: Number((value! / theirs!).toFixed(2)),
      },
    },
  ];
}
