import type {
  Block,
  MediaType,
  Paragraph,
  Picture,
  ReaderNote,
  SourceDocument,
  Table,
  TableCell,
} from '../document.ts';
import { type Grid, gridOf } from './grid.ts';
import { joinSplitTables } from './join.ts';
import { flow } from './layout.ts';
import { LIMITS } from './limits.ts';
import { firstOfTraditional } from './normalise.ts';
import { type RawBlock, type RawParagraph, TRADITIONAL_NOTE, textOf } from './tree.ts';

export interface RawDocument {
  readonly mediaType: MediaType;
  readonly encoding: string | null;
  readonly metaTitle: string | null;
  readonly blocks: readonly RawBlock[];
  readonly notes: readonly ReaderNote[];
  readonly truncated: boolean;
}

const NONE: readonly Table[] = [];

/** Gives places: numbers paragraphs and tables in reading order, from 1. */
class Assembly {
  readonly blocks: Block[] = [];
  truncated = false;
  #paragraph = 0;
  #table = 0;

  block(block: RawBlock): void {
    if (block.kind === 'paragraph') this.#paragraphs(block);
    else if (block.kind === 'picture') this.blocks.push(this.#picture(block.alt));
    else this.#tables(gridOf(block));
  }

  /** One paragraph a line; a heading keeps its lines together. */
  #paragraphs(raw: RawParagraph): void {
    const { level, origin } = raw;
    this.#paragraph++;
    let column = 1;
    const lines = level === null && raw.text.includes('\n') ? raw.text.split('\n') : [raw.text];
    for (const text of lines) {
      if (this.blocks.length >= LIMITS.blocks) {
        this.truncated = true;
        return;
      }
      const at = { paragraph: this.#paragraph, column };
      this.blocks.push({ kind: 'paragraph', text, at, level, origin } satisfies Paragraph);
      column += text.length + 1;
    }
  }

  #picture(alt: string): Picture {
    return { kind: 'picture', at: { paragraph: Math.max(1, this.#paragraph), column: 1 }, alt };
  }

  #tables(grid: Grid): void {
    const nested: Table[] = [];
    this.blocks.push(this.#placed(grid, nested));
    for (const table of nested) this.blocks.push(table);
  }

  #placed(grid: Grid, nestedHere: Table[]): Table {
    this.#table++;
    const number = this.#table;
    if (grid.truncated) this.truncated = true;
    const cells: TableCell[] = [];
    for (const cell of grid.cells) {
      const { content, rowSpan, colSpan } = cell;
      const row = cell.row + 1;
      const column = cell.column + 1;
      const at = { table: number, row, column };
      const plain = content.length === 0 || (content.length === 1 && content[0]!.kind === 'paragraph');
      const nested = plain ? NONE : this.#nested(content, nestedHere);
      const images = plain ? 0 : content.filter((block) => block.kind === 'picture').length;
      cells.push({ text: textOf(content), row, column, rowSpan, colSpan, at, images, nested });
    }
    const at = { table: number, row: 1, column: 1 };
    return { kind: 'table', number, rows: grid.rows, columns: grid.columns, cells, at };
  }

  /** The tables in a cell; they and those in them go to `nestedHere` too. */
  #nested(content: readonly RawBlock[], nestedHere: Table[]): readonly Table[] {
    const nested: Table[] = [];
    for (const block of content) {
      if (block.kind !== 'table') continue;
      const deeper: Table[] = [];
      const table = this.#placed(gridOf(block), deeper);
      nested.push(table);
      nestedHere.push(table);
      for (const one of deeper) nestedHere.push(one);
    }
    return nested;
  }
}

/** A document with places out of the gathered blocks: layout tables dissolved, split tables joined. */
export function assemble(raw: RawDocument): SourceDocument {
  const assembly = new Assembly();
  for (const block of flow(raw.blocks)) assembly.block(block);
  const blocks = joinSplitTables(assembly.blocks);
  const notes = [...raw.notes];
  const traditional = firstOfTraditional(blocks);
  if (traditional) notes.push({ kind: 'traditional', text: TRADITIONAL_NOTE, at: traditional.at });
  if (raw.truncated || assembly.truncated)
    notes.push({
      kind: 'truncated',
      text: `文件过大：表格只读取前${LIMITS.columns}列、${LIMITS.rows}行，全文只读取前${LIMITS.blocks}段（格），其余未读取。`,
      at: null,
    });
  return { mediaType: raw.mediaType, encoding: raw.encoding, metaTitle: raw.metaTitle, blocks, notes };
}
