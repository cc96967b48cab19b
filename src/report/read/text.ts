import type { Block, Paragraph, ReaderNote, SourceDocument } from '../document.ts';
import { LIMITS } from './limits.ts';
import { firstOfTraditional } from './normalise.ts';
import { TRADITIONAL_NOTE } from './tree.ts';

/** CR LF, CR, LF, vertical tab, form feed (a page), NEL, line and paragraph separator end a line. */
const LINE_END = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/g;

function paragraph(text: string, line: number): Paragraph {
  return { kind: 'paragraph', text, at: { line, column: 1 }, level: null, origin: 'body' };
}

/**
 * A plain text: one paragraph a line as it stands, empty lines too (they tell blank cells apart in texts that
 * give one cell a line). Lines count from 1; `at.column` is always 1, columns counting UTF-16 units.
 */
export function readText(text: string, encoding: string, notes: readonly ReaderNote[] = []): SourceDocument {
  const own: ReaderNote[] = [...notes];
  const blocks: Block[] = [];
  let from = 0;
  LINE_END.lastIndex = 0;
  for (let end = LINE_END.exec(text); end !== null; end = LINE_END.exec(text)) {
    if (blocks.length >= LIMITS.blocks) break;
    blocks.push(paragraph(text.slice(from, end.index), blocks.length + 1));
    from = LINE_END.lastIndex;
  }
  if (blocks.length >= LIMITS.blocks)
    own.push({
      kind: 'truncated',
      text: `文本超过${LIMITS.blocks}行，其后的内容未读取。`,
      at: { line: LIMITS.blocks, column: 1 },
    });
  else if (from < text.length) blocks.push(paragraph(text.slice(from), blocks.length + 1));
  const traditional = firstOfTraditional([{ text, place: null }]);
  if (traditional !== null)
    own.push({ kind: 'traditional', text: TRADITIONAL_NOTE, at: placeOf(blocks, text, traditional.index) });
  return { mediaType: 'text/plain', encoding, metaTitle: null, blocks, notes: own };
}

/** Line and column of an index of the whole text. */
function placeOf(blocks: readonly Block[], text: string, index: number): Paragraph['at'] | null {
  let line = 1;
  let start = 0;
  LINE_END.lastIndex = 0;
  for (let end = LINE_END.exec(text); end !== null && end.index < index; end = LINE_END.exec(text)) {
    line++;
    start = LINE_END.lastIndex;
  }
  return line <= blocks.length ? { line, column: index - start + 1 } : null;
}
