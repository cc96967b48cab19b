import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Urls } from '../http/urls.ts';

/** Keeps which agency is worked for, until the browser is closed or somebody signs out. */
const name = 'gongkai.place';

const options = ({ base, origin }: Urls) => ({
  path: `${base}/office`,
  httpOnly: true,
  sameSite: 'Lax' as const,
  secure: origin.startsWith('https:'),
});

export const placeOf = (c: Context): string | null => getCookie(c, name) ?? null;
export const keepPlace = (c: Context, urls: Urls, slug: string): void =>
  setCookie(c, name, slug, options(urls));
export const forgetPlace = (c: Context, urls: Urls): void => {
  deleteCookie(c, name, options(urls));
};
