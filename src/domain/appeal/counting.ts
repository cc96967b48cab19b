import { appealKindNames, appealResultNames } from '../../law/appeals.ts';
import type { Day } from '../workday/index.ts';
import { type Appeal, resultOn } from './appeal.ts';

/** Every cell of table 四 out of groups of appeals that count alike. */
export function appealCells(
  groups: Iterable<{ readonly kind: string; readonly result: string; readonly appeals: number }>,
): Readonly<Record<string, number>> {
  const cells: Record<string, number> = {};
  for (const kind of Object.keys(appealKindNames))
    for (const column of [...Object.keys(appealResultNames), 'total']) cells[`appeals.${kind}.${column}`] = 0;
  for (const { kind, result, appeals } of groups) {
    cells[`appeals.${kind}.${result}`]! += appeals;
    cells[`appeals.${kind}.total`]! += appeals;
  }
  return cells;
}

/**
 * Table 四 of a year: what was ended in it by its result, what is open at its end as 尚未审结. Open ones come again the
 * year they end; no row carries them, so that no identity holds between two years (CNT-8).
 */
export function countAppeals(
  appeals: Iterable<Appeal>,
  year: number,
  until: Day = `${year}-12-31` as Day,
): Readonly<Record<string, number>> {
  const counted = [...appeals].filter(
    ({ acceptedOn, ended }) => acceptedOn <= until && (ended === null || ended.on >= `${year}-01-01`),
  );
  return appealCells(
    counted.map((appeal) => ({ kind: appeal.kind, result: resultOn(appeal, until), appeals: 1 })),
  );
}
