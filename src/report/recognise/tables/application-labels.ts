import type { ApplicationRow } from './application-row.ts';
import { columnLabel, standardColumns } from './columns.ts';
import type { Draft } from './draft.ts';
import { lettersOf } from './fold.ts';
import { coreOfLabel } from './form-words.ts';
import { applicationGroups, nearest, ordinalOf, tolerance } from './patterns.ts';
import { printedLabel, wrapsFigures } from './text-chain.ts';
import { placeOf, type TextSource } from './text-source.ts';

/** Notes labels of table 三 that are not the form's, and rows and columns that are missing. */
export function noteLabels(
  source: TextSource,
  draft: Draft,
  rows: readonly ApplicationRow[],
  columns: readonly string[] | null,
  strange: string,
): void {
  for (const row of draft.form.applicationRows) {
    const found = rows.filter((r) => r.id === row.id);
    const best = found.find((r) => r.stretch.kind !== 'none') ?? found[0];
    if (best === undefined) {
      draft.labels.push({
        table: 'applications',
        kind: 'row',
        id: row.id,
        expected: row.label,
        found: null,
        at: null,
      });
      continue;
    }
    const exact = found.some((r) => !r.hit.fuzzy && r.hit.pattern.whole);
    if (!exact && differs(source, best, row.label))
      draft.labels.push({
        table: 'applications',
        kind: 'row',
        id: row.id,
        expected: row.label,
        found: printedLabel(source, best.hit),
        at: placeOf(source, best.hit.start, best.hit.end - best.hit.start),
      });
  }
  for (const group of applicationGroups) {
    const hit = rows.find((r) => r.id === group.id && r.hit.pattern.kind === 'group' && r.hit.fuzzy)?.hit;
    if (hit)
      draft.labels.push({
        table: 'applications',
        kind: 'group',
        id: group.id,
        expected: group.label,
        found: printedLabel(source, hit),
        at: placeOf(source, hit.start, hit.end - hit.start),
      });
  }
  if (columns !== null)
    for (const id of standardColumns)
      if (!columns.includes(id))
        draft.labels.push({
          table: 'applications',
          kind: 'column',
          id,
          expected: columnLabel(id),
          found: null,
          at: null,
        });
  noteColumns(draft, strange);
}

/** Heads that are damaged: letters of the head that are near one label of a column. */
function noteColumns(draft: Draft, strange: string): void {
  if (strange.length < 3) return;
  for (const id of standardColumns) {
    const label = columnLabel(id);
    const near = nearest(strange, lettersOf(label), tolerance(label.length));
    if (near === null || near.distance === 0) continue;
    const found = strange.slice(near.start, near.end);
    draft.labels.push({ table: 'applications', kind: 'column', id, expected: label, found, at: null });
  }
}

/** Whether the row goes on over lines without separators, so that labels beside it stand between its letters. */
function isWrapped(source: TextSource, row: ApplicationRow): boolean {
  const text = source.raw.slice(row.hit.start, Math.min(row.until, row.hit.start + 600));
  return text.includes('\n') && !/[|\t]/.test(text);
}

/** Whether the printed letters lack any of the form's: interleaved letters of other labels do not count. */
function differs(source: TextSource, row: ApplicationRow, label: string): boolean {
  const core = coreOfLabel(label);
  const wanted = row.id === 'concluded' ? `七${core}` : core;
  const printed = source.letters.slice(
    row.hit.from - (ordinalOf(label) === '七' ? 1 : 0),
    row.hit.to + wanted.length + 12,
  );
  const whole = source.letters.slice(row.hit.from, row.hit.to) === core;
  if (!wrapsFigures(source, row.hit) && !whole && !isWrapped(source, row))
    return nearest(printed, wanted, 0) === null;
  let at = 0;
  for (const letter of wanted) {
    at = printed.indexOf(letter, at) + 1;
    if (at === 0) return true;
  }
  return false;
}
