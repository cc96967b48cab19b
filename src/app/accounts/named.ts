import { type Refusal, refuse } from '../../domain/refusal.ts';
import { type Account, accountByUsername } from '../../store/accounts.ts';
import type { AppContext } from '../context.ts';

/** The account that a person means by its user name, as typed into a field. */
export async function accountMeant(
  { store }: AppContext,
  typed: string,
  field: string,
): Promise<Account | Refusal> {
  const username = typed.trim();
  const found =
    username === '' ? null : await store.read((database) => accountByUsername(database, username));
  if (found !== null) return found;
  const message =
    username === '' ? '请填写登录名。' : `没有登录名为“${username}”的账号。请在人员列表中核对。`;
  return refuse('account.notChosen', message, { fields: [{ field, message }] });
}
