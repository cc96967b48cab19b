import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { openText, sealText } from '../../app/vault/vault.ts';
import type { ApplyDeps } from './deps.ts';

/** Number and code while somebody looks at the progress: sealed, for half an hour, for these pages alone. */
const name = 'gongkai.track';
const seconds = 1_800;
const about = 'track cookie';

export interface Shown {
  readonly receiptNumber: string;
  readonly code: string;
}

const key = ({ context }: ApplyDeps): Buffer => Buffer.from(context.vault.secretFor('track'), 'hex');
const options = ({ urls }: ApplyDeps) => ({
  path: urls.at('/track'),
  httpOnly: true,
  sameSite: 'Lax' as const,
  secure: urls.origin.startsWith('https:'),
});

export function remember(c: Context, deps: ApplyDeps, { receiptNumber, code }: Shown): void {
  const until = deps.context.now().getTime() + seconds * 1_000;
  const plain = JSON.stringify([receiptNumber, code, until]);
  setCookie(c, name, sealText(key(deps), plain, about).toString('base64url'), {
    ...options(deps),
    maxAge: seconds,
  });
}

/** Null when nothing was shown, or too long ago. */
export function remembered(c: Context, deps: ApplyDeps): Shown | null {
  const sealed = getCookie(c, name);
  if (sealed === undefined) return null;
  try {
    const plain = openText(key(deps), Buffer.from(sealed, 'base64url'), about);
    const [receiptNumber, code, until] = JSON.parse(plain) as [string, string, number];
    return until > deps.context.now().getTime() ? { receiptNumber, code } : null;
  } catch {
    return null;
  }
}

export const forget = (c: Context, deps: ApplyDeps): void => {
  deleteCookie(c, name, options(deps));
};
