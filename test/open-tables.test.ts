import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../src/report/read/pdf.ts';
import { recognise } from '../src/report/recognise/index.ts';
import { checkReading } from '../src/report/rules/index.ts';
import { type Browser, browserPath, openBrowser, printerIn } from './e2e/browser.ts';
import type { Printer } from './support/checker-files.ts';
import { compareCells } from './support/compare-cells.ts';
import { type Gaps, gappedReport, openLooks, openPage } from './support/open-tables.ts';

const characterMap = async (name: string): Promise<Uint8Array> =>
  new Uint8Array(readFileSync(join('node_modules', 'pdfjs-dist', 'cmaps', `${name}.bcmap`)));

/** What a rule may say of a report whose noughts are printed so: of a clean one nothing. */
const allowed: Readonly<Record<Gaps, readonly string[]>> = {
  full: [],
  blanks: ['R201'],
  signs: ['R201', 'R202'],
  mixed: ['R201', 'R202'],
};

describe.skipIf(browserPath === null)('PDF whose tables lack lines', () => {
  let browser: Browser;
  let print: Printer;
  beforeAll(async () => {
    browser = await openBrowser(1280);
    print = printerIn(browser.context);
  });
  afterAll(() => browser.close());

  it.each<[string, '2019' | '2021', Gaps]>([
    ['centred', '2021', 'mixed'],
    ['figures right', '2019', 'blanks'],
    ['three lines', '2021', 'full'],
    ['frame and uprights', '2019', 'signs'],
    ['vertical heads', '2021', 'blanks'],
    ['large', '2019', 'mixed'],
  ])('set as “%s” by the form of %s, noughts: %s', async (name, form, gaps) => {
    const look = openLooks.find((one) => one.name === name)!;
    const report = gappedReport(openLooks.indexOf(look), form, gaps);
    const document = await readPdf(await print(openPage(report, look)), { characterMap });
    const source = { file: 'report.pdf', sha256: '', mediaType: document.mediaType };
    const reading = recognise(document, source, { agency: { kind: report.kind } });
    const { wrong, lost } = compareCells(report, reading.report.cells);
    expect([...wrong, ...lost]).toEqual([]);
    const findings = checkReading(reading, { previous: null }).filter(
      ({ severity, code }) => severity !== 'info' && !allowed[gaps].includes(code),
    );
    expect(findings).toEqual([]);
  });
});
