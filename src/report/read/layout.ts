import { type RawBlock, type RawCell, type RawParagraph, type RawTable, textOf } from './tree.ts';

/** A cell of this many characters holds running text, not a label, a note or a figure of the form. */
const PROSE = 150;
const PROSE_OF_PARAGRAPHS = 80;
const SECTION = /^\s*[（(]?[一二三四五六七八九十]{1,2}[)）]?\s*[、.．,，]/;

const PART = /^\s*[一二三四五六七八九十]{1,2}\s*[、.．]/;

const isTable = (block: RawBlock): block is RawTable => block.kind === 'table';

function isProse(content: readonly RawBlock[]): boolean {
  let length = 0;
  let paragraphs = 0;
  for (const block of content) {
    if (block.kind !== 'paragraph') continue;
    length += block.text.length;
    paragraphs++;
  }
  return length > PROSE || (paragraphs >= 4 && length > PROSE_OF_PARAGRAPHS);
}

const holdsPage = (cell: RawCell): boolean => cell.content.some(isTable) || isProse(cell.content);

/**
 * Whether a row that is one single cell belongs to the text around the table: a section's heading, prose, or a
 * title with no row of the table right below it.
 */
function isTextRow(row: readonly RawCell[], below: readonly RawCell[] | undefined, first: boolean): boolean {
  if (row.length > 1) return false;
  const { content } = row[0]!;
  if (content.some(isTable) || isProse(content) || SECTION.test(textOf(content))) return true;
  return first && (below?.length ?? 0) <= 1;
}

/**
 * Blocks with the tables that only lay out the page dissolved: their text flows where it stands, and the rows
 * between that are a table of their own stay one. Tables in one another are looked at from the inside out.
 */
export function flow(blocks: readonly RawBlock[]): readonly RawBlock[] {
  if (!blocks.some(isTable)) return blocks;
  const out: RawBlock[] = [];
  for (const block of blocks) {
    if (isTable(block)) dissolve(block, out);
    else out.push(block);
  }
  return out;
}

function flowCells(table: RawTable): void {
  for (const row of table.rows)
    for (const cell of row) {
      if (!cell.content.some(isTable)) continue;
      const flowed = flow(cell.content);
      cell.content.length = 0;
      pushAll(cell.content, flowed);
    }
}

function dissolve(table: RawTable, out: RawBlock[]): void {
  flowCells(table);
  const parts = table.rows.filter((row) => row.length === 1 && PART.test(textOf(row[0]!.content))).length;
  const single = table.rows.every((row) => row.length <= 1);
  if (!single && parts < 2 && !table.rows.some((row) => row.some(holdsPage))) {
    out.push(table);
    return;
  }
  let kept: RawCell[][] = [];
  const settle = (): void => {
    if (kept.some((row) => row.length > 1)) out.push({ kind: 'table', rows: kept });
    else for (const row of kept) for (const cell of row) pushAll(out, cell.content);
    kept = [];
  };
  table.rows.forEach((row, index) => {
    const isText = row.length > 0 && (single || isTextRow(row, table.rows[index + 1], kept.length === 0));
    if (isText || (row.length > 1 && row.some(holdsPage))) {
      settle();
      for (const cell of row) pushAll(out, cell.content);
    } else kept.push(row);
  });
  settle();
}

function pushAll(out: RawBlock[], content: readonly RawBlock[]): void {
  for (const block of content) out.push(block);
}

/**
 * Paragraphs of page heads and feet keep their origin only where the body is larger: an element that is never
 * closed would else take the report with it.
 */
export function withoutFalseMargins(blocks: readonly RawBlock[]): readonly RawBlock[] {
  let body = 0;
  let margins = 0;
  for (const block of blocks) {
    if (block.kind !== 'paragraph') continue;
    if (block.origin === 'body') body += block.text.length;
    else margins += block.text.length;
  }
  if (margins === 0 || body > margins) return blocks;
  return blocks.map((block) =>
    block.kind === 'paragraph' ? ({ ...block, origin: 'body' } satisfies RawParagraph) : block,
  );
}
