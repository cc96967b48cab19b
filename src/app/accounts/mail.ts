import type { Account } from '../../store/accounts.ts';
import { openText, sealText, type Vault } from '../vault/vault.ts';

const about = (accountId: string): string => `account ${accountId} mail`;

/** An address sealed for its account. */
export function sealMail(vault: Vault, accountId: string, mail: string) {
  const { key, wrapped } = vault.newKey(about(accountId));
  return { mail: sealText(key, mail, about(accountId)), mail_key: wrapped };
}

/** The address of an account, null where it has none. */
export function mailOf(
  vault: Vault,
  { id, mail, mail_key }: Pick<Account, 'id' | 'mail' | 'mail_key'>,
): string | null {
  if (mail === null || mail_key === null) return null;
  return openText(vault.unwrap(mail_key, about(id)), mail, about(id));
}
