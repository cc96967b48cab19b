import { cellBox, gridOfRules, type RuledGrid } from './pdf-grid.ts';
import { type Box, within } from './pdf-matrix.ts';
import { middleX, middleY, type PageContent, type Rule } from './pdf-page.ts';
import { rulingsOf } from './pdf-rules.ts';

/** More shaded areas than this on a page are a drawing. */
const MOST = 2000;
/** Fewer make no table. */
const FEWEST = 4;
/** So many cells side by side are a row of a table that a page's end has left alone. */
const ROW = 7;

const edges = ([x0, y0, x1, y1]: Box): Rule[] => [
  { level: true, at: y0, from: x0, to: x1 },
  { level: true, at: y1, from: x0, to: x1 },
  { level: false, at: x0, from: y0, to: y1 },
  { level: false, at: x1, from: y0, to: y1 },
];

const middleOf = (box: Box): readonly [number, number] => [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];

/**
 * Tables without lines whose cells are told by their shades, outside of those already known. Every cell with
 * text must be shaded: where only every second row is, nothing tells the cells of the others.
 */
export function shadedGrids(page: PageContent, reach: number, known: readonly Box[]): RuledGrid[] {
  const fills = page.fills.filter((fill) => !known.some((box) => within(box, ...middleOf(fill))));
  if (fills.length < FEWEST || fills.length > MOST) return [];
  const grids = rulingsOf(fills.flatMap(edges), reach)
    .map((ruling) => gridOfRules(ruling, reach))
    .filter((grid) => grid !== null);
  return grids.every((grid) => (grid.ys.length > 2 || grid.xs.length > ROW) && isTold(grid, fills, page))
    ? grids
    : [];
}

/** Whether every cell with text is shaded. */
const isTold = (grid: RuledGrid, fills: readonly Box[], page: PageContent): boolean =>
  grid.cells.every((cell) => {
    const box = cellBox(grid, cell);
    const [x, y] = middleOf(box);
    return (
      fills.some((fill) => within(fill, x, y)) ||
      !page.glyphs.some((glyph) => !glyph.blank && within(box, middleX(glyph), middleY(glyph)))
    );
  });
