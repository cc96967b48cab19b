import { createHmac, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { HttpProblem } from './problem.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whatever changes something must come from our own pages: by Origin, and where a browser sends none, by
 * Sec-Fetch-Site. `origin` is that of PUBLIC_URL, never of the Host header.
 */
export const sameOrigin =
  (origin: string): MiddlewareHandler =>
  async (c, next) => {
    if (!safe.has(c.req.method)) {
      const from = c.req.header('Origin');
      const site = c.req.header('Sec-Fetch-Site');
      const foreign = from === undefined ? site !== undefined && site !== 'same-origin' : from !== origin;
      if (foreign) throw new HttpProblem('foreignForm');
    }
    await next();
  };

/** The token that every form of one session carries, so that no other site can send a form in its name. */
export const formToken = (secret: string, sessionToken: string): string =>
  createHmac('sha256', secret).update(sessionToken).digest('base64url');

export function isFormToken(secret: string, sessionToken: string, given: unknown): boolean {
  const expected = Buffer.from(formToken(secret, sessionToken));
  const actual = Buffer.from(typeof given === 'string' ? given : '');
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}
