import { FIGURE } from './pdf-aligned-runs.ts';
import type { TextLine } from './pdf-lines.ts';
import { type Box, within } from './pdf-matrix.ts';
import type { PageTable } from './pdf-tables.ts';

/** Words of the form by which a table is one of its own. */
const OWN =
  /自\s*然\s*人|结\s*果\s*维\s*持|信\s*息\s*内\s*容|本年新收政府信息|结转下年度|不予公开|无法提供|第二十条/;
const ENDS_IN_FIGURE = /[\u3400-\u9fff]\s*\d+$/;

const isFigure = (text: string): boolean => FIGURE.test(text);

/** Whether a cell holds several figures, or a name and a figure: lines between its own cells are not drawn. */
const isSeveral = (text: string): boolean =>
  ENDS_IN_FIGURE.test(text) || text.split(/\s+/).filter(isFigure).length > 1;

/**
 * Whether a ruled table of the form has only some of its lines: cells that hold several, or only its head or its
 * labels ruled. What such cells hold is told by alignment, if it is told.
 */
export function isHalfRuled({ cells }: PageTable): boolean {
  if (cells.some(({ text }) => isSeveral(text))) return true;
  return !cells.some(({ text }) => isFigure(text)) && cells.some(({ text }) => OWN.test(text));
}

/** Whether all lines of text in a box are among those of tables told by alignment. */
export function isTakenUp(box: Box, lines: readonly TextLine[], used: ReadonlySet<TextLine>): boolean {
  const own = lines.filter((line) =>
    within(box, (line.box[0] + line.box[2]) / 2, (line.box[1] + line.box[3]) / 2),
  );
  return own.every((line) => used.has(line));
}
