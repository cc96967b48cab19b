import { createHash } from 'node:crypto';
import type { Context } from 'hono';

/** A short name for all that `key` says. */
export const hash = (key: string): string =>
  createHash('sha256').update(key).digest('base64url').slice(0, 22);

/** Answers 304 where the client has this version, else makes `body` and tags it. `key` says all the page depends on. */
export function tagged(
  c: Context,
  key: string,
  body: () => Response | Promise<Response>,
): Response | Promise<Response> {
  const tag = `W/"${hash(key)}"`;
  const known = (c.req.header('If-None-Match') ?? '').split(',').map((each) => each.trim());
  c.header('ETag', tag);
  c.header('Cache-Control', 'no-cache');
  if (known.includes(tag) || known.includes('*')) return c.body(null, 304);
  return body();
}
