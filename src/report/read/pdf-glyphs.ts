import { characterTables, EXPAND } from './characters.ts';
import { type Box, type Matrix, multiply, within } from './pdf-matrix.ts';
import type { Glyph } from './pdf-page.ts';

/** A character as pdf.js hands it on. */
interface SourceGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly number[] | null;
}

/** What is asked of a font. */
export interface SourceFont {
  readonly vertical?: boolean;
  readonly isType3Font?: boolean;
  readonly fontMatrix?: ArrayLike<number> | null;
  readonly defaultVMetrics?: ArrayLike<number> | null;
}

/** Where and how text is set; changed by the operators of a text object. */
export interface TextState {
  font: SourceFont | null;
  size: number;
  /** −1 for a type size given as negative: the text runs the other way. */
  direction: 1 | -1;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  matrix: ArrayLike<number>;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

export const noText = (): TextState => ({
  font: null,
  size: 0,
  direction: 1,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  mode: 0,
  matrix: [1, 0, 0, 1, 0, 0],
  x: 0,
  y: 0,
  lineX: 0,
  lineY: 0,
});

/** Above and below the base line, in parts of the type size. */
const ASCENT = 0.88;
const DESCENT = 0.12;
/** Type smaller than this is not seen. */
const INVISIBLE = 0.8;

/** Lean of a base line that still counts as along an axis, as a slope. */
const ASLANT = 0.05;

function turnOf(ux: number, uy: number): Glyph['turn'] {
  if (Math.abs(uy) <= ASLANT * Math.abs(ux)) return ux > 0 ? 0 : 2;
  if (Math.abs(ux) <= ASLANT * Math.abs(uy)) return uy > 0 ? 1 : 3;
  return -1;
}

/**
 * A character as it is to be read: compatibility forms and radicals in the shape of the character they stand
 * for, and what a font does not tell (control characters, private use) as the sign for unknown, never as nothing.
 */
function readable(text: string, expansions: ReadonlyMap<number, string>, map: Uint16Array): string {
  const code = text.charCodeAt(0);
  if (code >= 0x21 && code <= 0x7e) return text;
  if (text.length > 1) {
    const parts = [...text];
    return parts.length > 1 ? parts.map((part) => readable(part, expansions, map)).join('') : text;
  }
  if (text === '' || code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0xe000 && code < 0xf900))
    return '\ufffd';
  if (code === 0xad) return '-';
  const ligature = code >= 0xfb00 && code <= 0xfb06;
  if (ligature && map[code] === EXPAND) return expansions.get(code) ?? text;
  if ((code >= 0x2e80 && code <= 0x2fdf) || (code >= 0xf900 && code <= 0xfaff))
    return map[code] === 0 || map[code]! <= EXPAND ? text : String.fromCharCode(map[code]!);
  return text;
}

const isBlank = (text: string): boolean => /^[\s\u00a0\u200b-\u200f\u2060\u3000\ufeff]*$/.test(text);

/** Sets the characters of one operator and moves the state on; returns how many were drawn unseen. */
export function showText(
  glyphs: Glyph[],
  state: TextState,
  m: Matrix,
  clip: Box,
  hidden: boolean,
  items: readonly unknown[],
): number {
  const { font, size, direction } = state;
  if (font === null || size === 0) return 0;
  const { map, expansions } = characterTables();
  const text = multiply(m, state.matrix);
  const vertical = font.vertical === true;
  const unit = font.fontMatrix?.[0] ?? 0.001;
  const scale = state.scale * direction;
  const [ux, uy] = [text[0] * scale, text[1] * scale];
  const [vx, vy] = [text[2] * direction, text[3] * direction];
  const height = Math.hypot(vx, vy) * size;
  const stretch = Math.hypot(ux, uy);
  const turn = turnOf(ux, uy);
  const unseen = hidden || state.mode === 3 || state.mode === 7 || height < INVISIBLE;
  let count = 0;
  let along = 0;
  for (const item of items) {
    if (typeof item === 'number') {
      along += ((vertical ? 1 : -1) * item * size) / 1000;
      continue;
    }
    const glyph = item as SourceGlyph | null;
    if (glyph === null || typeof glyph.unicode !== 'string') continue;
    const spacing = (glyph.isSpace ? state.wordSpacing : 0) + state.charSpacing;
    const width = glyph.width * unit * size;
    let [dx, dy] = [along * scale, state.rise];
    let advance = width + spacing * direction;
    if (vertical) {
      const metric = glyph.vmetric ?? font.defaultVMetrics ?? [-1000, 0, 880];
      const origin = glyph.vmetric ? metric[1]! : glyph.width * 0.5;
      dx = -origin * unit * size * scale;
      dy -= (along + metric[2]! * unit * size) * direction;
      advance = -metric[0]! * unit * size - spacing * direction;
    }
    along += advance;
    const tx = state.x + dx;
    const ty = state.y + dy;
    const x = text[0] * tx + text[2] * ty + text[4];
    const y = text[1] * tx + text[3] * ty + text[5];
    if (!Number.isFinite(x + y + width)) continue;
    const box = glyphBox(x, y, ux * width, uy * width, vx * size, vy * size);
    const blank = glyph.unicode !== '' && isBlank(glyph.unicode);
    if (unseen || !within(clip, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2)) {
      if (!blank) count++;
      continue;
    }
    glyphs.push({
      text: blank ? ' ' : readable(glyph.unicode, expansions, map),
      box,
      x,
      y,
      width: width * stretch,
      size: height,
      turn,
      order: glyphs.length,
      blank,
    });
  }
  if (vertical) state.y -= along;
  else state.x += along * scale;
  return count;
}

/** The box of a glyph set at x, y with its width and height as vectors. */
function glyphBox(x: number, y: number, wx: number, wy: number, hx: number, hy: number): Box {
  const [tx, ty] = [hx * ASCENT, hy * ASCENT];
  const [bx, by] = [-hx * DESCENT, -hy * DESCENT];
  const [left, right] = [Math.min(0, wx), Math.max(0, wx)];
  const [top, bottom] = [Math.min(0, wy), Math.max(0, wy)];
  return [
    x + left + Math.min(tx, bx),
    y + top + Math.min(ty, by),
    x + right + Math.max(tx, bx),
    y + bottom + Math.max(ty, by),
  ];
}
