import type { TableId } from '../../../law/forms/index.ts';
import type { SourceDocument } from '../../document.ts';
import type { Draft } from './draft.ts';
import { paragraphAt, type TextSource } from './text-source.ts';
import type { Bounds } from './types.ts';

const IMAGE = /\[(?:image|图片|img)[:：\]]|!\[[^\]]*\]\(|<img\b/i;
/** Letters that a line holds beside a heading at most and still is one. */
const SPARE = 14;

/** Marks the tables that were not found and in whose section a picture stands. */
export function lostTables(source: TextSource, document: SourceDocument, bounds: Bounds, draft: Draft): void {
  let section: TableId | null = null;
  const headings = headingsByBlock(source);
  if (!Object.values(draft.found).includes('missing')) {
    for (const [block, table] of headings) if (table !== null) draft.starts[table] ??= block;
    return;
  }
  for (let i = bounds.from; i < bounds.to; i++) {
    const heading = headings.get(i);
    if (heading !== undefined) {
      section = heading;
      if (section !== null) draft.starts[section] ??= i;
    }
    if (section === null || draft.found[section] !== 'missing') continue;
    const block = document.blocks[i]!;
    const isPicture =
      block.kind === 'picture' ||
      (block.kind === 'paragraph' && IMAGE.test(block.text)) ||
      (block.kind === 'table' && block.cells.some((c) => c.images > 0));
    if (isPicture) draft.found[section] = 'picture';
  }
}

/** Headings of sections by block: the table that belongs there, null for a section without one. */
function headingsByBlock(source: TextSource): Map<number, TableId | null> {
  const headings = new Map<number, TableId | null>();
  for (const hit of source.hits) {
    if (hit.pattern.kind !== 'section') continue;
    const index = paragraphAt(source, hit.start);
    const length = (source.starts[index + 1] ?? source.raw.length) - source.starts[index]!;
    if (length > hit.end - hit.start + SPARE) continue;
    const { id } = hit.pattern;
    headings.set(
      source.blocks[index]!,
      id === 'disclosure' || id === 'applications' || id === 'appeals' ? id : null,
    );
  }
  return headings;
}
