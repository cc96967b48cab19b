import type { DisclosureBand } from '../../../law/forms/index.ts';
import type { Draft } from './draft.ts';
import { lettersOf } from './fold.ts';
import { wordsOfBand } from './form-words.ts';
import { nearest, tolerance } from './patterns.ts';
import type { TextSource } from './text-source.ts';

/** Notes the heads of a band of table 二 that are damaged or missing; a band without any head letters tells nothing. */
export function noteHeads(
  source: TextSource,
  draft: Draft,
  band: DisclosureBand,
  from: number,
  to: number,
): void {
  const words = wordsOfBand(band);
  const head = source.letters.slice(from + words.title.length, to);
  if (head.length < 4) return;
  band.columns.forEach((column, i) => {
    const wanted = words.columns[i]!;
    if (head.includes(wanted) || isSpread(wanted, head)) return;
    const near = nearest(head, wanted, tolerance(wanted.length));
    draft.labels.push({
      table: 'disclosure',
      kind: 'column',
      id: `${band.rows[0]!.id}.${column.id}`,
      expected: column.label,
      found: near ? head.slice(near.start, near.end) : (headCells(source, band, from, to)?.[i] ?? null),
      at: null,
    });
  });
}

/** The printed heads one by one, where as many cells stand after 信息内容 as the band has columns; else null. */
function headCells(
  source: TextSource,
  band: DisclosureBand,
  from: number,
  to: number,
): readonly string[] | null {
  const start = source.origin[from];
  const end = source.origin[to];
  if (start === undefined || end === undefined) return null;
  const cells = source.raw
    .slice(start, end)
    .split(/[|\t\n]+/)
    .map((cell) => cell.replace(/\s+/g, ''))
    .filter((cell) => cell !== '');
  const lead = cells.findIndex((cell) => lettersOf(cell) === '信息内容');
  const heads = lead < 0 ? [] : cells.slice(lead + 1);
  return heads.length === band.columns.length ? heads : null;
}

/** Whether the letters stand in the text in their order, however far apart (a head wrapped in a PDF). */
function isSpread(wanted: string, text: string): boolean {
  let at = 0;
  for (const letter of wanted) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
