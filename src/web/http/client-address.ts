import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/**
 * Where a request comes from. Forwarded headers are believed only when the connection itself comes from the trusted
 * proxy (TRUSTED_PROXY), and then only the last hop that it added; null in process, where there is no connection.
 */
export function clientAddress(c: Context, trustedProxy: string | undefined): string | null {
  let address: string | null = null;
  try {
    address = getConnInfo(c).remote.address ?? null;
  } catch {
    return null;
  }
  if (address === null || trustedProxy === undefined || plain(address) !== plain(trustedProxy))
    return address;
  const forwarded = c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim();
  return forwarded === undefined || forwarded === '' ? address : forwarded;
}

const plain = (address: string): string => address.replace(/^::ffff:/, '');
