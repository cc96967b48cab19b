import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** No PDF can be made on this system; the message says why and what to do. */
export class PdfUnavailable extends Error {
  override readonly name = 'PdfUnavailable';
}

/** Stands where a character is that no font has, as in print: 〓. */
const GETA = '〓';
const NOT_DRAWN = /the text `\\"((?:[^"\\]|\\\\?.)*?)\\"` could not be displayed/g;
/** Rounds of taking out what cannot be drawn; the first names every character, the others are for what then shows. */
const ROUNDS = 4;
/** Results older than so many renders are forgotten. */
const KEPT_RENDERS = 2;

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

/** A page in Typst and the name of the JSON file it reads. */
export interface PdfTemplate {
  readonly name: string;
  readonly source: string;
  readonly dataFile: string;
}

/** The compiler takes any bytes, though its types name those of Node. */
type FileBytes = Parameters<NodeCompiler['mapShadow']>[1];

/** One compiler with its fonts, for every template: each takes 100 MB. All text reaches it as data. */
export class PdfCompiler {
  readonly #compiler: NodeCompiler;
  readonly #folder: string;

  constructor(compiler: NodeCompiler, folder: string, templates: readonly PdfTemplate[]) {
    this.#compiler = compiler;
    this.#folder = folder;
    for (const { name, source } of templates) compiler.addSource(`${folder}/${name}.typ`, source);
  }

  /**
   * The template with its data as PDF/A-2b, with the images that the data names. Throws PdfUnavailable where no font
   * draws Chinese.
   */
  async set(
    template: PdfTemplate,
    json: string,
    images: Readonly<Record<string, Uint8Array>> = {},
  ): Promise<Uint8Array> {
    await nextTurn();
    let data = json;
    for (let round = 0; ; round += 1) {
      try {
        return this.#compile(template, data, images);
      } catch (error) {
        const missing = [...notDrawn(error instanceof Error ? error.message : '')];
        if (missing.length === 0 || round === ROUNDS) throw error;
        if (missing.includes(GETA))
          throw new PdfUnavailable('没有可用的中文字体，请安装后再试，或改存为 docx');
        data = withoutTexts(data, missing);
      }
    }
  }

  #compile(
    { name, dataFile }: PdfTemplate,
    data: string,
    images: Readonly<Record<string, Uint8Array>>,
  ): Uint8Array {
    const shadows = Object.entries(images).map(
      ([file, bytes]) => [`${this.#folder}/${file}`, bytes] as const,
    );
    for (const [path, bytes] of shadows) this.#compiler.mapShadow(path, bytes as FileBytes);
    this.#compiler.addSource(`${this.#folder}/${dataFile}`, data);
    try {
      return this.#compiler.pdf(
        { mainFilePath: `${this.#folder}/${name}.typ` },
        { pdfStandard: 'a-2b', pdfTags: true },
      );
    } finally {
      for (const [path] of shadows) this.#compiler.unmapShadow(path);
      this.#compiler.evictCache(KEPT_RENDERS);
    }
  }
}
