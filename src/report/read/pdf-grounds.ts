import { type Box, intersect, type Matrix, union, within } from './pdf-matrix.ts';
import { type Glyph, medianOf, middleX, middleY } from './pdf-page.ts';
import { clipBox } from './pdf-paths.ts';

/** What shows through where nothing is painted. */
const WHITE = '#ffffff';
/** Numbers of the path of one rectangle, or of fewer sides. */
const RECTANGLE = 16;
/** Lines hide no text. */
const THIN = 3.5;
/** Paint this faint is not seen, and text this faint is a mark behind others. */
const FAINT = 0.03;
const SHONE = 0.5;
/** More painted areas than this on a page are a drawing. */
const MOST = 4000;
/** Colours whose parts differ by no more than this are one to the eye. */
const SAME = 7;
/** From this lightness on, of 1, a colour may be that of a mark behind the text, and from this many times its size. */
const LIGHT = 0.6;
const LARGE = 1.6;

interface Ground {
  readonly box: Box;
  /** Null for a picture, a pattern or what is not known to cover all of its box. */
  readonly colour: string | null;
}

const partsOf = (colour: string): readonly number[] => {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 0xff, value & 0xff];
};

/** A colour as pdf.js tells it, null for a pattern. */
export const colourOf = (value: unknown): string | null =>
  typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value) ? value.toLowerCase() : null;

const isSame = (a: string, b: string): boolean => {
  const other = partsOf(b);
  return partsOf(a).every((part, i) => Math.abs(part - other[i]!) <= SAME);
};

const lightness = (colour: string): number => partsOf(colour).reduce((sum, part) => sum + part, 0) / 765;

/** What is set when something is drawn. */
interface Pen {
  readonly m: Matrix;
  readonly clip: Box;
  /** Colour of areas and text, null for a pattern. */
  readonly ink: string | null;
  readonly fillAlpha: number;
  readonly text: { readonly mode: number };
}

/** Areas painted on a page so far, for telling what text on them cannot be seen. */
export class Ink {
  readonly lost: { readonly text: string; readonly box: Box }[] = [];
  /** Characters as pale as a mark behind the text: light on paper, or shone through. */
  readonly pale = new Set<Glyph>();
  readonly #painted: Ground[] = [];
  readonly #colours = new Set<string>();

  /** A filled path: only one rectangle is known to cover its box. */
  paint(path: ArrayLike<number>, bounds: unknown, { m, clip, ink, fillAlpha }: Pen): void {
    if (fillAlpha <= FAINT || bounds === null || typeof bounds !== 'object') return;
    const box = intersect(clip, clipBox(bounds as ArrayLike<number>, m));
    if (Math.min(box[2] - box[0], box[3] - box[1]) < THIN) return;
    this.#add(box, path.length <= RECTANGLE && fillAlpha === 1 ? ink : null);
  }

  /** A picture, or anything else whose colours are not known. */
  cover(box: Box): void {
    this.#add(box, null);
  }

  #add(box: Box, colour: string | null): void {
    if (this.#painted.length >= MOST) return;
    this.#painted.push({ box, colour });
    if (colour !== null) this.#colours.add(colour);
  }

  /** Takes back those of the characters from `before` on that cannot be seen on what they stand on; notes pale ones. */
  weigh(glyphs: Glyph[], before: number, { ink, fillAlpha, text }: Pen): void {
    const isLight = ink !== null && lightness(ink) >= LIGHT;
    const canBeLost = ink !== null && text.mode === 0 && (isSame(ink, WHITE) || this.#colours.has(ink));
    if (fillAlpha > SHONE && !isLight && !canBeLost) return;
    const own = glyphs.splice(before);
    const lost: Glyph[] = [];
    for (const glyph of own) {
      const under = this.#under(glyph);
      if (fillAlpha <= SHONE || (isLight && under === WHITE)) this.pale.add(glyph);
      if (canBeLost && under !== null && isSame(ink, under)) lost.push(glyph);
      else glyphs.push(glyph);
    }
    if (lost.length === 0) return;
    const box = lost.reduce((whole, glyph) => union(whole, glyph.box), lost[0]!.box);
    this.lost.push({ text: lost.map((glyph) => glyph.text).join(''), box });
  }

  /** Colour of what a character stands on, null where it is not known. */
  #under(glyph: Glyph): string | null {
    const [x, y] = [middleX(glyph), middleY(glyph)];
    for (let i = this.#painted.length - 1; i >= 0; i--)
      if (within(this.#painted[i]!.box, x, y)) return this.#painted[i]!.colour;
    return this.#painted.length >= MOST ? null : WHITE;
  }
}

/** The characters of a page without those of a mark behind its text: pale ones, larger than what is printed there. */
export function withoutMark(glyphs: readonly Glyph[], pale: ReadonlySet<Glyph>): readonly Glyph[] {
  if (pale.size === 0) return glyphs;
  const printed = glyphs.filter((glyph) => !pale.has(glyph) && !glyph.blank).map(({ size }) => size);
  const usual = medianOf(printed, Number.POSITIVE_INFINITY);
  return glyphs.filter((glyph) => !pale.has(glyph) || glyph.size < LARGE * usual);
}
