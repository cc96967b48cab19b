import { accountNames } from '../../store/accounts.ts';
import { sealImageById, sealImagesOf } from '../../store/seal-images.ts';
import { query } from '../query.ts';
import { openImage } from '../seals/seal-image.ts';

export interface KeptSeal {
  readonly id: string;
  readonly from: string;
  readonly to: string | null;
  readonly side: number;
  readonly hash: string;
  readonly addedBy: string | null;
  readonly addedAt: Date;
  readonly image: Uint8Array;
}

/** The seals of an agency, the newest first, each with its image. */
export const sealList = query({
  act: 'seal.list',
  subject: (_, { agencyId }: { readonly agencyId: string }) => ({ agencyId }),
  run: ({ store, vault }, { agencyId }): Promise<readonly KeptSeal[]> =>
    store.read(async (database) => {
      const rows = await sealImagesOf(database, agencyId);
      const names = await accountNames(
        database,
        rows.map(({ added_by }) => added_by),
      );
      const images = await Promise.all(rows.map(({ id }) => sealImageById(database, agencyId, id)));
      return rows.map((row, index) => ({
        id: row.id,
        from: row.from_on,
        to: row.to_on,
        side: row.side,
        hash: row.image_hash,
        addedBy: names.get(row.added_by) ?? null,
        addedAt: row.added_at,
        image: openImage(vault, images[index]!),
      }));
    }),
});
