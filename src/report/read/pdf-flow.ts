import type { Block, Paragraph } from '../document.ts';
import { alignedBlock, alignedTables } from './pdf-aligned.ts';
import type { AlignedTable } from './pdf-aligned-runs.ts';
import { type ColumnLine, columnLines, doubtedAtBreaks } from './pdf-columns.ts';
import { isHalfRuled, isTakenUp } from './pdf-halves.ts';
import { addPart, type GrowingTable, grow, rounded, tableOf } from './pdf-join.ts';
import type { TextLine } from './pdf-lines.ts';
import { type MarginPage, marginLines } from './pdf-margins.ts';
import { areaOf, type Box, within } from './pdf-matrix.ts';
import { type Glyph, middleX, middleY, type PageContent } from './pdf-page.ts';
import { type Measure, measureOf, Prose } from './pdf-prose.ts';
import { type PageTable, ruledTables } from './pdf-tables.ts';

/** What stands on a page, from the top. */
type Element =
  | { readonly kind: 'line'; readonly top: number; readonly line: TextLine; readonly column: 0 | 1 | 2 }
  | { readonly kind: 'table'; readonly top: number; readonly table: PageTable }
  | { readonly kind: 'aligned'; readonly top: number; readonly table: AlignedTable }
  | { readonly kind: 'picture'; readonly top: number; readonly box: Box };

interface Layout {
  readonly page: PageContent;
  readonly tables: readonly PageTable[];
  readonly lines: readonly ColumnLine[];
  readonly pictures: readonly Box[];
  /** Characters outside ruled tables that run downwards or upwards. */
  readonly turned: readonly Glyph[];
  /** Tables without lines that begin on the page. */
  readonly aligned: readonly AlignedTable[];
}

/** Characters printed on a picture, past which it is a background. */
const BACKGROUND = 30;
/** Pictures smaller than this part of the page are ornaments. */
const ORNAMENT = 0.01;

function layoutOf(page: PageContent, undone?: readonly Box[]): Layout {
  const { tables, rest, pictures } = ruledTables(page, undone);
  const lines = columnLines(rest);
  const shown = pictures.filter((box) => isPicture(box, page, rest));
  const turned = rest.filter((glyph) => glyph.turn > 0 && !glyph.blank);
  return { page, tables, lines, pictures: shown, turned, aligned: [] };
}

function isPicture(box: Box, page: PageContent, glyphs: readonly Glyph[]): boolean {
  if (areaOf(box) < ORNAMENT * page.width * page.height) return false;
  let printed = 0;
  for (const glyph of glyphs) if (!glyph.blank && within(box, middleX(glyph), middleY(glyph))) printed++;
  return printed <= BACKGROUND;
}

const marginPage = ({ page, lines, tables, pictures }: Layout): MarginPage => ({
  number: page.number,
  height: page.height,
  lines: lines.map(({ line }) => line),
  others: [...tables.map((table) => table.box), ...pictures].map((box) => [box[1], box[3]] as const),
});

function elementsOf(layout: Layout, margins: ReadonlySet<TextLine>): Element[] {
  const elements: Element[] = [
    ...layout.lines
      .filter(({ line }) => !margins.has(line))
      .map((one) => ({ kind: 'line' as const, ...one })),
    ...layout.tables.map((table) => ({ kind: 'table' as const, top: table.box[1], table })),
    ...layout.aligned.map((table) => ({ kind: 'aligned' as const, top: table.first.line.box[1], table })),
    ...layout.pictures.map((box) => ({ kind: 'picture' as const, top: box[1], box })),
  ];
  return elements.sort((a, b) => a.top - b.top);
}

/** Puts pages together: paragraphs and tables that a page's end has cut are one. */
class Flow {
  readonly blocks: Block[] = [];
  readonly #prose = new Prose();
  #table: GrowingTable | null = null;
  #tables = 0;

  add(element: Element, page: number, measure: Measure): void {
    if (element.kind === 'table') this.#addTable(element.table);
    else if (element.kind === 'aligned') {
      this.#settle();
      this.blocks.push(alignedBlock(element.table, ++this.#tables));
    } else if (element.kind === 'picture') {
      this.#settle();
      this.blocks.push({ kind: 'picture', at: { page, box: rounded(element.box) }, alt: '' });
    } else {
      this.#settleTable();
      this.#prose.add(element.line, page, measure);
    }
  }

  #addTable(table: PageTable): void {
    const open = this.#table;
    if (open !== null && open.last.page + 1 === table.page && addPart(open, table)) return;
    this.#settle();
    this.#table = grow(table);
  }

  #settleTable(): void {
    if (this.#table === null) return;
    this.#tables++;
    this.blocks.push(tableOf(this.#table, this.#tables));
    this.#table = null;
  }

  #settle(): void {
    this.blocks.push(...this.#prose.take());
    this.#settleTable();
  }

  end(): Block[] {
    this.#settle();
    return this.blocks;
  }
}

/** Running heads and feet, each once: kept, but no part of the text. */
function marginBlocks(layouts: readonly Layout[], margins: ReadonlySet<TextLine>): Paragraph[] {
  const told = new Set<string>();
  const out: Paragraph[] = [];
  for (const { page, lines } of layouts)
    for (const { line } of lines) {
      const key = line.text.replace(/\d+/g, '#');
      if (!margins.has(line) || told.has(key)) continue;
      told.add(key);
      const at = { page: page.number, box: rounded(line.box) };
      const origin = line.box[1] < page.height / 2 ? 'header' : 'footer';
      out.push({ kind: 'paragraph', text: line.text, at, level: null, origin });
    }
  return out;
}

/** Lines of running text by what they are measured with: pages of one width, and their columns. */
function measures(
  layouts: readonly Layout[],
  margins: ReadonlySet<TextLine>,
): (page: Layout, column: number) => Measure {
  const lines = new Map<string, TextLine[]>();
  const keyOf = ({ page }: Layout, column: number): string => `${Math.round(page.width)} ${column}`;
  for (const layout of layouts)
    for (const { line, column } of layout.lines) {
      if (margins.has(line)) continue;
      const key = keyOf(layout, column);
      const list = lines.get(key) ?? [];
      lines.set(key, list);
      list.push(line);
    }
  const known = new Map<string, Measure>();
  return (layout, column) => {
    const key = keyOf(layout, column);
    const measure = known.get(key) ?? measureOf(lines.get(key) ?? [], layout.page.width);
    known.set(key, measure);
    return measure;
  };
}

/** The pages with the tables that are told by alignment taken out of their lines; text in columns has none. */
function withAligned(layouts: readonly Layout[], margins: ReadonlySet<TextLine>): Layout[] {
  const lines = layouts.flatMap(({ page, lines: own }) =>
    own
      .filter(({ line, column }) => column === 0 && !margins.has(line))
      .map(({ line }) => ({ page: page.number, line })),
  );
  const turned = new Map(layouts.map(({ page, turned }) => [page.number, turned]));
  const tables = alignedTables(lines, (page) => turned.get(page)!);
  if (tables.length === 0) return [...layouts];
  const used = new Set(tables.flatMap((table) => [...table.lines]));
  return layouts.map((layout) => ({
    ...layout,
    lines: layout.lines.filter(({ line }) => !used.has(line)),
    aligned: tables.filter(({ first }) => first.page === layout.page.number),
  }));
}

interface Drawn {
  readonly layouts: readonly Layout[];
  readonly margins: ReadonlySet<TextLine>;
}

/** Pages with their running heads and the tables that alignment tells. */
function alignedOf(drawn: readonly Layout[]): Drawn {
  const margins = marginLines(drawn.map(marginPage));
  const lines = doubtedAtBreaks(
    drawn.map((layout) => layout.lines),
    (line) => !margins.has(line),
  );
  const whole = drawn.map((layout, i) => ({ ...layout, lines: lines[i]! }));
  return { layouts: withAligned(whole, margins), margins };
}

/** The pages read anew without the half ruled tables among theirs that alignment tells better. */
function withoutHalves(drawn: readonly Layout[]): Drawn {
  const boxes = drawn.map(({ tables }) => tables.filter(isHalfRuled).map(({ box }) => box));
  if (boxes.every((list) => list.length === 0)) return alignedOf(drawn);
  const undo = (of: readonly (readonly Box[])[]): Layout[] =>
    drawn.map((layout, i) => (of[i]!.length === 0 ? layout : layoutOf(layout.page, of[i]!)));
  const all = undo(boxes);
  const first = alignedOf(all);
  const used = new Set(first.layouts.flatMap(({ aligned }) => aligned.flatMap((table) => [...table.lines])));
  const taken = boxes.map((list, i) =>
    list.filter((box) =>
      isTakenUp(
        box,
        all[i]!.lines.map(({ line }) => line),
        used,
      ),
    ),
  );
  return taken.every((list, i) => list.length === boxes[i]!.length) ? first : alignedOf(undo(taken));
}

/** The blocks of all pages in reading order. */
export function blocksOf(pages: readonly PageContent[]): Block[] {
  const { layouts, margins } = withoutHalves(pages.map((page) => layoutOf(page)));
  const measure = measures(layouts, margins);
  const flow = new Flow();
  for (const layout of layouts)
    for (const element of elementsOf(layout, margins))
      flow.add(element, layout.page.number, measure(layout, element.kind === 'line' ? element.column : 0));
  return [...flow.end(), ...marginBlocks(layouts, margins)];
}
