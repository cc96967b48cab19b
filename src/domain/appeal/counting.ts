import { appealKindNames, appealResultNames } from '../../law/appeals.ts';
import type { Day } from '../workday/index.ts';
import { type Appeal, resultOn } from './appeal.ts';

/**
 * Table 四 of a year: what was ended in it by its result, what is open at its end as 尚未审结. Open ones come again the
 * year they end; no row carries them, so that no identity holds between two years (CNT-8).
 */
export function countAppeals(
  appeals: Iterable<Appeal>,
  year: number,
  until: Day = `${year}-12-31` as Day,
): Readonly<Record<string, number>> {
  const cells: Record<string, number> = {};
  for (const kind of Object.keys(appealKindNames))
    for (const column of [...Object.keys(appealResultNames), 'total']) cells[`appeals.${kind}.${column}`] = 0;
  for (const appeal of appeals) {
    const endedBefore = appeal.ended !== null && appeal.ended.on < `${year}-01-01`;
    if (appeal.acceptedOn > until || endedBefore) continue;
    cells[`appeals.${appeal.kind}.${resultOn(appeal, until)}`]! += 1;
    cells[`appeals.${appeal.kind}.total`]! += 1;
  }
  return cells;
}
