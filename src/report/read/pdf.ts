import type { Block, ReaderNote, SourceDocument } from '../document.ts';
import { UnreadableFile } from '../document.ts';
import { LIMITS } from './limits.ts';
import { firstOfTraditional } from './normalise.ts';
import { contentOf } from './pdf-content.ts';
import { blocksOf } from './pdf-flow.ts';
import type { SourceFont } from './pdf-glyphs.ts';
import { rounded } from './pdf-join.ts';
import { areaOf, isMatrix, type Matrix } from './pdf-matrix.ts';
import { type CMapSource, type OpenPdf, openPdf, overdrawn } from './pdf-open.ts';
import type { PageContent } from './pdf-page.ts';
import { examineStreams } from './pdf-streams.ts';
import { upright } from './pdf-turn.ts';
import { TRADITIONAL_NOTE } from './tree.ts';

export type { CMapSource } from './pdf-open.ts';

/** What reading a PDF needs from outside. */
export interface PdfHelp {
  /** Needed for Chinese fonts that are not embedded; without it such a file is refused. */
  readonly characterMap?: CMapSource | undefined;
}

/** A page with fewer characters than this and a picture over half of it is a scan. */
const FEW = 20;

const isScan = (page: PageContent): boolean => {
  const seen = page.glyphs.reduce((count, glyph) => count + (glyph.blank ? 0 : 1), 0);
  const pictured = page.pictures.reduce((sum, box) => sum + areaOf(box), 0);
  return seen < FEW && pictured > 0.4 * page.width * page.height;
};

async function fontsOf(
  page: { readonly commonObjs: { get(id: string, done: (font: unknown) => void): unknown } },
  names: readonly string[],
): Promise<Map<string, SourceFont>> {
  const fonts = new Map<string, SourceFont>();
  await Promise.all(
    names.map(
      (name) =>
        new Promise<void>((done) => {
          page.commonObjs.get(name, (font) => {
            if (font !== null && typeof font === 'object') fonts.set(name, font as SourceFont);
            done();
          });
        }),
    ),
  );
  return fonts;
}

const SET_FONT = 37;
const SET_STATE = 9;

/** Names of the fonts that a page's operators set. */
function fontNames(fnArray: readonly number[], argsArray: readonly unknown[]): string[] {
  const names = new Set<string>();
  fnArray.forEach((fn, i) => {
    const args = argsArray[i] as readonly unknown[] | null;
    if (fn === SET_FONT && args) names.add(String(args[0]));
    if (fn === SET_STATE && Array.isArray(args?.[0]))
      for (const [key, value] of args[0] as [string, unknown][])
        if (key === 'Font' && Array.isArray(value)) names.add(String(value[0]));
  });
  return [...names];
}

async function readPage(
  pdf: OpenPdf,
  number: number,
  isShown: (group: unknown) => boolean,
): Promise<PageContent> {
  const page = await pdf.guard(pdf.document.getPage(number));
  pdf.nextPage();
  const operators = await pdf.guard(page.getOperatorList());
  const fonts = await pdf.guard(fontsOf(page, fontNames(operators.fnArray, operators.argsArray)));
  const view = page.getViewport({ scale: 1 });
  const base = isMatrix(view.transform) ? (Array.from(view.transform) as unknown as Matrix) : null;
  if (base === null) throw new UnreadableFile('corrupt', 'PDF 文件的页面尺寸不可用，无法读取。');
  const size = [view.width, view.height] as const;
  const content = contentOf(number, operators, base, size, (name) => fonts.get(name) ?? null, isShown);
  page.cleanup();
  return upright(content);
}

function titleIn(info: unknown): string | null {
  const title = (info as { Title?: unknown } | null)?.Title;
  return typeof title === 'string' && title.trim() !== '' ? title.trim() : null;
}

/**
 * A PDF as a positioned document: characters and ruling lines of every page, tables as grids with their merges,
 * running text in paragraphs, running heads and page numbers kept apart (`origin` header and footer).
 * @throws UnreadableFile for files that are encrypted, damaged, too large, or nothing but pictures of pages
 */
export async function readPdf(bytes: Uint8Array, help: PdfHelp = {}): Promise<SourceDocument> {
  const largest = examineStreams(bytes);
  const pdf = await openPdf(bytes, largest, help.characterMap ?? null);
  try {
    const { numPages } = pdf.document;
    if (numPages > LIMITS.pdfPages)
      throw new UnreadableFile(
        'tooLarge',
        `文件有${numPages}页，超过可读取的上限${LIMITS.pdfPages}页。请确认是否选错了文件。`,
      );
    if (numPages * largest > LIMITS.pdfDrawn) throw overdrawn();
    const groups = await pdf.guard(pdf.document.getOptionalContentConfig());
    const metadata = await pdf.guard(pdf.document.getMetadata().catch(() => null));
    const pages: PageContent[] = [];
    for (let number = 1; number <= numPages; number++)
      pages.push(await readPage(pdf, number, (group) => groups.isVisible(group as never)));
    return documentOf(pages, titleIn(metadata?.info));
  } finally {
    await pdf.close();
  }
}

/** Text that nobody sees is no part of the report, but whoever copies the file gets it. */
function lostText({ number, lost }: PageContent): ReaderNote[] {
  const text = lost
    .map((one) => one.text)
    .join('')
    .trim();
  if (text === '') return [];
  const quoted = text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
  const at = { page: number, box: rounded(lost[0]!.box) };
  return [{ kind: 'hidden', text: `第${number}页与底色同色的文字“${quoted}”`, at }];
}
const QUOTED = 20;

function documentOf(pages: readonly PageContent[], metaTitle: string | null): SourceDocument {
  const scans = pages.filter(isScan);
  if (pages.every((page) => isScan(page) || page.glyphs.every((glyph) => glyph.blank)))
    throw new UnreadableFile(
      'unsupported',
      scans.length === 0
        ? 'PDF 文件里没有文字，未检查。请用报告的原始文档（docx）或由它导出的 PDF。'
        : '扫描件：未检查。文件各页都是图片，没有文字。请用报告的原始文档（docx）或由它导出的 PDF。',
    );
  const blocks: Block[] = blocksOf(pages);
  const notes: ReaderNote[] = [];
  const traditional = firstOfTraditional(blocks);
  if (traditional) notes.push({ kind: 'traditional', text: TRADITIONAL_NOTE, at: traditional.at });
  notes.push(...pages.flatMap(lostText));
  if (scans.length > 0)
    notes.push({
      kind: 'scannedPages',
      text: `第${scans.map((page) => page.number).join('、')}页是扫描件：未检查。`,
      at: { page: scans[0]!.number, box: [0, 0, scans[0]!.width, scans[0]!.height] },
    });
  return { mediaType: 'application/pdf', encoding: null, metaTitle, blocks, notes };
}
