import { appealKindNames, appealResultNames } from '../../law/appeals.ts';
import { claimResults, claimRules } from '../../law/claims.ts';
import { type AppealItem, appealItemsOf } from '../../store/appeal-retention.ts';
import type { CaseRef } from '../../store/applications.ts';
import { type ClaimItem, claimItemsOf } from '../../store/claim-retention.ts';
import type { Database } from '../../store/database.ts';

/** What goes by a list and belongs to no case of it; no word of it tells of a person. */
export interface LooseItem {
  readonly id: string;
  readonly sort: 'claim' | 'appeal';
  /** Its number; an appeal has none of its own. */
  readonly number: string | null;
  readonly kind: string;
  readonly receivedOn: string;
  /** In words; null while there is none. */
  readonly result: string | null;
  readonly countedFrom: string;
  readonly years: number;
}

const claimLine = (item: ClaimItem): LooseItem => ({
  id: item.claim_id,
  sort: 'claim',
  number: item.number,
  kind: claimRules[item.kind].name,
  receivedOn: item.received_on,
  result: item.result === null ? null : claimResults[item.result].label,
  countedFrom: item.counted_from,
  years: item.years,
});

const appealLine = (item: AppealItem): LooseItem => ({
  id: item.appeal_id,
  sort: 'appeal',
  number: null,
  kind: appealKindNames[item.kind],
  receivedOn: item.accepted_on,
  result: item.result === null ? null : appealResultNames[item.result],
  countedFrom: item.counted_from,
  years: item.years,
});

/** Claims that stand by themselves, then reviews and suits over no application of the register. */
export async function looseItemsOf(database: Database, list: CaseRef): Promise<readonly LooseItem[]> {
  const [claims, appeals] = await Promise.all([claimItemsOf(database, list), appealItemsOf(database, list)]);
  return [...claims.map(claimLine), ...appeals.map(appealLine)];
}
