import { areaOf, type Box, boxOf, intersect, type Matrix, union } from './pdf-matrix.ts';
import type { Rule } from './pdf-page.ts';

/** Kinds of step in a path as pdf.js hands it on. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;

/** The thickest ruling line in points. */
const THICK = 3.5;
/** Shorter strokes rule nothing; dots of a dotted border are filled. */
const SHORT = 1.5;
/** How far a line may lean over its length and still be level or upright. */
const LEAN = 0.6;

/** Lines and shaded areas of a page as they are drawn. */
export interface Drawn {
  readonly rules: Rule[];
  readonly fills: Box[];
}

/** A closed or open part of a path, straight lines only. */
interface Part {
  readonly points: number[];
  curved: boolean;
  closed: boolean;
}

function partsOf(path: ArrayLike<number>, m: Matrix): Part[] {
  const parts: Part[] = [];
  let part: Part | null = null;
  const point = (x: number, y: number): void => {
    part?.points.push(m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]);
  };
  for (let i = 0; i < path.length; ) {
    const step = path[i++]!;
    if (step === MOVE) {
      part = { points: [], curved: false, closed: false };
      parts.push(part);
      point(path[i]!, path[i + 1]!);
      i += 2;
    } else if (step === LINE) {
      point(path[i]!, path[i + 1]!);
      i += 2;
    } else if (step === CURVE || step === QUADRATIC) {
      i += step === CURVE ? 6 : 4;
      if (part) part.curved = true;
      point(path[i - 2]!, path[i - 1]!);
    } else if (part) part.closed = true;
  }
  return parts;
}

function boxOfPart({ points }: Part): Box {
  let box: Box = [points[0]!, points[1]!, points[0]!, points[1]!];
  for (let i = 2; i < points.length; i += 2)
    box = union(box, [points[i]!, points[i + 1]!, points[i]!, points[i + 1]!]);
  return box;
}

function line(out: Drawn, x0: number, y0: number, x1: number, y1: number): void {
  const [dx, dy] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
  if (dy <= LEAN && dx >= SHORT)
    out.rules.push({ level: true, at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) });
  else if (dx <= LEAN && dy >= SHORT)
    out.rules.push({ level: false, at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) });
}

/** Lines along every straight side of a stroked path. A stroke as wide as an area is one. */
export function strokePath(out: Drawn, path: ArrayLike<number>, m: Matrix, width: number): void {
  for (const part of partsOf(path, m)) {
    const { points } = part;
    if (points.length < 4) continue;
    if (width > THICK) {
      const [x0, y0, x1, y1] = boxOfPart(part);
      const half = width / 2;
      const level = x1 - x0 >= y1 - y0;
      out.fills.push(level ? [x0, y0 - half, x1, y1 + half] : [x0 - half, y0, x1 + half, y1]);
      continue;
    }
    if (part.curved && points.length < 8) continue;
    for (let i = 2; i < points.length; i += 2)
      line(out, points[i - 2]!, points[i - 1]!, points[i]!, points[i + 1]!);
    if (part.closed) line(out, points.at(-2)!, points.at(-1)!, points[0]!, points[1]!);
  }
}

/** Whether one box lies in another with a narrow frame between: a border filled as the ring of two rectangles. */
const isFrame = (outer: Box, inner: Box): boolean =>
  [inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3]].every(
    (gap) => gap >= -0.01 && gap <= THICK,
  ) && outer[2] - outer[0] > 2 * THICK;

function frame(out: Drawn, [x0, y0, x1, y1]: Box): void {
  line(out, x0, y0, x1, y0);
  line(out, x0, y1, x1, y1);
  line(out, x0, y0, x0, y1);
  line(out, x1, y0, x1, y1);
}

function fillBox(out: Drawn, box: Box, white: boolean): void {
  const [width, height] = [box[2] - box[0], box[3] - box[1]];
  if (Math.min(width, height) > THICK) {
    if (!white) out.fills.push(box);
    return;
  }
  if (white) return;
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  const dot = Math.max(width, height) < THICK && Math.max(width, height) < 2 * Math.min(width, height);
  if (dot || width >= height) out.rules.push({ level: true, at: y, from: box[0], to: box[2] });
  if (dot || width < height) out.rules.push({ level: false, at: x, from: box[1], to: box[3] });
}

/** Thin filled shapes are lines, frames are borders, the rest are shaded areas; white ones count as nothing. */
export function fillPath(out: Drawn, path: ArrayLike<number>, m: Matrix, white: boolean): void {
  const boxes: Box[] = [];
  for (const part of partsOf(path, m)) {
    if (part.points.length < 6 || (part.curved && part.points.length < 10)) continue;
    boxes.push(boxOfPart(part));
  }
  for (let i = 0; i < boxes.length; i++) {
    const [box, next] = [boxes[i]!, boxes[i + 1]];
    if (next !== undefined && (isFrame(box, next) || isFrame(next, box))) {
      if (!white) frame(out, isFrame(box, next) ? box : next);
      i++;
    } else fillBox(out, box, white);
  }
}

/** The box around a clipping path. */
export const clipBox = (bounds: ArrayLike<number>, m: Matrix): Box =>
  boxOf(m, bounds[0]!, bounds[1]!, bounds[2]!, bounds[3]!);

/** How far outside its clip a line may lie and still be seen, by its thickness. */
const EDGE = 0.8;

/** Cuts what was drawn since `before` to what the clip shows. */
export function clipDrawn(drawn: Drawn, before: readonly [rules: number, fills: number], clip: Box): void {
  for (const rule of drawn.rules.splice(before[0])) {
    const [low, high] = rule.level ? [clip[1], clip[3]] : [clip[0], clip[2]];
    if (rule.at < low - EDGE || rule.at > high + EDGE) continue;
    const from = Math.max(rule.from, rule.level ? clip[0] : clip[1]);
    const to = Math.min(rule.to, rule.level ? clip[2] : clip[3]);
    if (to > from) drawn.rules.push(from === rule.from && to === rule.to ? rule : { ...rule, from, to });
  }
  for (const fill of drawn.fills.splice(before[1])) {
    const shown = intersect(fill, clip);
    if (areaOf(shown) > 0) drawn.fills.push(shown);
  }
}
