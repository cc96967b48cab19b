import type { Box } from './pdf-matrix.ts';

/** A printed character. The page's y axis points down. */
export interface Glyph {
  readonly text: string;
  readonly box: Box;
  /** Where it stands on its line: the point on the base line where it begins, along and across the text. */
  readonly x: number;
  readonly y: number;
  /** Width along the text. */
  readonly width: number;
  /** Size of the type in points of the page. */
  readonly size: number;
  /** Quarter turns of the text clockwise: 0 from left to right, 1 downwards, 3 upwards; -1 aslant. */
  readonly turn: 0 | 1 | 2 | 3 | -1;
  /** Number in the order of drawing. */
  readonly order: number;
  readonly blank: boolean;
}

/** A ruling line along an axis: `at` is its y (level) or x (upright), `from` to `to` its extent. */
export interface Rule {
  readonly level: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What is drawn on a page. */
export interface PageContent {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  /** Shaded rectangles larger than a line. */
  readonly fills: readonly Box[];
  readonly pictures: readonly Box[];
  /** Characters drawn invisibly, as under a scanned page. */
  readonly unseen: number;
  /** Text in the colour of what it stands on: nobody sees it. */
  readonly lost: readonly { readonly text: string; readonly box: Box }[];
}

/** Middle of a glyph: what tells the cell it stands in. */
export const middleX = (glyph: Glyph): number => (glyph.box[0] + glyph.box[2]) / 2;
export const middleY = (glyph: Glyph): number => (glyph.box[1] + glyph.box[3]) / 2;

/** The middle one of some numbers, or `otherwise` for none. */
export function medianOf(values: readonly number[], otherwise: number): number {
  if (values.length === 0) return otherwise;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}
