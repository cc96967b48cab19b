import { answerWords, type RecordClaim } from '../../domain/claim/claim.ts';
import type { Day } from '../../domain/workday/index.ts';
import type { Citation } from '../../law/citation.ts';
import { type ClaimKind, type ClaimResult, claimResults } from '../../law/claims.ts';
import type { ClaimRow } from '../../store/claims.ts';
import type { CaseRecord } from '../applications/case-record.ts';
import { type ClaimRecord, withKey } from './claim-record.ts';

/** A claim as whoever made it follows it. */
export interface FollowedClaim {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly receiptNumber: string;
  readonly receivedOn: Day;
  readonly record: RecordClaim | null;
  readonly answer: {
    readonly result: ClaimResult;
    readonly on: Day;
    readonly words: readonly string[];
    readonly basis: Citation;
    /** A letter of its own; one beside an application has it among the letters there. */
    readonly letter: boolean;
  } | null;
}

export const followedClaim = ({ row, content, answer }: ClaimRecord): FollowedClaim => ({
  id: row.id,
  kind: row.kind,
  receiptNumber: row.receipt_number,
  receivedOn: row.received_on as Day,
  record: content.record,
  answer:
    answer === null
      ? null
      : {
          result: answer.result,
          on: row.answered_on as Day,
          words: answerWords(answer),
          basis: claimResults[answer.result].basis,
          letter: answer.letter !== null,
        },
});

/** A claim beside an application that is open already. */
export const shownClaim = (row: ClaimRow, of: CaseRecord): FollowedClaim =>
  followedClaim(withKey(row, of, of.key));
