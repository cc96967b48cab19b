import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { noText, showText, type TextState } from './pdf-glyphs.ts';
import { colourOf, Ink, withoutMark } from './pdf-grounds.ts';
import { areaOf, type Box, boxOf, intersect, isMatrix, type Matrix, multiply } from './pdf-matrix.ts';
import type { Glyph, PageContent } from './pdf-page.ts';
import { FILLS, IMAGES, STROKES } from './pdf-painting.ts';
import { clipBox, clipDrawn, type Drawn, fillPath, strokePath } from './pdf-paths.ts';
import { type FontOf, setText } from './pdf-text-operators.ts';

/** The drawing operators of a page. */
export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

interface State {
  m: Matrix;
  clip: Box;
  /** Colour of areas and text, null for a pattern. */
  ink: string | null;
  fillWhite: boolean;
  strokeWhite: boolean;
  fillAlpha: number;
  strokeAlpha: number;
  lineWidth: number;
  text: TextState;
  /** Whether a matrix was set and nothing was drawn since: a picture that was left out stood here. */
  pending: boolean;
}

/** Lighter than this a colour is not told from paper. */
const PAPER = 0xf8;
/** Smaller pictures are seals of letters, bullets and the like: 24 points square. */
const SMALL_PICTURE = 576;
/** More pictures than this on a page are the tiles of one. */
const MOST_PICTURES = 200;
/** Paint this faint is not seen. */
const FAINT = 0.03;

const isWhite = (colour: unknown): boolean => {
  if (typeof colour !== 'string' || !/^#[0-9a-f]{6}$/i.test(colour)) return false;
  const value = Number.parseInt(colour.slice(1), 16);
  return value >> 16 >= PAPER && ((value >> 8) & 0xff) >= PAPER && (value & 0xff) >= PAPER;
};

/** Follows the operators of a page and gathers what they draw. Pictures are left out by pdf.js and told by the gap. */
class Drawing {
  readonly glyphs: Glyph[] = [];
  readonly drawn: Drawn = { rules: [], fills: [] };
  readonly pictures: Box[] = [];
  unseen = 0;
  readonly ink = new Ink();
  readonly #base: Matrix;
  readonly #page: Box;
  readonly #fontOf: FontOf;
  readonly #stack: State[] = [];
  #state: State;
  #clipNext = false;
  /** Depth of optional content that is switched off. */
  #marked: boolean[] = [];

  constructor(base: Matrix, page: Box, fontOf: FontOf) {
    this.#base = base;
    this.#page = page;
    this.#fontOf = fontOf;
    this.#state = this.#fresh();
  }

  #fresh(): State {
    return {
      m: this.#base,
      clip: this.#page,
      ink: '#000000',
      fillWhite: false,
      strokeWhite: false,
      fillAlpha: 1,
      strokeAlpha: 1,
      lineWidth: 1,
      text: noText(),
      pending: false,
    };
  }

  follow(operators: Operators, isShown: (group: unknown) => boolean): void {
    const { fnArray, argsArray } = operators;
    for (let i = 0; i < fnArray.length; i++) {
      const fn = fnArray[i]!;
      const args = (argsArray[i] ?? []) as readonly unknown[];
      if (fn === OPS.beginMarkedContent) this.#marked.push(false);
      else if (fn === OPS.beginMarkedContentProps)
        this.#marked.push(args[0] === 'OC' && args[1] != null && !isShown(args[1]));
      else if (fn === OPS.endMarkedContent) this.#marked.pop();
      else this.#step(fn, args);
    }
    this.#settlePicture();
  }

  get #hidden(): boolean {
    return this.#marked.includes(true);
  }

  #step(fn: number, args: readonly unknown[]): void {
    if (fn === OPS.showText) this.#show(args[0]);
    else if (fn === OPS.constructPath) this.#path(args);
    else if (IMAGES.has(fn)) {
      this.#state.pending = true;
      this.#settlePicture();
    } else if (!setText(this.#state.text, fn, args, this.#fontOf)) this.#setState(fn, args);
  }

  #save(): void {
    this.#stack.push({ ...this.#state, text: { ...this.#state.text } });
    this.#state.pending = false;
    if (this.#stack.length > 2000) this.#stack.shift();
  }

  #restore(): void {
    this.#settlePicture();
    const state = this.#stack.pop();
    if (state === undefined) return;
    // What was drawn inside stands in the place of a picture outside too.
    state.pending = false;
    this.#state = state;
  }

  /** A matrix after which nothing was drawn: the unit square is where the picture stands. */
  #settlePicture(): void {
    if (!this.#state.pending || this.#hidden) return;
    this.#state.pending = false;
    const box = intersect(boxOf(this.#state.m, 0, 0, 1, 1), this.#state.clip);
    this.ink.cover(box);
    if (areaOf(box) >= SMALL_PICTURE && this.pictures.length < MOST_PICTURES) this.pictures.push(box);
  }

  #setState(fn: number, args: readonly unknown[]): void {
    const state = this.#state;
    switch (fn) {
      case OPS.save:
        this.#save();
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        this.#restore();
        break;
      case OPS.transform:
        if (isMatrix(args)) state.m = multiply(state.m, args);
        state.pending = true;
        break;
      case OPS.paintFormXObjectBegin:
        this.#save();
        if (isMatrix(args[0])) this.#state.m = multiply(this.#state.m, args[0]);
        this.#narrow(args[1]);
        break;
      case OPS.beginAnnotation:
        this.#annotation(args);
        break;
      case OPS.endAnnotation:
        this.#restore();
        break;
      case OPS.setLineWidth:
        state.lineWidth = Number(args[0]) || 0;
        break;
      case OPS.setGState:
        this.#graphics(args[0]);
        break;
      case OPS.setFillRGBColor:
        state.fillWhite = isWhite(args[0]);
        state.ink = colourOf(args[0]);
        break;
      case OPS.setStrokeRGBColor:
        state.strokeWhite = isWhite(args[0]);
        break;
      case OPS.setFillColorN:
      case OPS.setFillTransparent:
        state.fillWhite = fn === OPS.setFillTransparent;
        state.ink = null;
        break;
      case OPS.clip:
      case OPS.eoClip:
        this.#clipNext = true;
        break;
      case OPS.shadingFill:
        state.pending = false;
        this.ink.cover(state.clip);
        break;
    }
  }

  #narrow(box: unknown): void {
    if (box === null || typeof box !== 'object') return;
    const bounds = box as ArrayLike<number>;
    if (Number.isFinite(bounds[0]! + bounds[1]! + bounds[2]! + bounds[3]!))
      this.#state.clip = intersect(this.#state.clip, clipBox(bounds, this.#state.m));
  }

  #annotation(args: readonly unknown[]): void {
    this.#save();
    this.#state = { ...this.#fresh(), m: this.#base };
    this.#narrow(args[1]);
    for (const matrix of [args[2], args[3]])
      if (isMatrix(matrix)) this.#state.m = multiply(this.#state.m, matrix);
  }

  #graphics(entries: unknown): void {
    if (!Array.isArray(entries)) return;
    for (const [key, value] of entries as [string, unknown][]) {
      if (key === 'ca') this.#state.fillAlpha = Number(value);
      else if (key === 'CA') this.#state.strokeAlpha = Number(value);
      else if (key === 'LW') this.#state.lineWidth = Number(value) || 0;
      else if (key === 'Font' && Array.isArray(value))
        setText(this.#state.text, OPS.setFont, value, this.#fontOf);
    }
  }

  #path([paint, data, bounds]: readonly unknown[]): void {
    const state = this.#state;
    const { m } = state;
    const path = (data as readonly (ArrayLike<number> | null)[] | undefined)?.[0] ?? null;
    const { rules, fills } = this.drawn;
    const before = [rules.length, fills.length] as const;
    if (path !== null && !this.#hidden) {
      if (FILLS.has(paint as number)) {
        state.pending = false;
        if (state.fillAlpha > FAINT) fillPath(this.drawn, path, m, state.fillWhite);
        this.ink.paint(path, bounds, state);
      }
      if (STROKES.has(paint as number)) {
        state.pending = false;
        const width = state.lineWidth * Math.sqrt(Math.abs(m[0] * m[3] - m[1] * m[2]));
        if (!state.strokeWhite && state.strokeAlpha > FAINT) strokePath(this.drawn, path, m, width);
      }
    }
    clipDrawn(this.drawn, before, state.clip);
    if (this.#clipNext && path !== null && bounds !== null && bounds !== undefined) this.#narrow(bounds);
    this.#clipNext = false;
  }

  #show(items: unknown): void {
    if (!Array.isArray(items)) return;
    this.#state.pending = false;
    const { text, m, clip, fillAlpha } = this.#state;
    const hidden = this.#hidden || fillAlpha <= FAINT;
    const before = this.glyphs.length;
    this.unseen += showText(this.glyphs, text, m, clip, hidden, items);
    this.ink.weigh(this.glyphs, before, this.#state);
  }
}

/** What the operators of a page draw, in points from the upper left corner of the page as it is shown. */
export function contentOf(
  number: number,
  operators: Operators,
  base: Matrix,
  size: readonly [width: number, height: number],
  fontOf: FontOf,
  isShown: (group: unknown) => boolean,
): PageContent {
  const [width, height] = size;
  const drawing = new Drawing(base, [0, 0, width, height], fontOf);
  drawing.follow(operators, isShown);
  const { drawn, pictures, unseen, ink } = drawing;
  const glyphs = withoutMark(drawing.glyphs, ink.pale);
  return {
    number,
    width,
    height,
    glyphs,
    rules: drawn.rules,
    fills: drawn.fills,
    pictures,
    unseen,
    lost: ink.lost,
  };
}
