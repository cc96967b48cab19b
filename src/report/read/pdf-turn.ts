import type { Box } from './pdf-matrix.ts';
import type { Glyph, PageContent } from './pdf-page.ts';

type Point = readonly [number, number];
type Turn = 0 | 1 | 2 | 3;

/** A point of the page after it is turned so that text running in `turn` runs from left to right. */
function turnPoint(turn: Turn, width: number, height: number, [x, y]: Point): Point {
  if (turn === 1) return [y, width - x];
  if (turn === 2) return [width - x, height - y];
  return turn === 3 ? [height - y, x] : [x, y];
}

function turnBox(turn: Turn, width: number, height: number, box: Box): Box {
  const a = turnPoint(turn, width, height, [box[0], box[1]]);
  const b = turnPoint(turn, width, height, [box[2], box[3]]);
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])];
}

/** The way most of a page's text runs; a few turned heads of columns do not turn a page. */
function mainTurn(glyphs: readonly Glyph[]): Turn {
  const counts = [0, 0, 0, 0];
  for (const { turn, blank } of glyphs) if (turn >= 0 && !blank) counts[turn]!++;
  const most = counts.indexOf(Math.max(...counts)) as Turn;
  return counts[most]! > 2 * counts[0]! ? most : 0;
}

/** A page set sideways, as a wide table on an upright sheet is, turned to be read; others as they are. */
export function upright(page: PageContent): PageContent {
  const turn = mainTurn(page.glyphs);
  if (turn === 0) return page;
  const { width, height } = page;
  const box = (b: Box): Box => turnBox(turn, width, height, b);
  const glyphs = page.glyphs.map((glyph): Glyph => {
    const [x, y] = turnPoint(turn, width, height, [glyph.x, glyph.y]);
    const turned = glyph.turn < 0 ? -1 : (((glyph.turn - turn + 4) % 4) as Turn);
    return { ...glyph, x, y, box: box(glyph.box), turn: turned };
  });
  const rules = page.rules.map((rule) => {
    const [x0, y0, x1, y1] = box(
      rule.level ? [rule.from, rule.at, rule.to, rule.at] : [rule.at, rule.from, rule.at, rule.to],
    );
    const level = turn === 2 ? rule.level : !rule.level;
    return level ? { level, at: y0, from: x0, to: x1 } : { level, at: x0, from: y0, to: y1 };
  });
  const turned = { glyphs, rules, fills: page.fills.map(box), pictures: page.pictures.map(box) };
  const lost = page.lost.map((one) => ({ ...one, box: box(one.box) }));
  return {
    ...page,
    ...turned,
    lost,
    width: turn === 2 ? width : height,
    height: turn === 2 ? height : width,
  };
}
