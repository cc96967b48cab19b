import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { AnnualReport } from '../../domain/annual/report.ts';
import type { Day } from '../../law/calendar/index.ts';
import type { LaidReport } from './laid-report.ts';
import { layReport } from './layout.ts';
import { pdfData } from './pdf-data.ts';
import { PDF_DATA_FILE, pdfTemplate } from './pdf-template.ts';

/** No PDF can be made on this system; the message says why and what to do. */
export class PdfUnavailable extends Error {
  override readonly name = 'PdfUnavailable';
}

export interface PdfRendererOptions {
  /** Folders whose fonts are added to those of the system. */
  readonly fontFolders: readonly string[];
  /** An absolute path of this system, for the names of the files the template reads; nothing is read from there. */
  readonly folder: string;
}

export interface PdfRenderer {
  /**
   * A report as PDF/A-2b on A4, by the habits of GB/T 9704: tagged, fonts embedded as subsets. `made` is the day of
   * the file's metadata, which PDF/A asks for; the same report and day give the same bytes.
   * Throws PdfUnavailable where no font draws Chinese, and for what is too long to be a report.
   */
  render(report: AnnualReport, made: Day): Promise<Uint8Array>;
}

/** Stands where a character is that no font has, as in print: 〓. */
const GETA = '〓';
const NOT_DRAWN = /the text `\\"((?:[^"\\]|\\\\?.)*?)\\"` could not be displayed/g;
/** Characters of a report that are set, some ten times the longest known: more would hold up everybody else. */
const LONGEST = 200_000;
/** Rounds of taking out what cannot be drawn; the first names every character, the others are for what then shows. */
const ROUNDS = 4;
/** Results older than so many renders are forgotten. */
const KEPT_RENDERS = 2;

const lengthOf = ({ preamble, sections, attachments }: LaidReport): number =>
  [preamble, ...[...sections, ...attachments].map(({ paragraphs }) => paragraphs)]
    .flat()
    .reduce((sum, { length }) => sum + length, 0);

/** The texts that a refusal of the compiler names, out of how it writes strings. */
function notDrawn(message: string): Set<string> {
  const unescaped = (text: string) =>
    text
      .replace(/\\+u\{([0-9a-f]{1,6})\}/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
      .replace(/\\+(["'\\])/g, '$1');
  return new Set([...message.matchAll(NOT_DRAWN)].map((match) => unescaped(match[1]!)));
}

/** The compiler gives its memory back only between two turns of the event loop. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** The data with 〓 for every text that cannot be drawn. */
const withoutTexts = (data: string, missing: readonly string[]): string =>
  JSON.stringify(
    JSON.parse(data, (_, value) =>
      typeof value === 'string' ? missing.reduce((text, each) => text.replaceAll(each, GETA), value) : value,
    ),
  );

class TypstRenderer implements PdfRenderer {
  readonly #compiler: NodeCompiler;
  readonly #main: string;
  readonly #data: string;

  constructor(compiler: NodeCompiler, folder: string) {
    this.#compiler = compiler;
    this.#main = `${folder}/main.typ`;
    this.#data = `${folder}/${PDF_DATA_FILE}`;
    compiler.addSource(this.#main, pdfTemplate);
  }

  async render(report: AnnualReport, made: Day): Promise<Uint8Array> {
    await nextTurn();
    const laid = layReport(report);
    if (lengthOf(laid) > LONGEST)
      throw new PdfUnavailable(`报告文字超过${LONGEST / 10_000}万字，请确认是否读错了文件，或改存为 docx`);
    let data = pdfData(laid, report.agency?.name ?? '', made);
    for (let round = 0; ; round += 1) {
      try {
        return this.#compile(data);
      } catch (error) {
        const missing = [...notDrawn(error instanceof Error ? error.message : '')];
        if (missing.length === 0 || round === ROUNDS) throw error;
        if (missing.includes(GETA))
          throw new PdfUnavailable('没有可用的中文字体，请安装后再试，或改存为 docx');
        data = withoutTexts(data, missing);
      }
    }
  }

  #compile(data: string): Uint8Array {
    this.#compiler.addSource(this.#data, data);
    try {
      return this.#compiler.pdf({ mainFilePath: this.#main }, { pdfStandard: 'a-2b', pdfTags: true });
    } finally {
      this.#compiler.evictCache(KEPT_RENDERS);
    }
  }
}

/**
 * Opens a renderer of PDF; keep it open, because the first report takes many times as long as the next. Node only:
 * the compiler is native code. Throws where it cannot be loaded on this system.
 */
export async function openPdfRenderer({ fontFolders, folder }: PdfRendererOptions): Promise<PdfRenderer> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [...fontFolders] }], workspace: folder });
  return new TypstRenderer(compiler, folder);
}
