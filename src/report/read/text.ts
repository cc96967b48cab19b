import type { Block, ReaderNote, SourceDocument } from '../document.ts';
import { LIMITS } from './limits.ts';
import { firstOfTraditional } from './normalise.ts';
import { TRADITIONAL_NOTE } from './tree.ts';

const LF = 0x0a;
const CR = 0x0d;
/** Vertical tab, form feed (a new page), next line, line and paragraph separator: they divide a line. */
const isDivider = (code: number): boolean =>
  code === 0x0b || code === 0x0c || code === 0x85 || code === 0x2028 || code === 0x2029;

/**
 * Cuts a text into lines, adding them to `blocks`; `line` counts as editors do, by line feeds and carriage returns.
 * False when there are more than the limit.
 */
function cutLines(text: string, blocks: Block[]): boolean {
  let line = 1;
  let lineStart = 0;
  let from = 0;
  const add = (to: number): void => {
    const at = { line, column: from - lineStart + 1 };
    blocks.push({ kind: 'paragraph', text: text.slice(from, to), at, level: null, origin: 'body' });
  };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x2029 || (code > CR && code < 0x85)) continue;
    const divides = isDivider(code);
    if (code !== LF && code !== CR && !divides) continue;
    if (blocks.length >= LIMITS.blocks) return false;
    if (!divides || i > from) add(i);
    if (code === CR && text.charCodeAt(i + 1) === LF) i++;
    from = i + 1;
    if (divides) continue;
    line++;
    lineStart = from;
  }
  if (from < text.length) add(text.length);
  return true;
}

/**
 * A plain text: one paragraph a line as it stands, empty lines too (they tell blank cells apart in texts that
 * give one cell a line). Lines count from 1, columns count UTF-16 units from 1; `at.column` is above 1 only
 * after a page break or the like within a line.
 */
export function readText(text: string, encoding: string, notes: readonly ReaderNote[] = []): SourceDocument {
  const own: ReaderNote[] = [...notes];
  const blocks: Block[] = [];
  if (!cutLines(text, blocks))
    own.push({
      kind: 'truncated',
      text: `文本超过${LIMITS.blocks}行，其后的内容未读取。`,
      at: { line: LIMITS.blocks, column: 1 },
    });
  const traditional = firstOfTraditional(blocks);
  if (traditional !== null) own.push({ kind: 'traditional', text: TRADITIONAL_NOTE, at: traditional.at });
  return { mediaType: 'text/plain', encoding, metaTitle: null, blocks, notes: own };
}
