import type { Context } from 'hono';
import type { FollowProof } from '../../app/applications/follow.ts';
import { clientAddress } from '../http/client-address.ts';
import type { ApplyDeps } from './deps.ts';
import { remembered } from './track-cookie.ts';

/** Number and code that were shown, with where they come from now; null where none were. */
export function proofOf(c: Context, deps: ApplyDeps): FollowProof | null {
  const shown = remembered(c, deps);
  return shown === null ? null : { ...shown, address: clientAddress(c, deps.trustedProxy) };
}
