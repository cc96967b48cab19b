import type { Context } from 'hono';
import { enterCode, signIn } from '../../app/accounts/sign-in.ts';
import { clientAddress } from '../http/client-address.ts';
import { renderPage } from '../theme/layout.tsx';
import type { FormError } from '../theme/form-errors.tsx';
import type { OfficeDeps } from './deps.ts';
import { placeCookie } from './page.ts';
import type { Office } from './router.ts';
import { CodePage, SignInPage } from './sign-in-page.tsx';

const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 500) : '');

/** Where to go on after signing in: only to a page of the office itself. */
export function safeNext(next: string, base: string): string {
  const office = `${base}/office`;
  const clean = /^[\x21-\x7e]*$/.test(next) && !next.includes('\\') && !next.includes('//');
  return clean && (next === office || next.startsWith(`${office}/`) || next.startsWith(`${office}?`)) &&
    !next.startsWith(`${office}/sign-`)
    ? next
    : office;
}

const clock = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hour12: false });
const lockedWords = (until: Date): string =>
  `连续多次没有登录成功，为防止口令被猜中，请在 ${clock.format(until)} 之后再试。急需办理时，请联系系统管理员重置口令。`;

function page(c: Context, body: unknown, status: 200 | 401 | 429): Response | Promise<Response> {
  c.header('Cache-Control', 'no-store');
  return c.html(renderPage(body), status);
}

const passOn = (c: Context, cookies: readonly string[]): void => {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
};

/** Signing in by password, second factor or single sign-on, and signing out. */
export function signInRoutes(office: Office, deps: OfficeDeps): void {
  const { auth, context, urls } = deps;
  const nextOf = (value: unknown) => safeNext(text(value), urls.base);
  const door = (c: Context, username: string, errors: readonly FormError[], next: string, status: 200 | 401 | 429) =>
    page(c, <SignInPage deps={deps} next={next} username={username} errors={errors} said={c.req.query('done') === 'signedOut' ? '已退出登录。' : null} />, status);

  office.open('GET', '/sign-in', (c) => {
    const refused = c.req.query('error') !== undefined;
    const errors = refused ? [{ field: null, message: '统一身份认证没有对应到本系统的账号，或者账号已停用。请联系系统管理员。' }] : [];
    return door(c, '', errors, nextOf(c.req.query('next')), 200);
  });

  office.open('POST', '/sign-in', async (c) => {
    const sent = await c.req.parseBody();
    const credentials = {
      username: text(sent.username).trim(),
      password: text(sent.password),
      address: clientAddress(c, deps.trustedProxy),
    };
    const next = nextOf(sent.next);
    const done = await signIn(context, auth, credentials, new Headers());
    if (done.result === 'locked')
      return door(c, credentials.username, [{ field: null, message: lockedWords(done.until) }], next, 429);
    if (done.result === 'wrong')
      return door(c, credentials.username, [{ field: 'f-password', message: '登录名或口令不对，或者账号已停用。请核对后再试。' }], next, 401);
    passOn(c, done.cookies);
    return c.redirect(done.result === 'in' ? next : urls.at('/office/sign-in/code', { next }), 303);
  });

  const codePage = (c: Context, next: string, backup: boolean, errors: readonly FormError[], status: 200 | 401 | 429) =>
    page(c, <CodePage deps={deps} next={next} backup={backup} errors={errors} />, status);

  office.open('GET', '/sign-in/code', (c) => codePage(c, nextOf(c.req.query('next')), c.req.query('backup') === '1', [], 200));

  office.open('POST', '/sign-in/code', async (c) => {
    const sent = await c.req.parseBody();
    const [next, backup] = [nextOf(sent.next), sent.backup === '1'];
    const code = text(sent.code).replace(/\s/g, '');
    const given = { code, backup, address: clientAddress(c, deps.trustedProxy) };
    const done = await enterCode(context, auth, given, c.req.raw.headers);
    if (done.result === 'locked') return codePage(c, next, backup, [{ field: null, message: lockedWords(done.until) }], 429);
    if (done.result === 'wrong')
      return codePage(c, next, backup, [{ field: 'f-code', message: '数字不对，或者已经用过。请等验证器显示新的数字后再试；超过十分钟请重新登录。' }], 401);
    passOn(c, done.cookies);
    return c.redirect(next, 303);
  });

  office.post('/sign-out', 'session.end', async ({ c, at }) => {
    const { headers } = await auth.api.signOut({ headers: c.req.raw.headers, returnHeaders: true });
    passOn(c, headers.getSetCookie());
    c.header('Set-Cookie', `${placeCookie}=; Path=${urls.base}/office; Max-Age=0`, { append: true });
    return c.redirect(at('/office/sign-in', { done: 'signedOut' }), 303);
  });

  if (!deps.singleSignOn) return;
  office.open('GET', '/sign-in/single', async (c) => {
    const { response, headers } = await auth.api.signInSocial({
      body: {
        provider: 'oidc' as never,
        callbackURL: nextOf(c.req.query('next')),
        errorCallbackURL: urls.at('/office/sign-in'),
        disableRedirect: true,
      },
      returnHeaders: true,
    });
    passOn(c, headers.getSetCookie());
    return c.redirect((response as { url: string }).url, 303);
  });
  office.open('GET', '/auth/callback/oidc', (c) => {
    const { search } = new URL(c.req.url);
    return auth.handler(new Request(`${urls.origin}${urls.at('/office/auth/callback/oidc')}${search}`, { headers: c.req.raw.headers }));
  });
}
