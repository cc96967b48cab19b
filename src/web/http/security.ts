import type { MiddlewareHandler } from 'hono';
import { HttpProblem } from './problem.ts';

/** No script at all, styles only from our own files, nothing inline; images may be the kit's own `data:` marks. */
const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

const own = (...directives: readonly string[]): string => ["default-src 'none'", ...directives].join('; ');

/** The checker runs our own scripts and workers and can send nothing anywhere: what a clerk drops stays there. */
export const checkPolicy = own(
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  'img-src data:',
  "font-src 'self'",
  "connect-src 'none'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
);

/** The checker's workers load further parts of the program and can send nothing. */
export const scriptPolicy = own("script-src 'self'", "worker-src 'self'", "connect-src 'none'");

/** The service worker fetches what it keeps, from here. */
export const keeperPolicy = own("script-src 'self'", "connect-src 'self'");

const headers: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'X-Frame-Options': 'SAMEORIGIN',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
};

/** Headers of every answer; HSTS only where people come by https. */
export const securityHeaders =
  (secure: boolean): MiddlewareHandler =>
  async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
    if (!c.res.headers.has('Content-Security-Policy')) c.res.headers.set('Content-Security-Policy', policy);
    if (secure) c.res.headers.set('Strict-Transport-Security', 'max-age=31536000');
  };

const longestAddress = 2048;

/** The office runs our own small script beside its pages, and nothing else. */
export const officePolicy = own(
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
);

/** No address longer than a filter needs, and for reading only but under the paths where forms are sent to. */
export const readOnlyBut =
  (writable: readonly string[]): MiddlewareHandler =>
  async (c, next) => {
    const { method, path, url } = c.req;
    const forms = writable.some((prefix) => path === prefix || path.startsWith(`${prefix}/`));
    if (method !== 'GET' && method !== 'HEAD' && !(method === 'POST' && forms))
      throw new HttpProblem('methodNotAllowed');
    if (url.length > longestAddress) throw new HttpProblem('queryTooLong');
    await next();
  };
