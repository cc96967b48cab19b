import { type Refusal, refuse } from '../../domain/refusal.ts';
import { type Account, accountById, accountByUsername } from '../../store/accounts.ts';
import { accountsNamedAt } from '../../store/names.ts';
import type { AppContext } from '../context.ts';

const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function whyNot(typed: string, many: boolean): string {
  if (typed === '') return '请填写登录名或者姓名。';
  return many
    ? `本机关有多个账号的姓名是“${typed}”，请填写登录名。`
    : `没有登录名为“${typed}”的账号，本机关也没有这个姓名。请在人员列表中核对。`;
}

/**
 * The account that a person means as typed into a field: by its user name, or by the name of one person of the agency.
 * What may be done with it is asked of the policy afterwards.
 */
export async function accountMeant(
  { store }: AppContext,
  typed: string,
  at: { readonly agencyId: string; readonly field: string },
): Promise<Account | Refusal> {
  const words = typed.trim();
  const { field } = at;
  return store.read(async (database) => {
    const named = words === '' ? null : await accountByUsername(database, words);
    if (named !== null) return named;
    const ids =
      words === '' || !isId.test(at.agencyId) ? [] : await accountsNamedAt(database, at.agencyId, words);
    const [id] = ids;
    const found = id === undefined || ids.length > 1 ? null : await accountById(database, id);
    if (found !== null) return found;
    const message = whyNot(words, ids.length > 1);
    return refuse('account.notChosen', message, { fields: [{ field, message }] });
  });
}
