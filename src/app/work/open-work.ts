import type { Kysely, Transaction } from 'kysely';
import { countHeld, moveHeld } from '../../store/application-holders.ts';
import { moveUnread, unreadNotices } from '../../store/notices.ts';
import type { Tables } from '../../store/tables.ts';

export interface Move {
  readonly agencyId: string;
  readonly from: string;
  readonly to: string;
  readonly at: Date;
}

/** What a person of an agency has in hand, a part at a time: it goes to the next person when they leave. */
export interface OpenWork {
  /** What it is in words: 未读通知. */
  readonly label: string;
  readonly count: (database: Kysely<Tables>, agencyId: string, accountId: string) => Promise<number>;
  /** Gives all of it to the next person; returns how many. */
  readonly move: (transaction: Transaction<Tables>, move: Move) => Promise<number>;
}

/** A part adds its own. */
export const openWork: readonly OpenWork[] = [
  {
    label: '在办的申请',
    count: countHeld,
    move: (transaction, { agencyId, from, to }) => moveHeld(transaction, agencyId, from, to),
  },
  {
    label: '未读通知',
    count: unreadNotices,
    move: (transaction, { agencyId, from, to }) => moveUnread(transaction, agencyId, from, to),
  },
];

/** Moves all that a person has in hand at an agency; returns how many of each part. */
export async function moveWork(
  transaction: Transaction<Tables>,
  move: Move,
): Promise<Readonly<Record<string, number>>> {
  const moved: Record<string, number> = {};
  for (const part of openWork) moved[part.label] = await part.move(transaction, move);
  return moved;
}
