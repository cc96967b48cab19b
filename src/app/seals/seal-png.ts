import { inflateSync } from 'node:zlib';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { isPng, pngChunks, pngOf, pngSize } from '../png-chunks.ts';

/** An image of a seal, checked: only what draws it is left, no text or place that a program wrote beside it. */
export interface SealPng {
  readonly bytes: Uint8Array;
  /** Pixels of each side. */
  readonly side: number;
}

const largest = 1024 * 1024;
/** 42 mm at 180 and at 1,200 dots an inch. */
const sides = { least: 300, most: 2_000 };
/** Colour type of red, green, blue and alpha. */
const trueColourWithAlpha = 6;
const drawn: ReadonlySet<string> = new Set(['IHDR', 'IDAT', 'IEND']);

const no = (message: string): Refusal =>
  refuse('seal.image', message, { fields: [{ field: 'image', message }] });
const damaged = no('图片已损坏，不能使用。请重新导出 PNG 图片。');

const paeth = (left: number, up: number, corner: number): number => {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
};

/** Undoes the filters of the rows in place (PNG, 9.2); false where one is unknown. */
function unfilter(raw: Buffer, side: number): boolean {
  const stride = side * 4 + 1;
  for (let row = 0; row < side; row += 1) {
    const start = row * stride;
    const filter = raw[start]!;
    if (filter > 4) return false;
    for (let at = start + 1; at < start + stride; at += 1) {
      const left = at - start > 4 ? raw[at - 4]! : 0;
      const up = row > 0 ? raw[at - stride]! : 0;
      const corner = row > 0 && at - start > 4 ? raw[at - stride - 4]! : 0;
      const guess = [0, left, up, (left + up) >> 1, filter === 4 ? paeth(left, up, corner) : 0][filter]!;
      raw[at] = (raw[at]! + guess) & 0xff;
    }
  }
  return true;
}

/** Whether the corners show what lies under them and something is drawn between them. */
function isCutOut(raw: Buffer, side: number): boolean {
  const alpha = (x: number, y: number): number => raw[y * (side * 4 + 1) + 1 + x * 4 + 3]!;
  const last = side - 1;
  const corners = [alpha(0, 0), alpha(last, 0), alpha(0, last), alpha(last, last)];
  let opaque = 0;
  for (let y = 0; y < side; y += 1) for (let x = 0; x < side; x += 1) if (alpha(x, y) > 127) opaque += 1;
  return corners.every((value) => value < 32) && opaque > side * side * 0.01 && opaque < side * side * 0.7;
}

/**
 * Reads the image of a seal. Refused: no PNG, too large, not square, too coarse or too fine, without a transparent ground
 * (it would hide signature and date), damaged.
 */
export function readSealPng(bytes: Uint8Array): SealPng | Refusal {
  if (bytes.length === 0) return no('请选择印章图片。');
  if (bytes.length > largest) return no('印章图片超过1 MB。请缩小后再上传。');
  if (!isPng(bytes)) return no('印章图片应为 PNG 格式。请另存为 PNG 后再上传。');
  const chunks = pngChunks(bytes);
  const size = chunks === null ? null : pngSize(chunks);
  if (chunks === null || size === null) return damaged;
  const { width, height } = size;
  if (width !== height || width < sides.least || width > sides.most)
    return no(`印章图片应为正方形，边长${sides.least}至${sides.most}像素，现为${width}×${height}。`);
  const [depth, colour, , , interlaced] = chunks[0]!.data.subarray(8);
  if (depth !== 8 || colour !== trueColourWithAlpha || interlaced !== 0)
    return no('印章图片应为8位真彩色、背景透明、非隔行的 PNG。请去掉白色底色后重新导出。');
  try {
    const expected = (width * 4 + 1) * height;
    const data = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data));
    const raw = inflateSync(data, { maxOutputLength: expected });
    if (raw.length !== expected || !unfilter(raw, width)) return damaged;
    if (!isCutOut(raw, width)) return no('印章图片的背景不透明，会遮住署名和日期。请去掉底色后重新导出。');
  } catch {
    return damaged;
  }
  return { bytes: pngOf(chunks, drawn), side: width };
}
