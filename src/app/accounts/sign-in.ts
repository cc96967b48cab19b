import { createHash } from 'node:crypto';
import { APIError } from 'better-auth/api';
import { takeCode } from '../../store/accounts.ts';
import { endSessions } from '../../store/sessions.ts';
import type { AppContext } from '../context.ts';
import type { Auth } from './auth.ts';
import { type Attempt, countFailure, forgetFailures, lockedUntil } from './sign-in-failures.ts';

export type SignedIn =
  /** In, or only after a code of the second factor; `cookies` are Set-Cookie values to pass on. */
  | { readonly result: 'in' | 'secondFactor'; readonly cookies: readonly string[] }
  /** Wrong name or password, or an account that is disabled: the answer is the same for all. */
  | { readonly result: 'wrong' }
  | { readonly result: 'locked'; readonly until: Date };

export interface Credentials extends Attempt {
  readonly username: string;
  readonly password: string;
}

const cookiesOf = (headers: Headers): string[] => headers.getSetCookie();

/** An expected no of better-auth; anything else is a fault. */
const isRefused = (error: unknown): boolean => error instanceof APIError && error.statusCode < 500;

/**
 * Signs in by name and password. A name that does not exist takes as long and is answered the same way as a wrong
 * password; both count against the name and the address it came from.
 */
export async function signIn(
  context: AppContext,
  auth: Auth,
  credentials: Credentials,
  headers: Headers,
): Promise<SignedIn> {
  const until = await lockedUntil(context, credentials);
  if (until !== null) return { result: 'locked', until };
  try {
    const { response, headers: set } = await auth.api.signInUsername({
      body: { username: credentials.username, password: credentials.password },
      headers,
      returnHeaders: true,
    });
    await forgetFailures(context, credentials.username);
    const waits = response !== null && 'twoFactorRedirect' in (response as object);
    return { result: waits ? 'secondFactor' : 'in', cookies: cookiesOf(set) };
  } catch (error) {
    if (!isRefused(error)) throw error;
    await countFailure(context, credentials);
    return { result: 'wrong' };
  }
}

export type CodeTaken =
  | { readonly result: 'in'; readonly cookies: readonly string[] }
  | { readonly result: 'wrong' }
  | { readonly result: 'locked'; readonly until: Date };

const usableForMs = 120_000;

/**
 * Completes signing in by a code of the authenticator, or by one of the backup codes. A code of the authenticator that
 * was used once is not taken again while it is still valid (replay).
 */
export async function enterCode(
  context: AppContext,
  auth: Auth,
  { code, backup, address }: { code: string; backup: boolean; address: string | null },
  headers: Headers,
): Promise<CodeTaken> {
  const attempt = { username: null, address };
  const until = await lockedUntil(context, attempt);
  if (until !== null) return { result: 'locked', until };
  try {
    const verify = backup ? auth.api.verifyBackupCode : auth.api.verifyTOTP;
    const { response, headers: set } = await verify({ body: { code }, headers, returnHeaders: true });
    const accountId = (response as { user: { id: string } }).user.id;
    if (!backup && !(await firstUse(context, accountId, code))) return { result: 'wrong' };
    return { result: 'in', cookies: cookiesOf(set) };
  } catch (error) {
    if (!isRefused(error)) throw error;
    await countFailure(context, attempt);
    return { result: 'wrong' };
  }
}

/** Whether the code was not used before; a session that came of a repeated one is ended. */
async function firstUse(context: AppContext, accountId: string, code: string): Promise<boolean> {
  const now = context.now();
  const hash = createHash('sha256').update(`${accountId} ${code}`).digest();
  return context.store.write(async (transaction) => {
    const fresh = await takeCode(transaction, accountId, hash, now, new Date(now.getTime() - usableForMs));
    if (!fresh) await endSessions(transaction, accountId);
    return fresh;
  });
}
