import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../../src/report/read/pdf.ts';
import { recognise } from '../../src/report/recognise/index.ts';
import { type Browser, browserPath, openBrowser } from '../e2e/browser.ts';
import { compareCells } from '../support/compare-cells.ts';
import { type Gaps, gappedReport, type OpenLook, openLooks, openPage } from '../support/open-tables.ts';

const characterMap = async (name: string): Promise<Uint8Array> =>
  new Uint8Array(readFileSync(join('node_modules', 'pdfjs-dist', 'cmaps', `${name}.bcmap`)));

/** Makes a PDF of a page: from the file `in.html` of a folder, `out.pdf` there. */
type Producer = (folder: string) => Promise<void> | void;

const gapses: readonly Gaps[] = ['full', 'blanks', 'signs', 'mixed'];

/** Every look by one producer: no figure wrong, and how many of the cells are told. */
async function measure(make: Producer, folder: string): Promise<void> {
  const wrong: string[] = [];
  let [cells, lost] = [0, 0];
  for (const [i, look] of openLooks.entries()) {
    const told = await readLook(make, folder, look, i);
    wrong.push(...told.wrong);
    cells += told.cells;
    lost += told.lost.length;
    console.log(`${look.name}: ${told.wrong.length} wrong, ${told.lost.length} of ${told.cells} not told`);
  }
  console.log(`${((100 * (cells - lost)) / cells).toFixed(2)} % of ${cells} cells`);
  expect(wrong).toEqual([]);
  expect(lost / cells).toBeLessThan(0.005);
}

async function readLook(make: Producer, folder: string, look: OpenLook, seed: number) {
  const gaps = gapses[seed % gapses.length]!;
  const report = gappedReport(seed, seed % 8 < 4 ? '2021' : '2019', gaps);
  writeFileSync(join(folder, 'in.html'), openPage(report, look));
  await make(folder);
  const bytes = new Uint8Array(readFileSync(join(folder, 'out.pdf')));
  const document = await readPdf(bytes, { characterMap });
  const source = { file: 'report.pdf', sha256: '', mediaType: document.mediaType };
  return compareCells(report, recognise(document, source, { agency: { kind: report.kind } }).report.cells);
}

describe('PDF whose tables lack lines, in every look', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gongkai-looks-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.skipIf(browserPath === null)('made by Chromium', async () => {
    const browser: Browser = await openBrowser(1280);
    const page = await browser.context.newPage();
    await measure(async (at) => {
      await page.setContent(readFileSync(join(at, 'in.html'), 'utf8'));
      await page.pdf({ path: join(at, 'out.pdf'), preferCSSPageSize: true, printBackground: true });
    }, folder);
    await browser.close();
  });
});
