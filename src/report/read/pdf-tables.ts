import { type CellText, cellText } from './pdf-cell.ts';
import { cellBox, gridOfRules, intervalOf, type RuledCell, type RuledGrid } from './pdf-grid.ts';
import { areaOf, type Box, within } from './pdf-matrix.ts';
import { type Glyph, medianOf, middleX, middleY, type PageContent } from './pdf-page.ts';
import { rulingsOf } from './pdf-rules.ts';
import { shadedGrids } from './pdf-shades.ts';
import { withoutStrikes } from './pdf-strike.ts';

/** A cell of a table on one page with what is printed in it. */
export interface PrintedCell extends RuledCell, CellText {
  readonly box: Box;
  readonly images: number;
  /** Whether it spans several rows, those that a page's end has cut off included. */
  readonly tall: boolean;
}

/** A table, or the part of one, on one page. */
export interface PageTable {
  readonly page: number;
  readonly box: Box;
  readonly xs: readonly number[];
  readonly rows: number;
  readonly cells: readonly PrintedCell[];
}

/** Parts of a page that are tables, and the characters and pictures that stand outside. */
export interface TablesOfPage {
  readonly tables: readonly PageTable[];
  readonly rest: readonly Glyph[];
  readonly pictures: readonly Box[];
}

/** More tables than this on a page are a drawing. */
const MOST_TABLES = 400;

/** How near lines must be to touch and to count as one: less where the type is small. */
export const reachOf = (glyphs: readonly Glyph[]): number =>
  Math.min(3, Math.max(0.9, 0.33 * medianOf(glyphs.map((glyph) => glyph.size).slice(0, 4000), 9)));

interface Open {
  readonly grid: RuledGrid;
  readonly box: Box;
  /** Cell by its place among the elementary ones. */
  readonly owner: Int32Array;
  readonly glyphs: Glyph[][];
  readonly images: number[];
  /** Height under which a row holds no text. */
  readonly thin: number;
}

function openTable(grid: RuledGrid, reach: number): Open {
  const columns = grid.xs.length - 1;
  const owner = new Int32Array(columns * (grid.ys.length - 1)).fill(-1);
  grid.cells.forEach((cell, index) => {
    for (let row = cell.row; row < cell.rowEnd; row++)
      owner.fill(index, row * columns + cell.column, row * columns + cell.columnEnd);
  });
  return {
    grid,
    box: [grid.xs[0]!, grid.ys[0]!, grid.xs.at(-1)!, grid.ys.at(-1)!],
    owner,
    glyphs: grid.cells.map(() => []),
    images: grid.cells.map(() => 0),
    thin: 1.7 * reach,
  };
}

function cellAt(table: Open, x: number, y: number): number {
  const column = intervalOf(table.grid.xs, x);
  const row = intervalOf(table.grid.ys, y);
  const columns = table.grid.xs.length - 1;
  return column < 0 || row < 0 || column >= columns || row >= table.grid.ys.length - 1
    ? -1
    : table.owner[row * columns + column]!;
}

function printed(page: number, table: Open): PageTable {
  const cells = table.grid.cells.map((cell, i): PrintedCell => {
    const box = cellBox(table.grid, cell);
    return {
      ...cell,
      ...cellText(table.glyphs[i]!, box),
      box,
      images: table.images[i]!,
      tall: cell.rowEnd - cell.row > 1,
    };
  });
  const { xs, ys } = table.grid;
  const whole = { page, box: table.box, xs, rows: ys.length - 1, cells };
  return withoutSlivers(withoutGaps(whole, ys, table.thin));
}

/** Without rows too low for any text, as doubled lines leave them. */
function withoutGaps(table: PageTable, ys: readonly number[], thin: number): PageTable {
  const kept = ys.slice(1).map((y, row) => y - ys[row]! >= thin);
  if (!kept.includes(false)) return table;
  for (const cell of table.cells) if (cell.rowEnd === cell.row + 1 && cell.text !== '') kept[cell.row] = true;
  if (!kept.includes(false)) return table;
  const rank = [0];
  for (const keep of kept) rank.push(rank.at(-1)! + (keep ? 1 : 0));
  const cells = table.cells
    .map((cell) => ({ ...cell, row: rank[cell.row]!, rowEnd: rank[cell.rowEnd]! }))
    .filter((cell) => cell.rowEnd > cell.row);
  return { ...table, rows: rank.at(-1)!, cells };
}

/** Without an empty first or last row that the page's end has left of a row printed on the other page. */
function withoutSlivers(table: PageTable): PageTable {
  let { rows, cells } = table;
  const own = (row: number) => cells.filter((cell) => cell.row === row && cell.rowEnd === row + 1);
  if (rows > 1 && own(rows - 1).every((cell) => cell.text === '' && cell.openBelow)) {
    rows--;
    cells = cells
      .filter((cell) => cell.row < rows)
      .map((cell) => (cell.rowEnd > rows ? { ...cell, rowEnd: rows } : cell));
  }
  if (rows > 1 && own(0).every((cell) => cell.text === '' && cell.openAbove)) {
    rows--;
    cells = cells
      .filter((cell) => cell.rowEnd > 1)
      .map((cell) => ({ ...cell, row: Math.max(0, cell.row - 1), rowEnd: cell.rowEnd - 1 }));
  }
  return { ...table, rows, cells };
}

/** Whether a grid is a table: several columns, and text in more than one cell. */
const isTable = (table: Open): boolean =>
  table.grid.xs.length > 2 && table.glyphs.filter((glyphs) => glyphs.some((one) => !one.blank)).length > 1;

interface Placed {
  readonly glyph: Glyph;
  readonly into: Glyph[];
}

const FIGURE = /^[\d０-９.,]$/;

/** Whether two figures drawn one after the other touch: a number that runs over the border of its cell. */
const isOneNumber = (first: Glyph, second: Glyph): boolean =>
  FIGURE.test(first.text) &&
  FIGURE.test(second.text) &&
  first.turn === 0 &&
  second.turn === 0 &&
  Math.abs(first.y - second.y) < 0.1 * first.size &&
  Math.abs(second.x - first.x - first.width) < 0.12 * first.size;

const NONE: readonly Box[] = [];

/** The ruled tables of a page but for those with a box of `undone`; a frame around text alone is none. */
export function ruledTables(page: PageContent, undone: readonly Box[] = NONE): TablesOfPage {
  const reach = reachOf(page.glyphs);
  const ruled = rulingsOf(withoutStrikes(page.rules, page.glyphs), reach)
    .map((ruling) => gridOfRules(ruling, reach))
    .filter((grid) => grid !== null && grid.xs.length > 2)
    .slice(0, MOST_TABLES)
    .map((grid) => openTable(grid!, reach));
  const boxes = ruled.map((table) => table.box);
  const shaded = shadedGrids(page, reach, boxes).map((grid) => openTable(grid, reach));
  const isUndone = ({ box }: Open): boolean => undone.some((one) => one.every((side, i) => side === box[i]));
  const open = [...ruled, ...shaded]
    .filter((table) => !isUndone(table))
    .sort((a, b) => areaOf(a.box) - areaOf(b.box));
  if (open.length === 0) return { tables: [], rest: page.glyphs, pictures: page.pictures };
  const rest: Glyph[] = [];
  let last: Placed | null = null;
  for (const glyph of page.glyphs) {
    const [x, y] = [middleX(glyph), middleY(glyph)];
    const table = glyph.turn < 0 ? undefined : open.find((one) => within(one.box, x, y));
    const cell = table === undefined ? -1 : cellAt(table, x, y);
    if (cell < 0) rest.push(glyph);
    else table!.glyphs[cell]!.push(glyph);
    const placed: Placed | null = cell < 0 ? null : { glyph, into: table!.glyphs[cell]! };
    if (last !== null && placed !== null && last.into !== placed.into && isOneNumber(last.glyph, glyph))
      for (const { into } of [last, placed]) into.push({ ...glyph, text: '\ufffd' });
    last = placed;
  }
  const pictures: Box[] = [];
  for (const picture of page.pictures) {
    const [x, y] = [(picture[0] + picture[2]) / 2, (picture[1] + picture[3]) / 2];
    const table = open.find((one) => within(one.box, x, y) && areaOf(picture) < 0.8 * areaOf(one.box));
    const cell = table === undefined ? -1 : cellAt(table, x, y);
    if (cell < 0) pictures.push(picture);
    else table!.images[cell]!++;
  }
  for (const table of open) if (!isTable(table)) for (const glyphs of table.glyphs) rest.push(...glyphs);
  const tables = open.filter(isTable).map((table) => printed(page.number, table));
  rest.sort((a, b) => a.order - b.order);
  return { tables, rest, pictures };
}
