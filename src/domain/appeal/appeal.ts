import {
  type AppealKind,
  type AppealResult,
  type Disposition,
  dispositions,
  type ReviewProcedure,
} from '../../law/appeals.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Day } from '../workday/index.ts';

/** A review or a suit over a disclosure act of the agency (条例第五十一条). */
export interface Appeal {
  readonly kind: AppealKind;
  /** Simplified or ordinary; null for suits. */
  readonly procedure: ReviewProcedure | null;
  /** 受理 or 立案, by the organ. */
  readonly acceptedOn: Day;
  /** When the agency had the copy. */
  readonly copyReceivedOn: Day | null;
  readonly repliedOn: Day | null;
  /** How it ended, and when the agency had the decision; null while 尚未审结. */
  readonly ended: { readonly disposition: string; readonly on: Day } | null;
}

const byId: ReadonlyMap<string, Disposition> = new Map(dispositions.map((each) => [each.id, each]));

/** The decision that ended an appeal; null while it is open. */
export const dispositionOf = ({ ended }: Appeal): Disposition | null =>
  ended === null ? null : (byId.get(ended.disposition) ?? null);

/** The column of table 四 on a day. */
export const resultOn = (appeal: Appeal, day: Day): AppealResult =>
  appeal.ended === null || appeal.ended.on > day ? 'pending' : dispositionOf(appeal)!.result;

/** Whether the agency has to act anew: a linked case is opened, which is not counted in table 三 again (WF-15). */
export const reopens = (appeal: Appeal): boolean => dispositionOf(appeal)?.reopens ?? false;

/** Ends an appeal. Refused: twice, before acceptance, a decision of the other road. */
export function conclude(appeal: Appeal, disposition: string, on: Day): Appeal | Refusal {
  const decision = byId.get(disposition);
  const road = appeal.kind === 'review' ? 'review' : 'suit';
  if (decision === undefined || decision.of !== road)
    return refuse('appeal.disposition', '这种结案方式不适用于本案。请按决定书或者裁判文书的主文选择。');
  if (appeal.ended !== null) return refuse('appeal.ended', '本案已经登记过结果。请核对，不要重复登记。');
  return on < appeal.acceptedOn
    ? refuse('appeal.early', `收到决定的日期${on}早于受理之日${appeal.acceptedOn}。请核对日期。`)
    : { ...appeal, ended: { disposition, on } };
}

/** That a suit over information withheld since 2024 came without review is worth a look (CNT-9), no error. */
export const suspectDirectSuit = (kind: AppealKind, reviewFirst: boolean): boolean =>
  kind === 'suitDirect' && reviewFirst;
