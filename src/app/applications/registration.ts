import type { Day } from '../../domain/workday/index.ts';
import { nextNumber } from '../../store/applications.ts';
import type { Writing } from './acting.ts';

/** 2026-0187: the year of registration and the count in it. The counter stays locked until the transaction ends. */
export async function nextRegistrationNumber(
  { transaction }: Pick<Writing, 'transaction'>,
  agencyId: string,
  on: Day,
): Promise<string> {
  const year = Number(on.slice(0, 4));
  const number = await nextNumber(transaction, agencyId, 'register', year);
  return `${year}-${String(number).padStart(4, '0')}`;
}
