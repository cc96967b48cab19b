import type { Context } from 'hono';
import { enterCode, signIn } from '../../app/accounts/sign-in.ts';
import { clientAddress } from '../http/client-address.ts';
import type { FormError } from '../theme/form-errors.tsx';
import { renderPage } from '../theme/layout.tsx';
import type { OfficeDeps } from './deps.ts';
import { forgetPlace } from './place-cookie.ts';
import type { Office } from './router.ts';
import { CodePage, SignInPage } from './sign-in-page.tsx';

const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 500) : '');

/** Where to go on after signing in: only to a page of the office itself. */
export function safeNext(next: string, base: string): string {
  const office = `${base}/office`;
  const clean = /^[\x21-\x7e]*$/.test(next) && !next.includes('\\') && !next.includes('//');
  return clean &&
    (next === office || next.startsWith(`${office}/`) || next.startsWith(`${office}?`)) &&
    !next.startsWith(`${office}/sign-`)
    ? next
    : office;
}

const clock = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});
const lockedWords = (until: Date, help: string): string =>
  `连续多次没有登录成功，为防止口令被猜中，请在 ${clock.format(until)} 之后再试。${help}`;
const helpWithPassword = '忘记口令的，请联系系统管理员重置，重置后不用等。';
const helpWithCode = '验证器和备用码都遗失的，请联系安全管理员解除动态口令。';

function page(c: Context, body: unknown, status: 200 | 401 | 429): Response | Promise<Response> {
  c.header('Cache-Control', 'no-store');
  return c.html(renderPage(body), status);
}

const passOn = (c: Context, cookies: readonly string[]): void => {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
};

const nextOf = (deps: OfficeDeps, value: unknown): string => safeNext(text(value), deps.urls.base);

interface Door {
  readonly next: string;
  readonly username?: string;
  readonly backup?: boolean;
  readonly errors?: readonly FormError[];
  readonly status?: 200 | 401 | 429;
}

const door = (c: Context, deps: OfficeDeps, { next, username = '', errors = [], status = 200 }: Door) =>
  page(
    c,
    <SignInPage
      deps={deps}
      next={next}
      username={username}
      errors={errors}
      said={c.req.query('done') === 'signedOut' ? '已退出登录。' : null}
    />,
    status,
  );

const codeDoor = (c: Context, deps: OfficeDeps, { next, backup = false, errors = [], status = 200 }: Door) =>
  page(c, <CodePage deps={deps} next={next} backup={backup} errors={errors} />, status);

const fault = (field: string | null, message: string): readonly FormError[] => [{ field, message }];
const unknownThere = '统一身份认证没有对应到本系统的账号，或者账号已停用。请联系系统管理员。';
const wrongPassword = '登录名或口令不对，或者账号已停用。请核对后再试。';
const wrongCode = '数字不对，或者已经用过。请等验证器显示新的数字后再试；超过十分钟请重新登录。';

function passwordRoutes(office: Office, deps: OfficeDeps): void {
  office.open('GET', '/sign-in', (c) =>
    door(c, deps, {
      next: nextOf(deps, c.req.query('next')),
      errors: c.req.query('error') === undefined ? [] : fault(null, unknownThere),
    }),
  );
  office.open('POST', '/sign-in', async (c) => {
    const sent = await c.req.parseBody();
    const next = nextOf(deps, sent.next);
    const username = text(sent.username).trim();
    const address = clientAddress(c, deps.trustedProxy);
    const given = { username, password: text(sent.password), address };
    // Whatever cookies the browser brings are not passed on: signing in always begins anew.
    const done = await signIn(deps.context, deps.auth, given, new Headers());
    if (done.result === 'locked')
      return door(c, deps, {
        next,
        username,
        errors: fault(null, lockedWords(done.until, helpWithPassword)),
        status: 429,
      });
    if (done.result === 'wrong')
      return door(c, deps, { next, username, errors: fault('f-password', wrongPassword), status: 401 });
    passOn(c, done.cookies);
    return c.redirect(done.result === 'in' ? next : deps.urls.at('/office/sign-in/code', { next }), 303);
  });
}

function codeRoutes(office: Office, deps: OfficeDeps): void {
  office.open('GET', '/sign-in/code', (c) =>
    codeDoor(c, deps, { next: nextOf(deps, c.req.query('next')), backup: c.req.query('backup') === '1' }),
  );
  office.open('POST', '/sign-in/code', async (c) => {
    const sent = await c.req.parseBody();
    const [next, backup] = [nextOf(deps, sent.next), sent.backup === '1'];
    const code = text(sent.code).replace(/\s/g, '');
    const given = { code, backup, address: clientAddress(c, deps.trustedProxy) };
    const done = await enterCode(deps.context, deps.auth, given, c.req.raw.headers);
    if (done.result === 'locked')
      return codeDoor(c, deps, {
        next,
        backup,
        errors: fault(null, lockedWords(done.until, helpWithCode)),
        status: 429,
      });
    if (done.result === 'wrong')
      return codeDoor(c, deps, { next, backup, errors: fault('f-code', wrongCode), status: 401 });
    passOn(c, done.cookies);
    return c.redirect(next, 303);
  });
}

function singleRoutes(office: Office, deps: OfficeDeps): void {
  const { auth, urls } = deps;
  office.open('GET', '/sign-in/single', async (c) => {
    const { response, headers } = await auth.api.signInSocial({
      body: {
        provider: 'oidc' as never,
        callbackURL: nextOf(deps, c.req.query('next')),
        errorCallbackURL: urls.at('/office/sign-in'),
        disableRedirect: true,
      },
      returnHeaders: true,
    });
    passOn(c, headers.getSetCookie());
    return c.redirect((response as { url: string }).url, 303);
  });
  office.open('GET', '/auth/callback/oidc', async (c) => {
    const { search } = new URL(c.req.url);
    const address = `${urls.origin}${urls.at('/office/auth/callback/oidc')}${search}`;
    const answer = await auth.handler(new Request(address, { headers: c.req.raw.headers }));
    return answer.status < 400 ? answer : c.redirect(urls.at('/office/sign-in', { error: 'refused' }), 303);
  });
}

/** Signing in by password, second factor or single sign-on, and signing out. */
export function signInRoutes(office: Office, deps: OfficeDeps): void {
  passwordRoutes(office, deps);
  codeRoutes(office, deps);
  if (deps.singleSignOn) singleRoutes(office, deps);
  office.post('/sign-out', 'session.end', async ({ c, at }) => {
    const { headers } = await deps.auth.api.signOut({ headers: c.req.raw.headers, returnHeaders: true });
    passOn(c, headers.getSetCookie());
    forgetPlace(c, deps.urls);
    return c.redirect(at('/office/sign-in', { done: 'signedOut' }), 303);
  });
}
