import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { SourceFont, TextState } from './pdf-glyphs.ts';
import { isMatrix } from './pdf-matrix.ts';

/** Fonts by the name that operators use. */
export type FontOf = (name: string) => SourceFont | null;

function moveText(text: TextState, x: number, y: number): void {
  text.lineX += x;
  text.lineY += y;
  text.x = text.lineX;
  text.y = text.lineY;
}

/** Follows an operator that sets how and where text stands; false for any other. */
export function setText(text: TextState, fn: number, args: readonly unknown[], fontOf: FontOf): boolean {
  const first = Number(args[0]);
  const second = Number(args[1]);
  switch (fn) {
    case OPS.beginText:
      text.matrix = [1, 0, 0, 1, 0, 0];
      text.x = text.y = text.lineX = text.lineY = 0;
      return true;
    case OPS.setTextMatrix:
      if (isMatrix(args[0])) text.matrix = args[0];
      text.x = text.y = text.lineX = text.lineY = 0;
      return true;
    case OPS.setLeadingMoveText:
      text.leading = -second;
      moveText(text, first, second);
      return true;
    case OPS.moveText:
      moveText(text, first, second);
      return true;
    case OPS.nextLine:
      moveText(text, 0, -text.leading);
      return true;
    case OPS.setFont:
      text.font = fontOf(String(args[0]));
      text.size = Math.abs(second);
      text.direction = second < 0 ? -1 : 1;
      return true;
    case OPS.setCharSpacing:
      text.charSpacing = first;
      return true;
    case OPS.setWordSpacing:
      text.wordSpacing = first;
      return true;
    case OPS.setHScale:
      text.scale = first / 100;
      return true;
    case OPS.setLeading:
      text.leading = first;
      return true;
    case OPS.setTextRise:
      text.rise = first;
      return true;
    case OPS.setTextRenderingMode:
      text.mode = first;
      return true;
    default:
      return fn === OPS.endText;
  }
}
