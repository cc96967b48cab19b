import {
  degrees,
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  type PDFFont,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFPage,
  type PDFRef,
  StandardFonts,
} from 'pdf-lib';
import { pngChunks, pngOf, pngSize } from '../png-chunks.ts';
import { jpegTurn, type Turn } from './jpeg-turn.ts';
import { unfoldsSafely } from './pdf-guard.ts';

/** Why a file is not bound page by page but laid in as it came. */
export type Unbound = 'encrypted' | 'damaged' | 'tooLarge';

export interface BoundPart {
  readonly pages: number;
}

export interface Front {
  /** Cover and index, in order. */
  readonly papers: readonly Uint8Array[];
  readonly title: string;
  readonly author: string;
  readonly made: Date;
}

/** What a binder is asked for, in order. */
export type Order =
  | { readonly do: 'pdf'; readonly bytes: Uint8Array; readonly title: string; readonly ours: boolean }
  | {
      readonly do: 'image';
      readonly bytes: Uint8Array;
      readonly title: string;
      readonly type: 'image/jpeg' | 'image/png';
    }
  | {
      readonly do: 'attach';
      readonly bytes: Uint8Array;
      readonly name: string;
      readonly type: string;
      readonly at: Date;
    }
  | ({ readonly do: 'finish' } & Front);

/** In a thread of its own nobody waits for a turn: it never pauses between objects. */
const atOnce = { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest };
const mostPages = 3_000;
/** Pixels of an image: 100 MB unfolded. */
const mostPixels = 25_000_000;
const a4 = { short: 595.28, long: 841.89, margin: 42 };
const drawn: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);
/** What leads out of the paper, plays or carries something: nobody opens a file of the court to be led elsewhere. */
const lively: ReadonlySet<string> = new Set(
  ['Link', 'Screen', 'Movie', 'Sound', 'RichMedia', '3D', 'FileAttachment'].map((name) => `/${name}`),
);

/** Takes what acts out of a page from outside; what shows stays: notes, stamps, filled fields. */
function still(page: PDFPage): void {
  for (const key of ['AA', 'B', 'PieceInfo', 'Metadata', 'StructParents']) page.node.delete(PDFName.of(key));
  const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray);
  if (annotations === undefined) return;
  const kept = page.doc.context.obj([]);
  for (let index = 0; index < annotations.size(); index += 1) {
    const one = annotations.lookup(index);
    if (!(one instanceof PDFDict) || lively.has(String(one.lookup(PDFName.of('Subtype'))))) continue;
    for (const key of ['A', 'AA', 'Parent', 'Popup', 'P', 'IRT']) one.delete(PDFName.of(key));
    kept.push(annotations.get(index));
  }
  page.node.set(PDFName.of('Annots'), kept);
}

/** Where a page number stands, upper right as the page is read, whatever way the page is turned. */
function numberPlace(page: PDFPage, width: number) {
  const box = page.getCropBox();
  const turn = ((page.getRotation().angle % 360) + 360) % 360;
  const [right, down] = [36 + width, 26];
  const [x1, y1] = [box.x + box.width, box.y + box.height];
  if (turn === 90) return { x: box.x + down, y: y1 - right, rotate: degrees(90) };
  if (turn === 180) return { x: box.x + right, y: box.y + down, rotate: degrees(180) };
  if (turn === 270) return { x: x1 - down, y: box.y + right, rotate: degrees(270) };
  return { x: x1 - right, y: y1 - down, rotate: degrees(0) };
}

function stamp(page: PDFPage, number: number, font: PDFFont): void {
  const text = String(number);
  const size = 11;
  page.drawText(text, { ...numberPlace(page, font.widthOfTextAtSize(text, size)), size, font });
}

/** An image on a page of its own, as large as it fits, upright. */
function place(document: PDFDocument, image: Awaited<ReturnType<PDFDocument['embedJpg']>>, turn: Turn): void {
  const lying = turn % 180 === 90;
  const [width, height] = lying ? [image.height, image.width] : [image.width, image.height];
  const size: [number, number] = width > height ? [a4.long, a4.short] : [a4.short, a4.long];
  const page = document.addPage(size);
  const room = { width: size[0] - 2 * a4.margin, height: size[1] - 2 * a4.margin };
  // No larger than 150 dots an inch would print it: a small image is not blown up.
  const scale = Math.min(room.width / width, room.height / height, 72 / 150);
  const shown = { width: width * scale, height: height * scale };
  const [left, bottom] = [(size[0] - shown.width) / 2, (size[1] - shown.height) / 2];
  const corner = {
    0: { x: left, y: bottom },
    90: { x: left, y: bottom + shown.height },
    180: { x: left + shown.width, y: bottom + shown.height },
    270: { x: left + shown.width, y: bottom },
  }[turn];
  page.drawImage(image, {
    ...corner,
    width: image.width * scale,
    height: image.height * scale,
    rotate: degrees(-turn),
  });
}

/** Binds papers and files into one PDF, part by part. Everything is held in memory until it is finished. */
export class Binder {
  readonly #document: PDFDocument;
  readonly #parts: { title: string; first: number }[] = [];

  private constructor(document: PDFDocument) {
    this.#document = document;
  }

  static async open(): Promise<Binder> {
    return new Binder(await PDFDocument.create({ updateMetadata: false }));
  }

  #began(title: string, before: number): BoundPart {
    this.#parts.push({ title, first: before });
    return { pages: this.#document.getPageCount() - before };
  }

  /** The pages of a PDF. `ours`: made by this program, so that nothing in it is to be feared. */
  async addPdf(bytes: Uint8Array, title: string, ours: boolean): Promise<BoundPart | Unbound> {
    if (!ours && !unfoldsSafely(bytes)) return 'damaged';
    let source: PDFDocument;
    try {
      source = await PDFDocument.load(bytes, { ...atOnce, throwOnInvalidObject: !ours });
      if (source.getPageCount() === 0) return 'damaged';
      if (source.getPageCount() > mostPages) return 'tooLarge';
      if (!ours) for (const page of source.getPages()) still(page);
    } catch (error) {
      return error instanceof Error && /encrypted/i.test(error.message) ? 'encrypted' : 'damaged';
    }
    const before = this.#document.getPageCount();
    try {
      const pages = await this.#document.copyPages(source, source.getPageIndices());
      for (const page of pages) this.#document.addPage(page);
    } catch {
      while (this.#document.getPageCount() > before)
        this.#document.removePage(this.#document.getPageCount() - 1);
      return 'damaged';
    }
    return this.#began(title, before);
  }

  async addImage(
    bytes: Uint8Array,
    title: string,
    type: 'image/jpeg' | 'image/png',
  ): Promise<BoundPart | Unbound> {
    const before = this.#document.getPageCount();
    try {
      if (type === 'image/jpeg') place(this.#document, await this.#document.embedJpg(bytes), jpegTurn(bytes));
      else {
        const chunks = pngChunks(bytes);
        const size = chunks === null ? null : pngSize(chunks);
        if (chunks === null || size === null) return 'damaged';
        if (size.width * size.height > mostPixels) return 'tooLarge';
        place(this.#document, await this.#document.embedPng(pngOf(chunks, drawn)), 0);
      }
    } catch {
      return 'damaged';
    }
    return this.#began(title, before);
  }

  /** Lays a file in as it came, to be taken out of the PDF again. */
  async attach(bytes: Uint8Array, name: string, mediaType: string, at: Date): Promise<BoundPart> {
    const dates = { creationDate: at, modificationDate: at };
    await this.#document.attach(bytes, name, { mimeType: mediaType, description: name, ...dates });
    return { pages: 0 };
  }

  async finish({ papers, title, author, made }: Front): Promise<{ bytes: Uint8Array; front: number }> {
    const document = this.#document;
    let front = 0;
    for (const paper of papers) {
      const source = await PDFDocument.load(paper, atOnce);
      for (const page of await document.copyPages(source, source.getPageIndices()))
        document.insertPage(front++, page);
    }
    const font = await document.embedFont(StandardFonts.Helvetica);
    for (const [index, page] of document.getPages().slice(front).entries()) stamp(page, index + 1, font);
    this.#label(front);
    this.#outline(front);
    document.setTitle(title, { showInWindowTitleBar: true });
    document.setAuthor(author);
    document.setLanguage('zh-CN');
    document.setCreationDate(made);
    document.setModificationDate(made);
    document.setProducer('Gongkai');
    return {
      bytes: await document.save({ addDefaultPage: false, objectsPerTick: Number.POSITIVE_INFINITY }),
      front,
    };
  }

  /** i, ii for cover and index, then 1, 2, 3 as printed on the pages. */
  #label(front: number): void {
    const { context, catalog } = this.#document;
    const nums = [PDFNumber.of(0), context.obj({ S: 'r' }), PDFNumber.of(front), context.obj({ S: 'D' })];
    catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: nums }));
  }

  /** A bookmark at the first page of each part. */
  #outline(front: number): void {
    const { context, catalog } = this.#document;
    const pages = this.#document.getPages();
    const parts = this.#parts.filter(({ first }) => pages[front + first] !== undefined);
    if (parts.length === 0) return;
    const root = context.nextRef();
    const refs: PDFRef[] = parts.map(() => context.nextRef());
    parts.forEach(({ title, first }, index) => {
      const item = context.obj({
        Title: PDFHexString.fromText(title),
        Parent: root,
        Dest: [pages[front + first]!.ref, 'Fit'],
        ...(index > 0 ? { Prev: refs[index - 1]! } : {}),
        ...(index < refs.length - 1 ? { Next: refs[index + 1]! } : {}),
      });
      context.assign(refs[index]!, item);
    });
    const count = PDFNumber.of(refs.length);
    context.assign(
      root,
      context.obj({ Type: 'Outlines', First: refs[0]!, Last: refs.at(-1)!, Count: count }),
    );
    catalog.set(PDFName.of('Outlines'), root);
  }
}

export function carryOut(binder: Binder, order: Order) {
  switch (order.do) {
    case 'pdf':
      return binder.addPdf(order.bytes, order.title, order.ours);
    case 'image':
      return binder.addImage(order.bytes, order.title, order.type);
    case 'attach':
      return binder.attach(order.bytes, order.name, order.type, order.at);
    default:
      return binder.finish(order);
  }
}
