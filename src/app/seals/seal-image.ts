import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { newId } from '../../store/ids.ts';
import { type SealImageRow, sealImageById } from '../../store/seal-images.ts';
import type { Tables } from '../../store/tables.ts';
import { open, seal, type Vault } from '../vault/vault.ts';
import type { SealPng } from './seal-png.ts';

const about = (agencyId: string, id: string, what: string): string => `seal ${agencyId} ${id} ${what}`;

/** An image under a key of its own, as its row keeps it. */
export function sealedImage(vault: Vault, agencyId: string, { bytes, side }: SealPng) {
  const id = newId();
  const { key, wrapped } = vault.newKey(about(agencyId, id, 'key'));
  return {
    agency_id: agencyId,
    id,
    side,
    bytes: bytes.length,
    image_hash: createHash('sha256').update(bytes).digest('hex'),
    wrapped_key: wrapped,
    sealed_image: seal(key, bytes, about(agencyId, id, 'image')),
  };
}

export function openImage(vault: Vault, row: SealImageRow): Uint8Array {
  const key = vault.unwrap(row.wrapped_key, about(row.agency_id, row.id, 'key'));
  return open(key, row.sealed_image, about(row.agency_id, row.id, 'image'));
}

/** The image that a letter was sent with; null where it was sent without. */
export async function imageOfLetter(
  database: Kysely<Tables>,
  vault: Vault,
  agencyId: string,
  id: string | null | undefined,
): Promise<Uint8Array | null> {
  if (id === null || id === undefined) return null;
  const row = await sealImageById(database, agencyId, id);
  return row === null ? null : openImage(vault, row);
}
