import type { Transaction } from 'kysely';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { type Account, lockAccount } from '../../store/accounts.ts';
import type { Tables } from '../../store/tables.ts';
import type { Subject } from '../policy/policy.ts';

export interface AccountSubject extends Subject {
  readonly account: Account;
}

export const accountUnknown = refuse('account.unknown', '没有这个账号。请从人员列表中选择。');

export const subjectOf = (account: Account): AccountSubject => ({
  agencyId: account.home_agency_id,
  id: account.id,
  accountId: account.id,
  account,
});

/** The account as the subject of a command, locked. */
export async function loadAccount(
  transaction: Transaction<Tables>,
  { accountId }: { readonly accountId: string },
): Promise<AccountSubject | Refusal> {
  const account = await lockAccount(transaction, accountId);
  return account === null ? accountUnknown : subjectOf(account);
}
