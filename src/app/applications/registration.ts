import type { Day } from '../../domain/workday/index.ts';
import { nextNumber } from '../../store/applications.ts';
import type { Writing } from './acting.ts';

/** 2026-0187: the year of registration and the count in it. */
export const registrationNumber = (year: number, count: number): string =>
  `${year}-${String(count).padStart(4, '0')}`;

/** The next of the agency's year. The counter stays locked until the transaction ends. */
export async function nextRegistrationNumber(
  { transaction }: Pick<Writing, 'transaction'>,
  agencyId: string,
  on: Day,
): Promise<string> {
  const year = Number(on.slice(0, 4));
  return registrationNumber(year, await nextNumber(transaction, agencyId, 'register', year));
}
